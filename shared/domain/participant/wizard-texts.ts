import type { WizardStep } from './wizard.ts';

export interface StepText {
  readonly title: string;
  readonly instructions: readonly string[];
}

/** Headings and what to do, as the wizard shows them. */
export const wizardTexts: Readonly<Record<WizardStep, StepText>> = {
  'district-validation': {
    title: 'Validate Data in District Database',
    instructions: [
      'Generate the report for all validation groups listed.',
      'Open the report and resolve every Fatal finding in your own system, then deliver the data and generate it again.',
      'When no Fatal finding is left and you have read the report, complete the step.',
    ],
  },
  'state-validation': {
    title: 'Validate Data in State Database',
    instructions: [
      'Generate the report on the copy of your data that the state holds.',
      'Compare it with the report of the first step. If they differ, wait for the synchronization or resync your data.',
      'When no Fatal finding is left and you have read the report, complete the step.',
    ],
  },
  'snapshot-validation': {
    title: 'State Data Snapshot',
    instructions: [
      'The snapshot is the frozen copy of your data that you certify. Take it if there is none yet.',
      'Open its report. If your data have changed since, retake the snapshot.',
      'When no Fatal finding is left and you have read the report, complete the step.',
    ],
  },
  'certify-and-submit': {
    title: 'Certify and Submit to State',
    instructions: [
      'Check that all steps before are completed.',
      'Read and accept the statement, sign it with your name and submit.',
      'When every certifier has submitted, the certification is sent to the state.',
    ],
  },
};
