import type { Alert, AlertKind } from './alert.ts';

/** What fills a text. `facts` are words made when it happened: a run's title, a reason, how many are done. No student data. */
export interface AlertSubject {
  readonly shortName: string;
  readonly name: string;
  readonly facts: Readonly<Record<string, string>>;
}

type Text = (subject: AlertSubject) => string;

const because = ({ facts }: AlertSubject): string =>
  facts['reason'] === undefined ? '' : ` Reason: ${facts['reason']}`;

const texts: Readonly<Record<AlertKind, Text>> = {
  CERTIFICATION_EVENT_PUBLISHED: ({ shortName, name }) =>
    `The State of ${shortName} published a Data Certification Event: ${name}`,
  NO_CERTIFIER: ({ name }) => `Nobody can certify for your organization in Data Certification Event: ${name}`,
  RUN_FINISHED: ({ name, facts }) => `The report ${facts['title'] ?? name} is complete`,
  SNAPSHOT_FINISHED: ({ name }) => `The state data snapshot is complete for Data Certification Event: ${name}`,
  CERTIFICATION_SENT: ({ name, facts }) =>
    `${facts['participant'] ?? 'A participant'} sent its certification for Data Certification Event: ${name}`,
  CERTIFICATION_APPROVED: ({ shortName, name }) =>
    `The State of ${shortName} approved the certification for Data Certification Event: ${name}`,
  RECERTIFICATION_REQUIRED: (subject) =>
    `The State of ${subject.shortName} requested a recertification for Data Certification Event: ${subject.name}`,
  RECERTIFICATION_REQUESTED: (subject) =>
    `${subject.facts['participant'] ?? 'A participant'} requested to recertify Data Certification Event: ${subject.name}.${because(subject)}`,
  REQUEST_DECLINED: (subject) =>
    `The State of ${subject.shortName} declined the request to recertify Data Certification Event: ${subject.name}.${because(subject)}`,
  CERTIFICATION_EVENT_CLOSED: ({ shortName, name }) =>
    `The State of ${shortName} closed the Data Certification Event: ${name}`,
  CERTIFIER_DONE: ({ name, facts }) =>
    `${facts['done'] ?? '?'} of ${facts['certifiers'] ?? '?'} certifiers are done with Data Certification Event: ${name}`,
  MESSAGE: ({ name, facts }) => facts['subject'] ?? name,
  WORK_UNDONE: ({ name }) => `A newer snapshot was taken, so please certify again in Data Certification Event: ${name}`,
};

const batchKinds: readonly AlertKind[] = ['RUN_FINISHED', 'SNAPSHOT_FINISHED'];

/** The line in the Message Center, in the product's words, and the process it is listed under. */
export const alertText = (kind: AlertKind, subject: AlertSubject): Pick<Alert, 'process' | 'name'> => ({
  process: batchKinds.includes(kind) ? 'Batch Report Complete' : 'Data Certification',
  name: texts[kind](subject),
});
