import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { Organization } from '../../../api/shapes.ts';
import { type Column, DataTable } from '../../../parts/data-table.tsx';
import { Field } from '../../../parts/field.tsx';
import { ProblemAlert } from '../../../parts/problem-alert.tsx';
import { Button, Checkbox, TextInput } from '../../../parts/uswds.tsx';
import { Loading } from '../../../shell/outcomes.tsx';
import { type Level, organizationsQuery } from '../library.ts';
import type { DefinitionForm } from './definition-form.ts';

const holds = ({ name, number }: Organization, text: string): boolean =>
  `${name} ${number}`.toLowerCase().includes(text.trim().toLowerCase());

/** Which districts or schools take part: found by name or number, chosen one by one or all that are shown. */
export const ParticipantChoice = ({ level }: { readonly level: Level }) => {
  const { t } = useTranslation('events');
  const { watch, setValue } = useFormContext<DefinitionForm>();
  const [wanted, setWanted] = useState('');
  // A fault must not take the form with it: it is told here.
  const { data: organizations, error } = useQuery(organizationsQuery(level));
  const { data: districts = [] } = useQuery(organizationsQuery('DISTRICT'));
  const chosen = new Set(watch('participants'));
  const districtNames = new Map(districts.map(({ id, name }) => [id, name]));
  const shown = (organizations ?? []).filter((organization) => holds(organization, wanted));
  const take = (next: ReadonlySet<string>): void => setValue('participants', [...next], { shouldDirty: true });
  const choose = (id: string, isChosen: boolean): void =>
    take(isChosen ? new Set([...chosen, id]) : new Set([...chosen].filter((one) => one !== id)));
  const shownIds = new Set(shown.map(({ id }) => id));
  const columns: readonly Column<Organization>[] = [
    {
      id: 'name',
      header: t('participants.name'),
      cell: ({ id, name }) => (
        <Checkbox
          id={`participant-${id}`}
          label={<span className="name">{name}</span>}
          checked={chosen.has(id)}
          onChange={({ currentTarget }) => choose(id, currentTarget.checked)}
        />
      ),
    },
    { id: 'number', header: t('participants.number'), cell: ({ number }) => number },
    ...(level === 'SCHOOL'
      ? [
          {
            id: 'district',
            header: t('level.DISTRICT'),
            cell: ({ parentOrganizationId }: Organization) => districtNames.get(parentOrganizationId ?? '') ?? '–',
          },
        ]
      : []),
  ];
  if (error !== null) return <ProblemAlert error={error} />;
  if (organizations === undefined) return <Loading />;
  return (
    <>
      <Field id="find-participants" label={t('editor.find')}>
        {(ties) => (
          <TextInput
            type="text"
            maxLength={200}
            {...ties}
            value={wanted}
            onChange={({ currentTarget }) => setWanted(currentTarget.value)}
            // Enter looks for something; it does not save.
            onKeyDown={(key) => key.key === 'Enter' && key.preventDefault()}
          />
        )}
      </Field>
      <div className="buttons">
        <Button type="button" outline onClick={() => take(new Set([...chosen, ...shownIds]))}>
          {t('editor.chooseShown', { count: shown.length })}
        </Button>
        <Button type="button" outline onClick={() => take(new Set([...chosen].filter((id) => !shownIds.has(id))))}>
          {t('editor.dropShown', { count: shown.length })}
        </Button>
      </div>
      <DataTable
        caption={t('field.participants')}
        captionHidden
        columns={columns}
        rows={shown}
        idOf={({ id }) => id}
        summary={t('editor.chosen', { shown: chosen.size, count: organizations.length })}
      />
    </>
  );
};
