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
export type User = Schemas['User'];
export type Organization = Schemas['Organization'];
export type Category = Schemas['Category'];
export type LocalMember = Schemas['LocalMember'];
export type Rule = Schemas['Rule'];
export type RuleWithLog = Schemas['RuleWithLog'];
export type RuleCheck = Schemas['RuleCheck'];
export type ValidationGroup = Schemas['ValidationGroup'];
export type ValidationGroupWithRules = Schemas['ValidationGroupWithRules'];
export type StateMember = Category['stateMembers'][number];
export type CertificationEventSummary = Schemas['CertificationEventSummary'];
export type CertificationEvent = Schemas['CertificationEvent'];
export type CertificationEventBody = Schemas['CertificationEventBody'];
export type Participant = Schemas['Participant'];
export type Snapshot = Schemas['Snapshot'];
export type EventReport = Schemas['EventReport'];
