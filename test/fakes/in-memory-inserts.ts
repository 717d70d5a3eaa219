import type { Insert } from '../../shared/application/ports/unit-of-work.ts';
import { kept } from './kept.ts';
import { type InMemoryData, nameOf } from './in-memory-data.ts';

const nameOfInsert = (insert: Insert): string => {
  switch (insert.row) {
    case 'body':
      return nameOf(insert.certificationEventId, insert.bodyId);
    case 'ruleVersion':
      return nameOf(insert.version.id, insert.version.ruleVersion);
    case 'declaration':
      return nameOf(insert.declaration.name, insert.declaration.version);
    case 'ruleCode':
      return insert.code.toUpperCase();
    case 'userName':
      return insert.userId.toLowerCase();
    case 'versionPin':
    case 'releasedPin':
      return nameOf(insert.organizationId, insert.snapshotId);
    case 'datasetVersion':
    case 'changedVersion':
      return nameOf(insert.organizationId, insert.version.dataset, insert.version.version);
    case 'number':
      return nameOf(insert.number);
    case 'chunk':
      return nameOf(insert.certificationEventId, insert.revision, insert.chunk);
  }
};

export const insertable = (data: InMemoryData, insert: Insert): boolean => {
  switch (insert.row) {
    case 'body':
      return !data.bodies.has(nameOfInsert(insert));
    case 'ruleVersion':
      return !data.ruleVersions.has(nameOfInsert(insert));
    case 'declaration':
      return !data.declarations.has(nameOfInsert(insert));
    case 'ruleCode':
      return !data.ruleCodes.has(nameOfInsert(insert));
    case 'userName':
      return !data.userNames.has(nameOfInsert(insert));
    case 'versionPin':
      return !data.versionPins.has(nameOfInsert(insert));
    case 'changedVersion':
      return data.datasetVersions.has(nameOfInsert(insert));
    case 'datasetVersion':
      return true;
    case 'releasedPin':
      return data.versionPins.has(nameOfInsert(insert));
    case 'number':
      return insert.number === data.lastNumber + 1;
    case 'chunk':
      return !data.chunks.has(nameOfInsert(insert));
  }
};

export const insertRow = (data: InMemoryData, insert: Insert): void => {
  const name = nameOfInsert(insert);
  switch (insert.row) {
    case 'body':
      data.bodies.set(name, kept(insert.body));
      return;
    case 'ruleVersion':
      data.ruleVersions.set(name, kept(insert.version));
      return;
    case 'declaration':
      data.declarations.set(name, structuredClone(insert.declaration));
      return;
    case 'ruleCode':
      data.ruleCodes.set(name, insert.ruleId);
      return;
    case 'userName':
      data.userNames.set(name, insert.userId);
      return;
    case 'datasetVersion':
      if (!data.datasetVersions.has(name)) data.datasetVersions.set(name, kept(insert.version));
      return;
    case 'changedVersion':
      data.datasetVersions.set(name, kept(insert.version));
      return;
    case 'versionPin':
      data.versionPins.set(name, kept({ snapshotId: insert.snapshotId, versions: insert.versions }));
      return;
    case 'releasedPin':
      data.versionPins.set(name, kept({ snapshotId: insert.snapshotId, versions: {} }));
      return;
    case 'number':
      data.lastNumber = insert.number;
      return;
    case 'chunk':
      data.chunks.add(name);
      return;
  }
};
