import type { DefinitionBody } from '../../contracts/schemas/certification-event.ts';
import type { Definition } from '../../domain/certification-event/state.ts';

/** What an editor sent, as the domain keeps it: the short part that lists show, and the long part. */
export const definitionFrom = (sent: DefinitionBody): Definition => {
  const { description, dataLinks, participants, requiredDatasets, ...outline } = sent;
  return { outline, body: { description, dataLinks, participants, requiredDatasets, pinnedGroups: [] } };
};
