import { chainOf } from '../application/audit/chain.ts';
import type { EntityRow } from '../application/ports/table-rows.ts';

/** The chain that a stored state belongs to, by what it says of itself. */
export const chainOfRow = (row: EntityRow): string => {
  switch (row.entity) {
    case 'agency':
      return chainOf('agency', 'AGENCY');
    case 'dataset':
      return chainOf('dataset', row.state.name);
    case 'organizationData':
      return chainOf('organizationData', row.state.organizationId);
    case 'participant':
      return chainOf('participant', row.state);
    case 'localMembers':
      return chainOf('localMembers', row.state);
    case 'organization':
      return chainOf('organization', row.state.id);
    case 'user':
      return chainOf('user', row.state.id);
    case 'category':
      return chainOf('category', row.state.id);
    case 'rule':
      return chainOf('rule', row.state.id);
    case 'validationGroup':
      return chainOf('validationGroup', row.state.id);
    case 'certificationEvent':
      return chainOf('certificationEvent', row.state.id);
    case 'run':
      return chainOf('run', row.state.id);
    case 'snapshot':
      return chainOf('snapshot', row.state.id);
    case 'upload':
      return chainOf('upload', row.state.id);
    case 'message':
      return chainOf('message', row.state.id);
    case 'timer':
      return chainOf('timer', row.state.id);
  }
};
