import { useSuspenseQuery } from '@tanstack/react-query';
import { useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Checkbox, ErrorMessage } from '../../../parts/uswds.tsx';
import { groupsQuery } from '../library.ts';
import type { DefinitionForm } from './definition-form.ts';
import { useFieldProblem } from './field-problems.ts';

/** The validation groups whose rules districts run. They are run in the order in which they were chosen. */
export const GroupChoice = () => {
  const { t } = useTranslation('events');
  const { watch, setValue, formState } = useFormContext<DefinitionForm>();
  const problem = useFieldProblem()(formState.errors.groupIds?.message);
  const { data: groups } = useSuspenseQuery(groupsQuery);
  const chosen = watch('groupIds');
  const level = watch('level');
  const offered = groups.filter(
    (group) => chosen.includes(group.id) || (group.active && (level === '' || group.level === level)),
  );
  const choose = (id: string, isChosen: boolean): void =>
    setValue('groupIds', isChosen ? [...chosen, id] : chosen.filter((one) => one !== id), { shouldDirty: true });
  return (
    <fieldset className="usa-fieldset group" aria-describedby={problem && 'groups-problem'}>
      <legend className="usa-label">{t('editor.groups')}</legend>
      {problem !== undefined && <ErrorMessage id="groups-problem">{problem}</ErrorMessage>}
      {offered.length === 0 && <p>{t('editor.noGroups')}</p>}
      {offered.map(({ id, name, description, active, level: ofLevel, rules }) => (
        <Checkbox
          key={id}
          id={`group-${id}`}
          checked={chosen.includes(id)}
          onChange={({ currentTarget }) => choose(id, currentTarget.checked)}
          label={
            <>
              <span className="name">{name}</span>
              <span className="row-note">
                {[
                  t(`level.${ofLevel}`),
                  t('editor.rules', { count: rules.length }),
                  ...(active ? [] : [t('editor.inactive')]),
                  ...(description === null ? [] : [description]),
                ].join(' · ')}
              </span>
            </>
          }
        />
      ))}
    </fieldset>
  );
};
