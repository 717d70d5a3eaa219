import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Checkbox, ErrorMessage, FormGroup, Label, TextInput } from '../../parts/uswds.tsx';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { answerOf, api } from '../../api/client.ts';
import { useCommand } from '../../api/use-command.ts';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import { say } from '../../parts/toasts.tsx';
import { useDraft } from '../../session/use-draft.ts';
import { changedBy, type Work } from '../certification-query.ts';

const signature = z.object({
  name: z.string().trim().min(1, 'nameMissing').max(200, 'nameTooLong'),
  accepted: z.literal(true, 'notAccepted'),
});
type Signature = z.output<typeof signature>;
type SignatureInput = { name: string; accepted: boolean };

const problems = ['nameMissing', 'nameTooLong', 'notAccepted'] as const;
const problemIn = (message: string | undefined) => problems.find((problem) => problem === message);

interface AttestationProps {
  readonly work: Work;
  readonly text: string;
}

/** The statement a certifier signs with his name. Nothing is sent before both are given. */
export const Attestation = ({ work, text }: AttestationProps) => {
  const { t } = useTranslation('district');
  const form = useForm<SignatureInput, unknown, Signature>({
    resolver: zodResolver<SignatureInput, unknown, Signature>(signature),
    defaultValues: { name: '', accepted: false },
  });
  useDraft(`attestation ${work.eventId} ${work.orgId}`, form);
  const submit = useCommand<Signature, unknown>({
    send: (attestation, header) =>
      answerOf(
        api.POST('/v1/certifications/{eventId}/{orgId}/submit', {
          params: { path: work, header },
          body: { attestation },
        }),
      ),
    changes: changedBy(work),
    onDone: () => say(t('submit.done')),
  });
  const { errors } = form.formState;
  const { ref: nameRef, ...name } = form.register('name');
  const { ref: acceptedRef, ...accepted } = form.register('accepted');
  const nameProblem = problemIn(errors.name?.message);
  const acceptedProblem = problemIn(errors.accepted?.message);
  return (
    <form
      className="attestation"
      noValidate
      onSubmit={(event) => void form.handleSubmit((value) => submit.mutate(value))(event)}
    >
      <h3>{t('submit.attestation')}</h3>
      <blockquote className="quote" lang="en">
        {text}
      </blockquote>
      <FormGroup error={acceptedProblem !== undefined}>
        {acceptedProblem !== undefined && (
          <ErrorMessage id="accepted-problem">{t(`submit.${acceptedProblem}`)}</ErrorMessage>
        )}
        <Checkbox
          id="accepted"
          label={t('submit.accept')}
          ref={acceptedRef}
          aria-describedby={acceptedProblem === undefined ? undefined : 'accepted-problem'}
          {...accepted}
        />
      </FormGroup>
      <FormGroup error={nameProblem !== undefined}>
        <Label htmlFor="signed-name">{t('submit.name')}</Label>
        {nameProblem !== undefined && <ErrorMessage id="name-problem">{t(`submit.${nameProblem}`)}</ErrorMessage>}
        <TextInput
          id="signed-name"
          type="text"
          autoComplete="name"
          ref={nameRef}
          aria-describedby={nameProblem === undefined ? undefined : 'name-problem'}
          aria-invalid={nameProblem !== undefined}
          {...name}
        />
      </FormGroup>
      <ProblemAlert error={submit.error} />
      <Button type="submit" size="big" disabled={submit.isPending}>
        {t('submit.submit')}
      </Button>
    </form>
  );
};
