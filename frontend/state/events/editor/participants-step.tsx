import { useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { ErrorMessage, Radio } from '../../../parts/uswds.tsx';
import type { DefinitionForm } from './definition-form.ts';
import { useFieldProblem } from './field-problems.ts';
import { ParticipantChoice } from './participant-choice.tsx';

const levels = ['DISTRICT', 'SCHOOL'] as const;

/** Step 3: districts or schools, and which of them. */
export const ParticipantsStep = ({ isPublished }: { readonly isPublished: boolean }) => {
  const { t } = useTranslation('events');
  const { watch, register, setValue, getValues, formState } = useFormContext<DefinitionForm>();
  const problem = useFieldProblem();
  const level = watch('level');
  const everybody = watch('everybody');
  const levelProblem = problem(formState.errors.level?.message);
  const participantsProblem = problem(formState.errors.participants?.message);
  // Those of the other level would stand against publishing.
  const takeLevel = (): void => {
    if (getValues('participants').length > 0) setValue('participants', [], { shouldDirty: true });
  };
  return (
    <>
      <fieldset className="usa-fieldset group" aria-describedby={levelProblem && 'level-problem'}>
        <legend className="usa-label">{t('field.level')}</legend>
        <span className="usa-hint">{t(isPublished ? 'editor.levelFixed' : 'editor.hint.level')}</span>
        {levelProblem !== undefined && <ErrorMessage id="level-problem">{levelProblem}</ErrorMessage>}
        {levels.map((one) => (
          <Radio
            key={one}
            id={`level-${one}`}
            value={one}
            label={t(`level.${one}`)}
            {...register('level', { onChange: takeLevel })}
          />
        ))}
      </fieldset>
      {level !== '' && (
        <fieldset className="usa-fieldset group" aria-describedby={participantsProblem && 'participants-problem'}>
          <legend className="usa-label">{t('field.participants')}</legend>
          {participantsProblem !== undefined && (
            <ErrorMessage id="participants-problem">{participantsProblem}</ErrorMessage>
          )}
          <Radio
            id="participants-all"
            name="everybody"
            label={t(`editor.all.${level}`)}
            checked={everybody}
            onChange={() => setValue('everybody', true, { shouldDirty: true })}
          />
          <Radio
            id="participants-some"
            name="everybody"
            label={t('editor.some')}
            checked={!everybody}
            onChange={() => setValue('everybody', false, { shouldDirty: true })}
          />
        </fieldset>
      )}
      {level !== '' && !everybody && <ParticipantChoice level={level} />}
    </>
  );
};
