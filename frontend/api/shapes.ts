import type { components } from './openapi.ts';

type Schemas = components['schemas'];

export type Me = Schemas['Me'];
export type Agency = Schemas['Settings'];
export type WorklistRow = Schemas['WorklistRow'];
export type Certification = Schemas['Certification'];
export type WizardStep = Certification['steps'][number];
export type Run = Schemas['Run'];
export type Alert = Schemas['Alert'];
export type Dataset = Schemas['Dataset'];
export type Upload = Schemas['Upload'];
