import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DatasetDeclaration } from '../../../shared/engine/declaration.ts';
import type { ColumnMapping } from '../../../shared/engine/ingest/job.ts';
import { answerOf, api, wholeAnswerOf } from '../../api/client.ts';
import type { components } from '../../api/openapi.ts';
import { useCommand } from '../../api/use-command.ts';
import { SelectField } from '../../parts/fields.tsx';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import { Button } from '../../parts/uswds.tsx';
import type { CheckedFile } from './check-file.ts';
import { type Choices, choicesFrom, mappingWith } from './column-choices.ts';

type DataStatus = components['schemas']['DataStatus'];

interface ColumnNamesProps {
  readonly organizationId: string;
  readonly declaration: DatasetDeclaration;
  readonly checked: CheckedFile;
  readonly mapping: ColumnMapping | undefined;
  readonly onSaved: (mapping: ColumnMapping) => void;
}

/** What is wrong with a file whose columns have other names. */
const asksForNames: ReadonlySet<string> = new Set(['NO_HEADER', 'UNKNOWN_COLUMN', 'MISSING_COLUMN']);
const lanes = '/v1/organizations/{orgId}/data';
const mappings = '/v1/organizations/{orgId}/column-mappings/{dataset}';

/** What the district calls the columns: said once for a dataset, kept, and used for every file of it, here and when it arrives. */
export const ColumnNames = (props: ColumnNamesProps) => {
  const { organizationId, declaration, mapping, onSaved } = props;
  const { foreign, unnamed, problems } = props.checked;
  const { t } = useTranslation('district');
  const id = useId();
  const [choices, setChoices] = useState(() => choicesFrom(unnamed, foreign, mapping));
  const isNeeded = problems.some(({ code }) => asksForNames.has(code));
  const columns = declaration.columns.filter(({ name }) => unnamed.includes(name));
  const chosen = Object.values(choices);
  const left = foreign.filter((title) => !chosen.includes(title));
  const save = useCommand<Choices, DataStatus>({
    send: async (made) => {
      // What somebody else has said meanwhile about other names of this dataset stays.
      const path = { orgId: organizationId };
      const now = await wholeAnswerOf(api.GET(lanes, { params: { path } }));
      const known = now.data.columnMappings.find(({ dataset }) => dataset === declaration.name);
      const header = { 'If-Match': now.etag ?? '*' };
      const body = mappingWith(made, foreign, known);
      return answerOf(api.PUT(mappings, { params: { path: { ...path, dataset: declaration.name }, header }, body }));
    },
    changes: [['data', organizationId]],
    onDone: ({ columnMappings }) => {
      const saved = columnMappings.find(({ dataset }) => dataset === declaration.name);
      if (saved !== undefined) onSaved(saved);
    },
  });
  return (
    <details className="column-names" open={isNeeded}>
      <summary>{t('names.title')}</summary>
      <p>{t('names.text')}</p>
      <div className="column-choices">
        {columns.map(({ name, required }) => (
          <SelectField
            key={name}
            label={name}
            hint={required ? t('names.required') : undefined}
            value={choices[name] ?? ''}
            onChange={({ currentTarget }) => setChoices({ ...choices, [name]: currentTarget.value })}
          >
            <option value="">{t('names.notInFile')}</option>
            {foreign.map((title) => (
              <option key={title} value={title} disabled={title !== choices[name] && chosen.includes(title)}>
                {title}
              </option>
            ))}
          </SelectField>
        ))}
      </div>
      <p id={id}>
        {left.length === 0 ? t('names.allUsed') : t('names.left', { count: left.length, names: left.join(', ') })}
      </p>
      <ProblemAlert error={save.error} />
      <Button
        type="button"
        outline={!isNeeded}
        disabled={save.isPending}
        aria-describedby={id}
        onClick={() => save.mutate(choices)}
      >
        {t('names.save')}
      </Button>
    </details>
  );
};
