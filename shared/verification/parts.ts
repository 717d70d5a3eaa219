import type { EntityName } from '../application/entities.ts';
import type { TableRow } from '../application/ports/table-rows.ts';

export const directoryPart = 'directory';

const deliveries: readonly string[] = ['organizationData', 'upload'] satisfies readonly EntityName[];

const partOfEntity = (row: Extract<TableRow, { readonly row: 'entity' }>): string => {
  switch (row.entity) {
    case 'certificationEvent':
      return row.state.id;
    case 'participant':
    case 'run':
    case 'snapshot':
    case 'message':
      return row.state.certificationEventId;
    // A day's mail belongs to no certification event.
    case 'timer':
      return row.state.kind === 'DIGEST' ? directoryPart : row.state.certificationEventId;
    case 'organizationData':
    case 'upload':
      return 'deliveries';
    case 'agency':
    case 'organization':
    case 'user':
    case 'category':
    case 'localMembers':
    case 'rule':
    case 'validationGroup':
    case 'dataset':
      return directoryPart;
  }
};

/** The part of the table that a row is judged with: a certification event's id, `directory`, `deliveries` or `journal`. */
export const partOf = (row: TableRow): string => {
  switch (row.row) {
    case 'entity':
      return partOfEntity(row);
    case 'audit':
      return row.certificationEventId ?? (deliveries.includes(row.entry.entity) ? 'deliveries' : directoryPart);
    case 'body':
    case 'fence':
      return row.certificationEventId;
    case 'view':
      return row.certificationEventId ?? 'journal';
    case 'alert':
      return row.alert.certificationEventId ?? 'journal';
    case 'wait':
      return row.wait.key.certificationEventId;
    case 'ruleVersion':
      return directoryPart;
    case 'datasetVersion':
    case 'versionPin':
      return 'deliveries';
    case 'request':
    case 'outbox':
    case 'refusal':
    case 'lease':
    case 'damaged':
      return 'journal';
  }
};
