/** Why a run ended without a result. What a rule of a run could not do is told by the engine's own codes. */
export const runProblemCodes = [
  'RUN_CANCELLED',
  'RUN_REPLACED',
  'RUN_INTERRUPTED',
  'RUN_FAILED_REPEATEDLY',
  'RUN_DATA_UNREADABLE',
  'RUN_OUT_OF_TIME',
] as const;
export type RunProblemCode = (typeof runProblemCodes)[number];

export const isRunProblemCode = (code: string | undefined): code is RunProblemCode =>
  runProblemCodes.some((one) => one === code);

/** The same in English, for mails and for whoever reads the API without a catalogue of his own. */
export const runProblems: Readonly<Record<RunProblemCode, string>> = {
  RUN_CANCELLED: 'Cancelled on request.',
  RUN_REPLACED: 'A newer run or round has replaced it.',
  RUN_INTERRUPTED: 'The validation stopped three times without a result. Run it again, or ask the state for help.',
  RUN_FAILED_REPEATEDLY: 'The validation failed several times. Run it again, or ask the state for help.',
  RUN_DATA_UNREADABLE: 'The data could not be read by the validation engine. Run it again, or ask the state for help.',
  RUN_OUT_OF_TIME: 'The validation took longer than a validation may. Run it again, or ask the state for help.',
};
