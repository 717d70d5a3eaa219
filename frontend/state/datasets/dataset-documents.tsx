import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import { saveAs } from '../../parts/save-as.ts';
import { Button } from '../../parts/uswds.tsx';

const documents = [
  { format: 'csv', suffix: '.csv' },
  { format: 'schema', suffix: '.schema.json' },
  { format: 'html', suffix: '.html' },
] as const;

/** The file to fill in, the schema for programs, and the dictionary to read. */
export const DatasetDocuments = ({ name }: { readonly name: string }) => {
  const { t } = useTranslation('administration');
  const fetched = useMutation({
    mutationFn: async ({ format, suffix }: (typeof documents)[number]) => {
      const params = { path: { name }, query: { format } };
      const content = await answerOf(api.GET('/v1/datasets/{name}', { params, parseAs: 'blob' }));
      saveAs(content, `${name}${suffix}`);
    },
  });
  return (
    <>
      <div className="run-buttons">
        {documents.map((document) => (
          <Button
            key={document.format}
            type="button"
            outline
            disabled={fetched.isPending}
            onClick={() => fetched.mutate(document)}
          >
            {t(`datasets.documents.${document.format}`)}
          </Button>
        ))}
      </div>
      <ProblemAlert error={fetched.error} />
    </>
  );
};
