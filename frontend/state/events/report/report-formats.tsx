import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import type { Participant } from '../../../api/shapes.ts';
import { ProblemAlert } from '../../../parts/problem-alert.tsx';
import { Button } from '../../../parts/uswds.tsx';

export interface ReportWish {
  readonly status: Participant['status'][];
  readonly districts: string[];
  readonly includeReviewers: 'true' | 'false';
}

interface ReportFormatsProps {
  readonly eventId: string;
  readonly wish: ReportWish;
}

const formats = ['pdf', 'docx', 'csv', 'html'] as const;
type Format = (typeof formats)[number];

/** Gives what was fetched to the browser as a file. */
const keep = (content: Blob, name: string): void => {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
};

/** The same report as a document to take along. */
export const ReportFormats = ({ eventId, wish }: ReportFormatsProps) => {
  const { t } = useTranslation('events');
  const download = useMutation({
    mutationFn: async (format: Format) => {
      const content: Blob = await answerOf(
        api.GET('/v1/certification-events/{id}/report', {
          params: { path: { id: eventId }, query: { ...wish, format } },
          parseAs: 'blob',
        }),
      );
      keep(content, `event-report-${eventId}.${format}`);
    },
  });
  return (
    <div className="buttons report-formats">
      {formats.map((format) => (
        <Button
          key={format}
          type="button"
          outline
          disabled={download.isPending}
          onClick={() => download.mutate(format)}
        >
          {t('report.download', { format: format.toUpperCase() })}
        </Button>
      ))}
      <ProblemAlert error={download.error} />
    </div>
  );
};
