import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useFormContext } from 'react-hook-form';
import { agencyQuery } from '../../../api/queries.ts';
import { ConflictDialog } from '../../../parts/conflict-dialog.tsx';
import { useDefinitionWords, isDefinitionField } from '../definition-words.ts';
import { eventQuery } from '../event-query.ts';
import { bodyOf, type DefinitionForm, formOf } from './definition-form.ts';

interface SavedMeanwhileProps {
  readonly eventId: string;
  /** Saves what is typed over what is there now. */
  readonly onKeepMine: () => void;
  readonly onClose: () => void;
}

/** Somebody else has saved the same definition: both in words, and which of them stays. */
export const SavedMeanwhile = ({ eventId, onKeepMine, onClose }: SavedMeanwhileProps) => {
  const form = useFormContext<DefinitionForm>();
  const { data: agency } = useSuspenseQuery(agencyQuery);
  const { label, valueWords } = useDefinitionWords();
  const { data: newest } = useQuery({ ...eventQuery(eventId), staleTime: 0, refetchOnMount: 'always' });
  const version = newest?.etag ?? null;
  // The one that was loaded is shown no more: it waits for what is there now.
  if (newest === undefined || version === null || version === form.getValues('version')) return null;
  const theirs = formOf(newest.data, version, agency.timeZone);
  const mineBody: Readonly<Record<string, unknown>> = { ...bodyOf(form.getValues(), agency.timeZone) };
  const values = Object.entries(bodyOf(theirs, agency.timeZone)).flatMap(([field, value]) =>
    isDefinitionField(field)
      ? [{ label: label(field), mine: valueWords(field, mineBody[field]), theirs: valueWords(field, value) }]
      : [],
  );
  return (
    <ConflictDialog
      values={values}
      onKeepMine={() => {
        form.setValue('version', version);
        onClose();
        onKeepMine();
      }}
      onTakeTheirs={() => {
        form.reset(theirs);
        onClose();
      }}
      onClose={onClose}
    />
  );
};
