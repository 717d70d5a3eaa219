import { useTranslation } from 'react-i18next';
import type { Certification } from '../../api/shapes.ts';
import { JobProgress } from '../../parts/job-progress.tsx';
import { Status } from '../../parts/status.tsx';
import { TimeText, useNumberText } from '../../parts/time-text.tsx';
import { Alert } from '../../parts/uswds.tsx';
import type { Work } from '../certification-query.ts';
import { CompareSnapshots } from './compare-snapshots.tsx';
import { DifferingCopies } from './differing-copies.tsx';
import { TakeSnapshot } from './take-snapshot.tsx';
import { SnapshotReport } from '../../parts/runs/snapshot-report.tsx';
import { VerifySnapshot } from '../../parts/runs/verify-snapshot.tsx';

interface SnapshotBoxProps {
  readonly certification: Certification;
  readonly work: Work;
}

/** The frozen copy that the certification is about: when it was taken, what is in it, and that it is still the same. */
export const SnapshotBox = ({ certification, work }: SnapshotBoxProps) => {
  const { t } = useTranslation(['district', 'statuses']);
  const number = useNumberText();
  const { differingCopies, snapshot, permittedCommands } = certification;
  const isUnderWay = snapshot?.status === 'QUEUED' || snapshot?.status === 'RUNNING';
  const mayTake = permittedCommands.includes('takeSnapshot') && !isUnderWay;
  return (
    <section className="snapshot" aria-label={t('district:snapshot.title')}>
      <h3>{t('district:snapshot.title')}</h3>
      {snapshot === null && <p>{t('district:snapshot.none')}</p>}
      {isUnderWay && (
        <JobProgress
          label={t(`statuses:snapshot.${snapshot.status}`)}
          job={{ status: snapshot.status, progress: null, queuePosition: null, etaSeconds: null }}
        />
      )}
      {snapshot?.status === 'FAILED' && <p className="step-problem">{t('district:snapshot.failed')}</p>}
      {snapshot?.status === 'COMPLETED' && (
        <>
          {snapshot.warnings.includes('COPIES_DIFFER') && (
            <Alert type="warning" slim className="notice">
              {t('district:copies.frozen')}
            </Alert>
          )}
          <dl className="facts">
            <div>
              <dt>{t('district:snapshot.taken')}</dt>
              <dd>{snapshot.takenAt !== null && <TimeText at={snapshot.takenAt} />}</dd>
            </div>
            <div>
              <dt>{t('district:snapshot.state')}</dt>
              <dd>
                <Status
                  tone={snapshot.state === 'SUPERSEDED' ? 'quiet' : 'done'}
                  words={t(`statuses:snapshotState.${snapshot.state}`)}
                  {...(snapshot.state === 'LOCKED' && { icon: 'lock' })}
                />
              </dd>
            </div>
            <div className="facts-wide">
              <dt>{t('district:snapshot.hash')}</dt>
              <dd className="hash">{snapshot.contentHash}</dd>
            </div>
          </dl>
          <details className="counts">
            <summary>{t('district:snapshot.counts')}</summary>
            <ul>
              {Object.entries(snapshot.recordCounts).map(([dataset, count]) => (
                <li key={dataset}>
                  <span className="name">{dataset}</span> <span>{number(count)}</span>
                </li>
              ))}
            </ul>
          </details>
        </>
      )}
      {mayTake && <DifferingCopies copies={differingCopies} meaning={t('district:copies.snapshot')} />}
      <div className="run-buttons">
        {mayTake && <TakeSnapshot work={work} isRetake={snapshot !== null} />}
        {snapshot?.status === 'COMPLETED' && (
          <>
            <SnapshotReport id={snapshot.id} />
            <VerifySnapshot id={snapshot.id} />
            <CompareSnapshots id={snapshot.id} />
          </>
        )}
      </div>
    </section>
  );
};
