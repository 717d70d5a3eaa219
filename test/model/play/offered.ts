import type { Command } from './commands.ts';

/* What is offered is what is enforced: checked on every command of every sequence, both ways. */

/** What was last offered: to a local person by his name and organization, to the approver by organization, or on the event itself. */
export type Offers = Map<string, readonly string[]>;

const localNames: Readonly<Record<string, string>> = {
  start: 'startCertification',
  run: 'runStep',
  complete: 'completeStep',
  takeSnapshot: 'takeSnapshot',
  submit: 'submitCertification',
  withdrawSubmission: 'withdrawSubmission',
  confirmSent: 'confirmSent',
  request: 'requestRecertification',
  withdrawRequest: 'withdrawRecertificationRequest',
};

const eventNames: Readonly<Record<string, string>> = {
  save: 'replaceCertificationEvent',
  publish: 'publishCertificationEvent',
  discard: 'discardChanges',
  delete: 'deleteCertificationEvent',
  copy: 'copyCertificationEvent',
  close: 'closeCertificationEvent',
};

/** Refusals for a value that was not given, not confirmed or not good; other values would have done. */
export const forValues: readonly string[] = [
  'CONFIRMATION_REQUIRED',
  'NOT_CERTIFIED',
  'NEW_DUE_DATE_REQUIRED',
  'REASON_REQUIRED',
  'DUE_DATE_INVALID',
  'ATTESTATION_REQUIRED',
  'DATES_INVALID',
  'SNAPSHOT_TIME_INVALID',
  'REFERENCE_UNKNOWN',
];

/** Publishing is offered by status, as its preview says what the draft still lacks; a step's command, for any of the steps. */
const offeredWhole = ['publish', 'run', 'complete'];

const offeredFor = (
  offers: Offers,
  command: Command,
): { readonly name: string; readonly list: readonly string[] } | null => {
  if (!('by' in command)) return null;
  const local = localNames[command.type];
  const place = 'org' in command ? `${command.by} ${command.org}` : command.by;
  const forApprover = command.by === 'april' ? offers.get('event') : undefined;
  const list = local === undefined ? forApprover : offers.get(place);
  const name = local ?? eventNames[command.type];
  return list === undefined || name === undefined ? null : { name, list };
};

const contradiction = (name: string, isOffered: boolean, code: string | null, isWhole: boolean): readonly string[] => {
  if (code === null) return isOffered ? [] : [`${name} was accepted, though not offered`];
  if (!isOffered || isWhole || forValues.includes(code)) return [];
  return [`${name} was refused with ${code}, though offered`];
};

/** What contradicts the offer, in words; `code` is null where the command was accepted. */
export const againstOffer = (offers: Offers, command: Command, code: string | null): readonly string[] => {
  const offer = offeredFor(offers, command);
  if (offer === null) return [];
  const { name, list } = offer;
  return contradiction(name, list.includes(name), code, offeredWhole.includes(command.type));
};

/** The same for the rows of a bulk decision of the approver. */
export const rowsAgainstOffer = (
  offers: Offers,
  name: string,
  rows: readonly { readonly organizationId: string; readonly code: string | null }[],
): readonly string[] =>
  rows.flatMap(({ organizationId, code }) => {
    const list = offers.get(organizationId);
    return list === undefined ? [] : contradiction(name, list.includes(name), code, false);
  });
