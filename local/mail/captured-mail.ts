/** A mail as it would have gone out. */
export interface CapturedMail {
  readonly id: string;
  /** ISO instant of the local clock. */
  readonly sentAt: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  readonly subject: string;
  readonly text: string | undefined;
  readonly html: string | undefined;
}
