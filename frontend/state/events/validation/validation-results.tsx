import { useTranslation } from 'react-i18next';
import { Refused } from '../../../api/problem.ts';
import type { Participant } from '../../../api/shapes.ts';
import { type Column, DataTable } from '../../../parts/data-table.tsx';
import { useProblemWords } from '../../../parts/problem-words.ts';
import { Status } from '../../../parts/status.tsx';
import { Alert } from '../../../parts/uswds.tsx';
import type { ValidationResult } from './use-validate.ts';

interface ValidationResultsProps {
  readonly asked: readonly Participant[];
  readonly results: readonly ValidationResult[];
}

const order: readonly ValidationResult['outcome'][] = ['REFUSED', 'UNDER_WAY', 'QUEUED'];

/** What has become of each, whoever was refused first. */
export const ValidationResults = ({ asked, results }: ValidationResultsProps) => {
  const { t } = useTranslation(['events', 'participation']);
  const words = useProblemWords();
  const names = new Map(asked.map(({ organizationId, name }) => [organizationId, name]));
  const countOf = (outcome: ValidationResult['outcome']): number =>
    results.filter((result) => result.outcome === outcome).length;
  const columns: readonly Column<ValidationResult>[] = [
    {
      id: 'name',
      header: t('events:participants.name'),
      cell: ({ organizationId }) => <span className="name">{names.get(organizationId) ?? organizationId}</span>,
    },
    {
      id: 'outcome',
      header: t('participation:decision.outcome'),
      cell: ({ outcome, code }) => {
        if (outcome !== 'REFUSED')
          return (
            <Status tone={outcome === 'QUEUED' ? 'done' : 'waiting'} words={t(`participation:validation.${outcome}`)} />
          );
        const { title, next } = words(new Refused(code ?? 'INTERNAL', 409));
        return (
          <>
            <Status tone="wrong" words={t('participation:decision.REFUSED')} />
            <span className="row-note">{`${title}. ${next}`}</span>
          </>
        );
      },
    },
  ];
  return (
    <>
      <Alert type="warning" slim role="alert" className="notice">
        {t('participation:validation.partly', {
          queued: countOf('QUEUED'),
          underWay: countOf('UNDER_WAY'),
          refused: countOf('REFUSED'),
        })}
      </Alert>
      <DataTable
        caption={t('participation:decision.results')}
        captionHidden
        columns={columns}
        rows={order.flatMap((outcome) => results.filter((result) => result.outcome === outcome))}
        idOf={({ organizationId }) => organizationId}
      />
    </>
  );
};
