import type { TableKey } from './keys.ts';

const kindBySortKey = {
  AGENCY: 'agency',
  ORG: 'organization',
  USER: 'user',
  CAT: 'category',
  RULE: 'rule',
  GRP: 'validationGroup',
  DATASET: 'dataset',
  HEAD: 'certificationEvent',
  RUN: 'run',
  SNP: 'snapshot',
  LANES: 'organizationData',
  UPLOAD: 'upload',
  TIMER: 'timer',
  MESSAGE: 'message',
  OUTBOX: 'outbox',
  FENCE: 'fence',
  LEASE: 'lease',
  IDEM: 'request',
  // What nobody judges: counters, markers and the key that signs cursors.
  'CERTIFICATION-EVENT': 'plain',
  'CURSOR-KEY': 'plain',
  CODE: 'plain',
  NAME: 'plain',
} as const;

const kindByPattern = [
  [/^EVT#[^#]*#P \/ /, 'participant'],
  [/^(EVT#[^#]*#AUDIT|AUDIT#[^ ]*) \/ /, 'audit'],
  [/^EVT#[^#]*#SEALS \/ /, 'plain'],
  [/^DIGEST#[^ ]* \/ /, 'plain'],
  [/^DISCLOSURES#[^ ]* \/ /, 'plain'],
  [/^REFUSALS#[^ ]* \/ /, 'refusal'],
  [/^CAT#[^ ]* \/ DISTRICT#/, 'localMembers'],
  [/^RULE#[^ ]* \/ V#/, 'ruleVersion'],
  [/^DATASET#[^ ]* \/ V#/, 'plain'],
  [/^LANES#[^ ]* \/ V#/, 'datasetVersion'],
  [/^LANES#[^ ]* \/ PIN#/, 'versionPin'],
  [/ \/ BODY#/, 'body'],
  [/ \/ CHUNK#/, 'plain'],
  [/ \/ WAIT#/, 'wait'],
  [/ \/ VIEW#/, 'view'],
  [/ \/ VIEWED#/, 'plain'],
  [/ \/ ALERT#/, 'alert'],
] as const;

export type ItemKind = (typeof kindBySortKey)[keyof typeof kindBySortKey] | (typeof kindByPattern)[number][1];

const isSortKey = (sk: string): sk is keyof typeof kindBySortKey => Object.hasOwn(kindBySortKey, sk);

/** What an item is, by its name alone: how a reader of the whole table tells items apart. Undefined for a name nobody gives. */
export const kindOfItem = ({ pk, sk }: TableKey): ItemKind | undefined =>
  kindByPattern.find(([pattern]) => pattern.test(`${pk} / ${sk}`))?.[1] ??
  (isSortKey(sk) ? kindBySortKey[sk] : undefined);

/** The certification event in whose partition an item lies; null for others. */
export const certificationEventIdIn = (pk: string): string | null => /^EVT#([^#]*)/.exec(pk)?.[1] ?? null;

/** What a kept request was kept under. Ids and operations hold no `#`; the caller's own key may hold anything. */
export const requestNamed = (pk: string) => {
  const [, principal = '', operation = '', ...key] = pk.split('#');
  return { principal, operation, key: key.join('#') };
};

/** The district or school whose versions lie in a partition, and the body that a part belongs to. */
export const organizationIdIn = (pk: string): string => pk.split('#')[1] ?? '';
export const bodyIdIn = (sk: string): string => sk.split('#')[1] ?? '';
