import '../events.css';
import { zodResolver } from '@hookform/resolvers/zod';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { isRefused } from '../../../api/problem.ts';
import { agencyQuery } from '../../../api/queries.ts';
import type { CertificationEvent } from '../../../api/shapes.ts';
import { later } from '../../../parts/later.tsx';
import { ProblemAlert } from '../../../parts/problem-alert.tsx';
import { useProblemWords } from '../../../parts/problem-words.ts';
import { say } from '../../../parts/toasts.tsx';
import { useDraft } from '../../../session/use-draft.ts';
import { PublishDialog } from '../dialogs.ts';
import { type EditorStep, editorSteps } from '../event-words.ts';
import { type DefinitionForm, definitionSchema } from './definition-form.ts';
import { DetailsStep } from './details-step.tsx';
import { EditorButtons } from './editor-buttons.tsx';
import { EditorSteps } from './editor-steps.tsx';
import { faultySteps } from './field-problems.ts';
import { LeaveDialog } from './leave-dialog.tsx';
import { fieldOf, placeOf } from './step-of-field.ts';
import { type Saved, useSaveEvent } from './use-save-event.ts';

const DataStep = later(async () => (await import('./data-step.tsx')).DataStep);
const SnapshotsStep = later(async () => (await import('./snapshots-step.tsx')).SnapshotsStep);
const SavedMeanwhile = later(async () => (await import('./saved-meanwhile.tsx')).SavedMeanwhile);
const ParticipantsStep = later(async () => (await import('./participants-step.tsx')).ParticipantsStep);

interface EditorProps {
  /** Null for a new one. */
  readonly event: CertificationEvent | null;
  readonly initial: DefinitionForm;
  readonly step: EditorStep;
}

/** The definition of a certification event in four steps. What was typed stays while one goes from step to step. */
export const Editor = ({ event, initial, step }: EditorProps) => {
  const { t } = useTranslation('events');
  const navigate = useNavigate();
  const words = useProblemWords();
  const { data: agency } = useSuspenseQuery(agencyQuery);
  const [publishing, setPublishing] = useState<Saved | null>(null);
  const form = useForm<DefinitionForm, unknown, DefinitionForm>({
    resolver: zodResolver<DefinitionForm, unknown, DefinitionForm>(definitionSchema),
    defaultValues: initial,
  });
  useDraft(`certification event ${event?.id ?? 'new'}`, form);
  const save = useSaveEvent({ eventId: event?.id ?? null, form, zone: agency.timeZone });
  const goTo = (next: EditorStep) => void navigate({ to: '.', search: { step: next } });
  const goToFirst = (faults: readonly string[]): void => {
    const first = editorSteps.find((one) => faults.some((name) => placeOf(name)?.[0] === one));
    if (first !== undefined && first !== step) goTo(first);
  };
  /** What the API refuses by a pointer is shown at its field. */
  const showRefused = (fault: Error): void => {
    if (!isRefused(fault)) return;
    const refused = fault.told.errors ?? [];
    for (const { pointer } of refused) {
      const field = fieldOf(pointer, form.getValues('groupIds').length);
      if (field !== undefined) form.setError(field, { message: words(fault).title });
    }
    goToFirst(refused.map(({ pointer }) => pointer));
  };
  const openSaved = (eventId: string): void =>
    void navigate({
      to: '/certification-events/$eventId/edit',
      params: { eventId },
      search: { step },
      replace: true,
      ignoreBlocker: true,
    });
  const submit = (then: (saved: Saved) => void): void =>
    void form.handleSubmit(
      (definition) => save.mutate(definition, { onSuccess: then, onError: showRefused }),
      (errors) => goToFirst(Object.keys(errors)),
    )();
  const saveOnly = (): void =>
    submit(({ event: saved }) => {
      say(t('editor.saved'));
      if (event === null) openSaved(saved.id);
    });
  const isPublished = event !== null && event.status !== 'OPEN';
  const isStale = isRefused(save.error, 'IF_MATCH_STALE');
  return (
    <FormProvider {...form}>
      <EditorSteps shown={step} faulty={faultySteps(form.formState.errors)} />
      <form
        className="step"
        noValidate
        aria-label={t(`editor.step.${step}`)}
        onSubmit={(submitted) => {
          submitted.preventDefault();
          saveOnly();
        }}
      >
        <h2>{t(`editor.step.${step}`)}</h2>
        {step === 'details' && <DetailsStep isPublished={isPublished} />}
        {step === 'data' && <DataStep />}
        {step === 'participants' && <ParticipantsStep isPublished={isPublished} />}
        {step === 'snapshots' && <SnapshotsStep />}
        {!isStale && <ProblemAlert error={save.error} />}
        <EditorButtons
          event={event}
          step={step}
          busy={save.isPending}
          onStep={goTo}
          onPublish={() => submit(setPublishing)}
        />
      </form>
      {isStale && event !== null && (
        <SavedMeanwhile eventId={event.id} onKeepMine={saveOnly} onClose={() => save.reset()} />
      )}
      {publishing !== null && (
        <PublishDialog
          event={publishing.event}
          onClose={() => {
            setPublishing(null);
            if (event === null) openSaved(publishing.event.id);
          }}
        />
      )}
      <LeaveDialog />
    </FormProvider>
  );
};
