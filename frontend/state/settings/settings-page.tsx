import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { answerOf, api, wholeAnswerOf } from '../../api/client.ts';
import type { Agency } from '../../api/shapes.ts';
import { SelectField, TextField } from '../../parts/fields.tsx';
import { Page } from '../../parts/page.tsx';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import { SaveConflict } from '../../parts/save-conflict.tsx';
import { TimeText } from '../../parts/time-text.tsx';
import { say } from '../../parts/toasts.tsx';
import { usePermitted } from '../../parts/use-permitted.ts';
import { useSaving } from '../../parts/use-saving.ts';
import { Button, ButtonGroup } from '../../parts/uswds.tsx';
import { useDraft } from '../../session/use-draft.ts';
import { BackLink } from '../administration/back-link.tsx';

const policies = ['NONE', 'ACKNOWLEDGE', 'EXPLAIN'] as const;
type SettingsForm = Pick<Agency, 'name' | 'shortName' | 'timeZone' | 'warningPolicy'>;

const settingsQuery = {
  queryKey: ['settings', 'versioned'],
  queryFn: () => wholeAnswerOf(api.GET('/v1/settings')),
};

const formOf = ({ name, shortName, timeZone, warningPolicy }: Agency): SettingsForm => ({
  name,
  shortName,
  timeZone,
  warningPolicy,
});

/** The agency: its names, the zone in which its days begin and end, and what warnings ask of districts. */
export const SettingsPage = () => {
  const { t } = useTranslation('administration');
  const id = useId();
  const queries = useQueryClient();
  const isPermitted = usePermitted();
  const { data: answer } = useSuspenseQuery(settingsQuery);
  const form = useForm<SettingsForm>({ defaultValues: formOf(answer.data) });
  useDraft('settings', form);
  const saving = useSaving<Agency, SettingsForm>({
    answer,
    reload: () => queries.query({ ...settingsQuery, staleTime: 0 }),
    send: (body, header) => answerOf(api.PUT('/v1/settings', { params: { header }, body })),
    changes: [['settings']],
    onDone: () => say(t('saved')),
  });
  const { register, formState, handleSubmit } = form;
  const { errors } = formState;
  const required = { required: t('required') };
  const mayChange = isPermitted('replaceSettings');
  return (
    <Page
      title={t('settings.title')}
      lead={t('settings.lead')}
      above={<BackLink to="/administration">{t('title')}</BackLink>}
    >
      <form
        noValidate
        className="form form--page form--narrow"
        onSubmit={(submitted) => void handleSubmit(saving.save)(submitted)}
      >
        <TextField label={t('settings.name')} problem={errors.name?.message} {...register('name', required)} />
        <TextField
          label={t('settings.shortName')}
          hint={t('settings.shortNameHint')}
          maxLength={40}
          problem={errors.shortName?.message}
          {...register('shortName', required)}
        />
        <TextField
          label={t('settings.timeZone')}
          hint={t('settings.timeZoneHint')}
          maxLength={64}
          list={id}
          problem={errors.timeZone?.message}
          {...register('timeZone', required)}
        />
        <datalist id={id}>
          {Intl.supportedValuesOf('timeZone').map((zone) => (
            <option key={zone} value={zone} />
          ))}
        </datalist>
        <SelectField label={t('settings.warningPolicy')} {...register('warningPolicy')}>
          {policies.map((value) => (
            <option key={value} value={value}>
              {t(`settings.policy.${value}`)}
            </option>
          ))}
        </SelectField>
        <p className="row-note">
          {`${t('settings.now')}: `}
          <TimeText at={answer.data.now} />
        </p>
        <ProblemAlert error={saving.error} />
        {mayChange && (
          <ButtonGroup>
            <Button type="submit" disabled={saving.isPending}>
              {t('save')}
            </Button>
          </ButtonGroup>
        )}
      </form>
      <SaveConflict
        saving={saving}
        values={(theirs) => {
          const mine = form.getValues();
          return [
            { label: t('settings.name'), mine: mine.name, theirs: theirs.name },
            { label: t('settings.shortName'), mine: mine.shortName, theirs: theirs.shortName },
            { label: t('settings.timeZone'), mine: mine.timeZone, theirs: theirs.timeZone },
            {
              label: t('settings.warningPolicy'),
              mine: t(`settings.policy.${mine.warningPolicy}`),
              theirs: t(`settings.policy.${theirs.warningPolicy}`),
            },
          ];
        }}
        onTake={(theirs) => form.reset(formOf(theirs))}
      />
    </Page>
  );
};
