import { type Account, accountOf } from './account.ts';
import { askDoor } from './doors.ts';
import type { MeteredTable } from './engine.ts';
import { beginPublishing, carryOutPublishing } from './publication.ts';
import type { State } from './state.ts';

/**
 * A certifier starts and submits. There is nothing to validate in this certification event, so that no run is needed;
 * what three steps add to the participant's item is in the tests of the table's cost.
 */
export const certify = async (
  table: MeteredTable,
  state: State,
): Promise<{ readonly start: Account; readonly submit: Account }> => {
  const { ports } = table;
  const dataLinks = [{ type: 'EXTERNAL_URL', label: 'Elsewhere', url: 'https://example.org/' }];
  const eventId = await beginPublishing(ports, state, { dataLinks, participants: [state.districtId] });
  await carryOutPublishing(ports, eventId);
  const params = { eventId, orgId: state.districtId };
  const ask = (operationId: string, body: object, step = {}) =>
    askDoor(ports, state.certifier, { operationId, params: { ...params, ...step }, body });
  const start = await accountOf(table, () => ask('startCertification', {}));
  for (const step of ['district-validation', 'state-validation'])
    await ask('completeStep', { reviewed: true }, { step });
  const attestation = { name: 'Cora Example', accepted: true };
  return { start, submit: await accountOf(table, () => ask('submitCertification', { attestation })) };
};
