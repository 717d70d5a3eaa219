import { useSuspenseQuery } from '@tanstack/react-query';
import { useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { agencyQuery } from '../../../api/queries.ts';
import { Field } from '../../../parts/field.tsx';
import { Checkbox, ErrorMessage, Radio, TextInput } from '../../../parts/uswds.tsx';
import { datasetsQuery } from '../library.ts';
import type { DefinitionForm } from './definition-form.ts';
import { useFieldProblem } from './field-problems.ts';

const methods = ['NONE', 'ON_CERT_START', 'FULL'] as const;
const timeOf = { ON_CERT_START: 'missingSnapshotAt', FULL: 'fullSnapshotAt' } as const;

/** Step 4: whether and when the data are frozen. Times are those of the agency's clock. */
export const SnapshotsStep = () => {
  const { t } = useTranslation('events');
  const { register, watch, setValue, formState } = useFormContext<DefinitionForm>();
  const { data: agency } = useSuspenseQuery(agencyQuery);
  const { data: datasets } = useSuspenseQuery(datasetsQuery);
  const problem = useFieldProblem();
  const method = watch('snapshotMethod');
  const required = watch('requiredDatasets');
  const methodProblem = problem(formState.errors.snapshotMethod?.message);
  const time = method === 'ON_CERT_START' || method === 'FULL' ? timeOf[method] : null;
  const choose = (name: string, isChosen: boolean): void =>
    setValue('requiredDatasets', isChosen ? [...required, name] : required.filter((one) => one !== name), {
      shouldDirty: true,
    });
  return (
    <>
      <fieldset className="usa-fieldset group" aria-describedby={methodProblem && 'method-problem'}>
        <legend className="usa-label">{t('field.snapshotMethod')}</legend>
        {methodProblem !== undefined && <ErrorMessage id="method-problem">{methodProblem}</ErrorMessage>}
        {methods.map((one) => (
          <Radio
            key={one}
            id={`method-${one}`}
            value={one}
            label={
              <>
                {t(`method.${one}`)}
                <span className="row-note">{t(`editor.method.${one}`)}</span>
              </>
            }
            {...register('snapshotMethod')}
          />
        ))}
      </fieldset>
      {time !== null && (
        <Field
          id={time}
          label={t(`field.${time}`)}
          hint={t(`editor.hint.${time}`, { zone: agency.timeZone })}
          problem={problem(formState.errors[time]?.message)}
        >
          {(ties) => <TextInput type="datetime-local" {...ties} {...register(time)} />}
        </Field>
      )}
      {method !== '' && method !== 'NONE' && (
        <Checkbox
          id="allowDistrictRetake"
          label={t('field.allowDistrictRetake')}
          {...register('allowDistrictRetake')}
        />
      )}
      <fieldset className="usa-fieldset group">
        <legend className="usa-label">{t('field.requiredDatasets')}</legend>
        <span className="usa-hint">{t('editor.hint.requiredDatasets')}</span>
        {datasets.map(({ name, title }) => (
          <Checkbox
            key={name}
            id={`dataset-${name}`}
            label={<span className="name">{title}</span>}
            checked={required.includes(name)}
            onChange={({ currentTarget }) => choose(name, currentTarget.checked)}
          />
        ))}
      </fieldset>
    </>
  );
};
