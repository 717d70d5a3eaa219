import { allowedByStatus } from '../../domain/certification-event/lifecycle.ts';
import type { CertificationEvent } from '../../domain/certification-event/state.ts';
import { type CertificationEventId, type OrganizationId, snapshotId } from '../../kernel/ids.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import type { CommandFailure } from '../handle-command.ts';
import type { OutboxMessage, SnapshotFlowInput } from '../outbox.ts';
import type { Ports } from '../ports/ports.ts';
import { actOnParticipant } from './act.ts';
import { claimRequest, type ManyRequest } from './act-on-many.ts';
import { eachRow, type RowResult } from './each-row.ts';

interface Sent {
  readonly organizationIds?: readonly OrganizationId[] | undefined;
  readonly confirm: boolean;
}

export interface SnapshotsAsked {
  /** The flow that serves everybody without a snapshot; null where each participant named has its own. */
  readonly execution: string | null;
  readonly organizationIds: readonly OrganizationId[] | null;
  readonly results: readonly RowResult[];
}

const flowFor = (certificationEventId: CertificationEventId, name: string): OutboxMessage => {
  const input: SnapshotFlowInput = {
    version: 1,
    certificationEventId,
    organizationIds: null,
    trigger: 'CLEANUP',
    snapshotId: null,
  };
  return { type: 'START_EXECUTION', machine: 'snapshot', name, input };
};

const ofEverybody = (ports: Ports, request: ManyRequest<Sent>): Promise<Result<SnapshotsAsked, CommandFailure>> =>
  claimRequest(ports, 'takeSnapshots', request, (state: CertificationEvent) => {
    const refused = allowedByStatus.takeSnapshots(state);
    if (refused !== null) return refuse(refused);
    const execution = `${request.id}.${ports.ids.next('snp')}`;
    const answer: SnapshotsAsked = { execution, organizationIds: null, results: [] };
    return ok({ answer, outbox: [flowFor(request.id, execution)] });
  });

/** The state takes snapshots by hand: of the participants named, or of all that have none in their round. */
export const takeSnapshots = async (
  ports: Ports,
  request: ManyRequest<Sent>,
): Promise<Result<SnapshotsAsked, CommandFailure>> => {
  const { id, sent } = request;
  const { organizationIds, confirm } = sent;
  if (organizationIds === undefined) return ofEverybody(ports, request);
  const claimed = await claimRequest(ports, 'takeSnapshots', request, (state) => {
    const refused = allowedByStatus.takeSnapshots(state);
    return refused === null ? ok({ answer: null }) : refuse(refused);
  });
  if (!claimed.ok) return claimed;
  const { results, failures } = await eachRow(ports, request, organizationIds, ({ organizationId, ...row }) =>
    actOnParticipant(ports, 'takeSnapshots', {
      ...row,
      key: { certificationEventId: id, organizationId },
      command: async () => ({ type: 'takeSnapshots', snapshotId: snapshotId(ports.ids.next('snp')), confirm }),
      answer: () => ({ done: null }),
    }),
  );
  const [first] = failures;
  const taken = results.filter(({ outcome }) => outcome === 'APPLIED').map((row) => row.organizationId);
  if (first !== undefined && taken.length === 0) return refuse(first);
  return ok({ execution: null, organizationIds: taken, results });
};
