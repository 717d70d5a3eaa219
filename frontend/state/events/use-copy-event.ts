import { answerOf, api } from '../../api/client.ts';
import type { CertificationEvent } from '../../api/shapes.ts';
import { useCommand } from '../../api/use-command.ts';

/** Makes a new open one of the same definition, without its dates. */
export const useCopyEvent = (onDone: (copied: CertificationEvent) => void) =>
  useCommand<string, CertificationEvent>({
    send: (id, header) =>
      answerOf(api.POST('/v1/certification-events/{id}/copy', { params: { path: { id }, header }, body: {} })),
    changes: [['events']],
    onDone,
  });
