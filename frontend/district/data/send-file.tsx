import { useSuspenseQuery } from '@tanstack/react-query';
import { Button, Label, Select } from '../../parts/uswds.tsx';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ColumnMapping } from '../../../shared/engine/ingest/job.ts';
import type { Upload } from '../../api/shapes.ts';
import { useCommand } from '../../api/use-command.ts';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import { usePermitted } from '../../parts/use-permitted.ts';
import { CheckResult } from './check-result.tsx';
import { type CheckedFile, checkFile, formatOf } from './check-file.ts';
import { ColumnNames } from './column-names.tsx';
import { dataStatusQuery } from './data-status-query.ts';
import { declarationsQuery } from './declarations.ts';
import { type Delivery, deliverFile } from './deliver-file.ts';
import type { Format } from './file-lines.ts';
import { Progress } from './progress.tsx';
import { UploadOutcome } from './upload-outcome.tsx';

interface Chosen {
  readonly file: File;
  readonly format: Format;
  readonly checked: CheckedFile | null;
}

const largestBytes = 500_000_000;

/** Delivers one file: chosen, checked here row by row, and sent only when nothing is wrong with it. */
export const SendFile = ({ organizationId }: { readonly organizationId: string }) => {
  const { t } = useTranslation('district');
  const id = useId();
  const isPermitted = usePermitted();
  const { data: declarations } = useSuspenseQuery(declarationsQuery);
  const { data: status } = useSuspenseQuery(dataStatusQuery(organizationId));
  const mappingOf = (name: string): ColumnMapping | undefined =>
    status.columnMappings.find((one) => one.dataset === name);
  const [dataset, setDataset] = useState('');
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [fileProblem, setFileProblem] = useState<'unknownFormat' | 'tooLarge' | null>(null);
  const [progress, setProgress] = useState(0);
  const send = useCommand<Delivery, Upload>({
    send: (delivery, header) => deliverFile(delivery, header, setProgress),
    changes: [['data', organizationId]],
  });
  const declarationOf = (name: string) => declarations.find((one) => one.name === name);
  const begin = async (file: File | undefined, name: string, mapping = mappingOf(name)): Promise<void> => {
    send.reset();
    setChosen(null);
    const declaration = declarationOf(name);
    if (file === undefined || declaration === undefined) return setFileProblem(null);
    const format = formatOf(file.name);
    if (format === undefined) return setFileProblem('unknownFormat');
    if (file.size > largestBytes) return setFileProblem('tooLarge');
    setFileProblem(null);
    setProgress(0);
    setChosen({ file, format, checked: null });
    const checked = await checkFile({ file, format, declaration, mapping, onProgress: setProgress });
    // Another file may have been chosen meanwhile.
    setChosen((now) => (now?.file === file ? { file, format, checked } : now));
  };
  const declaration = declarationOf(dataset);
  const isClean = chosen?.checked?.problemCount === 0;
  return (
    <section className="step deliver" aria-label={t('data.deliver')}>
      <h2>{t('data.deliver')}</h2>
      <p>{t('data.deliverText')}</p>
      <Label htmlFor={`${id}-dataset`}>{t('run.dataset')}</Label>
      <Select
        id={`${id}-dataset`}
        name="dataset"
        value={dataset}
        onChange={({ currentTarget }) => {
          setDataset(currentTarget.value);
          void begin(chosen?.file, currentTarget.value);
        }}
      >
        <option value="">{t('data.choose')}</option>
        {declarations.map(({ name, title }) => (
          <option key={name} value={name}>
            {title}
          </option>
        ))}
      </Select>
      <Label htmlFor={`${id}-file`}>{t('data.file')}</Label>
      <span className="usa-hint" id={`${id}-hint`}>
        {t('data.fileHint')}
      </span>
      <input
        id={`${id}-file`}
        className="file"
        type="file"
        accept=".csv,.ndjson,.jsonl,.json"
        disabled={dataset === '' || send.isPending}
        aria-describedby={`${id}-hint`}
        onChange={({ currentTarget }) => void begin(currentTarget.files?.[0], dataset)}
      />
      <div role="status">
        {fileProblem !== null && <p className="usa-error-message">{t(`data.${fileProblem}`)}</p>}
        {chosen !== null && chosen.checked === null && <Progress label={t('data.checking')} share={progress} />}
      </div>
      {chosen !== null && chosen.checked !== null && declaration !== undefined && (
        <CheckResult file={chosen.file} checked={chosen.checked}>
          {chosen.checked.foreign.length > 0 && isPermitted('setColumnMapping') && (
            <ColumnNames
              organizationId={organizationId}
              declaration={declaration}
              checked={chosen.checked}
              mapping={mappingOf(dataset)}
              onSaved={(mapping) => void begin(chosen.file, dataset, mapping)}
            />
          )}
        </CheckResult>
      )}
      <ProblemAlert error={send.error} />
      {send.isPending && <Progress label={t('data.sending')} share={progress} />}
      {chosen !== null && isClean && send.data === undefined && !send.isPending && (
        <Button
          type="button"
          onClick={() => send.mutate({ organizationId, dataset, file: chosen.file, format: chosen.format })}
        >
          {t('data.send')}
        </Button>
      )}
      {send.data !== undefined && <UploadOutcome upload={send.data} />}
    </section>
  );
};
