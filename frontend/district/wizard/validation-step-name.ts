import type { WizardStep } from '../../api/shapes.ts';

type ValidationStepName = Exclude<WizardStep['step'], 'certify-and-submit'>;

/** The first three steps validate; the fourth submits. */
export const isValidationStep = (step: WizardStep['step']): step is ValidationStepName => step !== 'certify-and-submit';
