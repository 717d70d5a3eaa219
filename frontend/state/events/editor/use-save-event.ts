import { useQueryClient } from '@tanstack/react-query';
import type { UseFormReturn } from 'react-hook-form';
import { type Answer, api, wholeAnswerOf } from '../../../api/client.ts';
import type { CertificationEvent } from '../../../api/shapes.ts';
import { type Repeatable, useCommand } from '../../../api/use-command.ts';
import { bodyOf, type DefinitionForm, formOf } from './definition-form.ts';

interface SaveWish {
  /** Null for a new one. */
  readonly eventId: string | null;
  readonly form: UseFormReturn<DefinitionForm, unknown, DefinitionForm>;
  readonly zone: string;
}

export interface Saved {
  readonly event: CertificationEvent;
  readonly etag: string;
}

const sendTo = (
  eventId: string | null,
  definition: DefinitionForm,
  zone: string,
  header: Repeatable,
): Promise<Answer<CertificationEvent>> => {
  const body = bodyOf(definition, zone);
  if (eventId === null) return wholeAnswerOf(api.POST('/v1/certification-events', { params: { header }, body }));
  return wholeAnswerOf(
    api.PUT('/v1/certification-events/{id}', {
      params: { path: { id: eventId }, header: { 'If-Match': definition.version } },
      body,
    }),
  );
};

/** Saves what was typed: a new one, or changes of what was loaded. Then the form is as it was saved. */
export const useSaveEvent = ({ eventId, form, zone }: SaveWish) => {
  const queries = useQueryClient();
  return useCommand<DefinitionForm, Saved>({
    send: async (definition, header) => {
      const { data: event, etag, retryAfter } = await sendTo(eventId, definition, zone, header);
      queries.setQueryData(['event', event.id], { data: event, etag, retryAfter });
      return { event, etag: etag ?? '*' };
    },
    changes: [['events']],
    onDone: ({ event, etag }) => form.reset(formOf(event, etag, zone)),
  });
};
