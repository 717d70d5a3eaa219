import type { TFunction } from 'i18next';
import { type AlertKind, isAlertKind } from '../../shared/domain/messaging/alert.ts';
import type { Alert } from '../api/shapes.ts';
import type { RunProblem } from '../parts/runs/problem-text.ts';

export type ToldAlert = Pick<Alert, 'type' | 'process' | 'name' | 'text' | 'facts'>;

/** The reader's language: its texts, and how it writes numbers, days and lists. */
export interface Tongue {
  readonly t: TFunction<['alerts', 'statuses']>;
  readonly exists: (key: string) => boolean;
  readonly number: (value: number) => string;
  readonly day: (date: string) => string;
  readonly list: (parts: readonly string[]) => string;
  readonly runProblem: (problem: RunProblem) => string | null;
}

export type AlertWords = Pick<Alert, 'process' | 'name' | 'text'>;

/** Without these a sentence would have a hole: the stored one is shown instead. */
const needed: Readonly<Partial<Record<AlertKind, readonly string[]>>> = {
  CERTIFICATION_EVENT_CHANGED: ['changed'],
  PARTICIPANT_REMOVED: ['participant'],
  PARTICIPANTS_WITHOUT_CERTIFIER: ['count'],
  PEOPLE_WITHOUT_MAIL: ['count'],
  DAYS_LEFT: ['days', 'due'],
  ONE_DAY_LEFT: ['due'],
  OVERDUE_DIGEST: ['count'],
  DUE_DATE_CHANGED: ['due'],
  RUN_FINISHED: ['title'],
  RUN_FAILED: ['title'],
  SNAPSHOTS_MISSING: ['count'],
  CERTIFIER_DONE: ['done', 'certifiers'],
  CERTIFICATION_SENT: ['participant'],
  SUBMISSION_WITHDRAWN: ['participant'],
  RECERTIFICATION_REQUESTED: ['participant'],
  REQUEST_WITHDRAWN: ['participant'],
};

type Sentence = Exclude<AlertKind, 'MESSAGE'>;

// A message is what the state's staff wrote.
const isSentence = (type: string): type is Sentence => isAlertKind(type) && type !== 'MESSAGE';

const daysThatMove: readonly string[] = ['startDate', 'certificationOpensDate', 'endDate'];

const changesOf = ({ facts }: ToldAlert, { t, exists, day, list }: Tongue): string => {
  const isChange = (code: string): code is 'links' => exists(`alerts:change.${code}`);
  const codes = (facts['changed'] ?? '').split(' ').filter(isChange);
  return list(
    codes.map((code) => {
      const moved = daysThatMove.includes(code) ? facts[code] : undefined;
      return t(`alerts:change.${code}`, { day: moved === undefined ? '' : day(moved) });
    }),
  );
};

const counted = (facts: ToldAlert['facts'], { t, number }: Tongue, noun: 'participants' | 'people'): string => {
  const { count, total } = facts;
  const shown = number(Number(count));
  if (noun === 'participants' && total !== undefined)
    return t('alerts:part.participantsOf', { shown, total: number(Number(total)) });
  return t(`alerts:part.${noun}`, { count: Number(count), shown });
};

const listed = ({ names, more }: ToldAlert['facts'], { t, number }: Tongue): string => {
  if (names === undefined) return '';
  return more === undefined
    ? t('alerts:part.listed', { names })
    : t('alerts:part.listedMore', { names, more: number(Number(more)) });
};

const refusedFile = ({ facts }: ToldAlert, { t, exists, number }: Tongue): string | null => {
  const { problem, problems, firstProblem, line, upload } = facts;
  const isDrop = (code: string | undefined): code is 'DROP_LOST' => exists(`alerts:drop.${code ?? ''}`);
  if (isDrop(problem)) return t(`alerts:drop.${problem}`);
  if (problems === undefined) return null;
  return t('alerts:addition.fileProblems', { problems: number(Number(problems)), firstProblem, line, upload });
};

/** What some occasions add by themselves; what people wrote stays as they wrote it. */
const additions: Readonly<Partial<Record<AlertKind, (alert: ToldAlert, tongue: Tongue) => string | null>>> = {
  CERTIFICATION_EVENT_CLOSED: ({ facts }, { t, exists }) => {
    const isStatus = (code: string | undefined): code is 'SENT' => exists(`statuses:participant.${code ?? ''}`);
    const { finalStatus } = facts;
    if (!isStatus(finalStatus)) return null;
    return t('alerts:addition.finalStatus', { status: t(`statuses:participant.${finalStatus}`) });
  },
  CERTIFICATION_APPROVED: ({ facts }, { t }) =>
    facts['notCertified'] === undefined ? null : t('alerts:addition.notCertified'),
  RUN_FAILED: ({ facts, text }, { t, runProblem }) =>
    facts['stopped'] === undefined
      ? runProblem({ problem: text, problemCode: facts['problem'] ?? null })
      : t('alerts:addition.validationStopped'),
  SNAPSHOT_FAILED: ({ facts }, { t }) =>
    t(facts['stopped'] === undefined ? 'alerts:addition.snapshotFailed' : 'alerts:addition.snapshotsStopped'),
  FILE_REFUSED: refusedFile,
};

const lineOf = (type: Sentence, alert: ToldAlert, text: string | null, tongue: Tongue): string => {
  const { facts } = alert;
  const { t } = tongue;
  const { state, name, title, days, done, certifiers, due, participant } = facts;
  const day = due === undefined ? '' : tongue.day(due);
  return t(`alerts:line.${type}`, {
    ...(facts['stopped'] !== undefined && { context: 'stopped' }),
    state,
    name,
    title,
    days,
    done,
    certifiers,
    participant,
    day,
    changes: changesOf(alert, tongue),
    forWhom: participant === undefined ? '' : t('alerts:part.forWhom', { participant }),
    until: due === undefined ? '' : t('alerts:part.until', { day }),
    participants: counted(facts, tongue, 'participants'),
    people: counted(facts, tongue, 'people'),
    listed: listed(facts, tongue),
    because: text === null ? '' : t('alerts:part.because', { reason: text }),
  });
};

/** An alert in the reader's language, made of its facts; what cannot be made of them is told as it was stored. */
export const alertWords = (alert: ToldAlert, tongue: Tongue): AlertWords => {
  const { type, facts } = alert;
  const isProcess = (words: string): words is 'Data Certification' => tongue.exists(`alerts:process.${words}`);
  const process = isProcess(alert.process) ? tongue.t(`alerts:process.${alert.process}`) : alert.process;
  const asked = isAlertKind(type) && facts['stopped'] === undefined ? (needed[type] ?? []) : [];
  const isWhole = ['state', 'name', ...asked].every((fact) => facts[fact] !== undefined);
  if (!isSentence(type) || !isWhole) return { process, name: alert.name, text: alert.text };
  const text = additions[type]?.(alert, tongue) ?? alert.text;
  return { process, name: lineOf(type, alert, text, tongue), text };
};
