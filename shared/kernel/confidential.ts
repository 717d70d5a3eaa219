/** A text that its readers may see and the audit trail may not: there it stands as length and digest. */
export interface Confidential {
  readonly confidential: string;
}

export const confidential = (text: string): Confidential => ({ confidential: text });
