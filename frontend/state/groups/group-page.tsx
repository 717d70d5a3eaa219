import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useForm } from 'react-hook-form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Answer, answerOf, api } from '../../api/client.ts';
import type { ValidationGroupWithRules } from '../../api/shapes.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Page } from '../../parts/page.tsx';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import { SaveConflict } from '../../parts/save-conflict.tsx';
import { Severity } from '../../parts/severity.tsx';
import { Status } from '../../parts/status.tsx';
import { say } from '../../parts/toasts.tsx';
import { usePermitted } from '../../parts/use-permitted.ts';
import { useSaving } from '../../parts/use-saving.ts';
import { Button, ButtonGroup } from '../../parts/uswds.tsx';
import { useDraft } from '../../session/use-draft.ts';
import { BackLink } from '../administration/back-link.tsx';
import { GroupFields } from './group-fields.tsx';
import { bodyOf, formOf, type GroupForm } from './group-form.ts';
import { GroupLog } from './group-log.tsx';
import { groupQuery } from './group-query.ts';

const route = getRouteApi('/signed-in/groups/$id');
type Entry = ValidationGroupWithRules['rules'][number];

interface EditGroupProps {
  readonly answer: Answer<ValidationGroupWithRules>;
  readonly onDone: () => void;
}

const EditGroup = ({ answer, onDone }: EditGroupProps) => {
  const { t } = useTranslation(['rules', 'administration', 'shell']);
  const queries = useQueryClient();
  const { id, rules: known } = answer.data;
  const form = useForm<GroupForm>({ defaultValues: formOf(answer.data) });
  useDraft(`group/${id}`, form);
  const saving = useSaving<ValidationGroupWithRules, GroupForm>({
    answer,
    reload: () => queries.query({ ...groupQuery(id), staleTime: 0 }),
    send: (group, header) =>
      answerOf(api.PATCH('/v1/validation-groups/{id}', { params: { path: { id }, header }, body: bodyOf(group) })),
    changes: [['validation-groups']],
    onDone: () => {
      say(t('administration:saved'));
      onDone();
    },
  });
  const listed = ({ rules }: GroupForm): string =>
    rules.map(({ ruleId }) => known.find((rule) => rule.ruleId === ruleId)?.code ?? ruleId).join(', ');
  return (
    <form
      noValidate
      className="form form--page"
      onSubmit={(submitted) => void form.handleSubmit(saving.save)(submitted)}
    >
      <GroupFields form={form} />
      <ProblemAlert error={saving.error} />
      <ButtonGroup>
        <Button type="submit" disabled={saving.isPending}>
          {t('administration:save')}
        </Button>
        <Button type="button" unstyled className="padding-105" onClick={onDone}>
          {t('shell:cancel')}
        </Button>
      </ButtonGroup>
      <SaveConflict
        saving={saving}
        values={(theirs) => {
          const mine = form.getValues();
          const other = formOf(theirs);
          const words = (active: boolean): string => (active ? t('administration:yes') : t('administration:no'));
          return [
            { label: t('administration:name'), mine: mine.name, theirs: other.name },
            { label: t('administration:description'), mine: mine.description, theirs: other.description },
            { label: t('administration:active'), mine: words(mine.active), theirs: words(other.active) },
            { label: t('rules:groups.rules'), mine: listed(mine), theirs: listed(other) },
          ];
        }}
        onTake={(theirs) => form.reset(formOf(theirs))}
      />
    </form>
  );
};

const useColumns = (): readonly Column<Entry>[] => {
  const { t } = useTranslation('rules');
  return [
    {
      id: 'rule',
      header: t('name'),
      cell: ({ ruleId, code, name, enabled }) => (
        <>
          <Link to="/rules/$id" params={{ id: ruleId }}>{`${code} ${name}`}</Link>
          {!enabled && <Status tone="quiet" words={t('groups.disabled')} />}
        </>
      ),
    },
    { id: 'severity', header: t('severity'), cell: ({ severity }) => <Severity severity={severity} /> },
    {
      id: 'version',
      header: t('version'),
      cell: ({ version, newestVersion, updateAvailable }) => (
        <>
          {version === null ? t('groups.newestIs', { version: newestVersion }) : t('versionNumber', { version })}
          {updateAvailable && <Status tone="waiting" words={t('groups.update', { version: newestVersion })} />}
        </>
      ),
    },
  ];
};

/** One validation group: its rules in order, and who changed it. */
export const GroupPage = () => {
  const { t } = useTranslation(['rules', 'administration']);
  const { id } = route.useParams();
  const isPermitted = usePermitted();
  const { data: answer } = useSuspenseQuery(groupQuery(id));
  const group = answer.data;
  const columns = useColumns();
  const [isEditing, setEditing] = useState(false);
  return (
    <Page
      title={group.name}
      {...(group.description !== null && { lead: group.description })}
      above={<BackLink to="/groups">{t('rules:groups.title')}</BackLink>}
      actions={
        isPermitted('changeValidationGroup') &&
        !isEditing && (
          <Button type="button" outline onClick={() => setEditing(true)}>
            {t('administration:edit')}
          </Button>
        )
      }
    >
      <p className="statuses">
        {t(`administration:level.${group.level}`)}
        <Status
          tone={group.active ? 'done' : 'quiet'}
          words={group.active ? t('administration:active') : t('administration:inactive')}
        />
      </p>
      {isEditing ? (
        <EditGroup answer={answer} onDone={() => setEditing(false)} />
      ) : (
        <>
          {group.rules.length === 0 ? (
            <EmptyState title={t('rules:groups.noRules')} />
          ) : (
            <DataTable
              caption={t('rules:groups.rules')}
              columns={columns}
              rows={group.rules}
              idOf={({ ruleId }) => ruleId}
            />
          )}
          <GroupLog group={group} />
        </>
      )}
    </Page>
  );
};
