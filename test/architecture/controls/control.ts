import type { Runbook } from '../../../infra/constructs/alarm.ts';

/** One thing an auditor asks for, and where the answer can be seen. Every name in it is looked up by the test. */
export interface Control {
  /** As NIST SP 800-53 revision 5 or 34 CFR part 99 numbers it. */
  readonly id: string;
  readonly title: string;
  readonly done: string;
  /** The files that do it. */
  readonly by: readonly string[];
  readonly proofs: readonly (readonly [file: string, title: string])[];
  /** What rings when it fails: the alarm's name in the template, and its page. */
  readonly alarms?: readonly (readonly [alarm: string, runbook: Runbook])[];
  /** Pages of procedure. */
  readonly pages?: readonly string[];
  /** What no software of ours can do for the agency. */
  readonly left: string;
}
