import { expect } from 'vitest';
import { duckDbCompactor } from '../../functions/schedule/compact/duckdb-compactor.ts';
import { compactDatamarts } from '../../shared/application/sweep/compact-datamarts.ts';
import type { CompactionPorts } from '../../shared/application/datamart/write-part.ts';
import { compactInChild } from '../../shared/engine/compact/compact-in-child.ts';
import { certificationEventId } from '../../shared/kernel/ids.ts';
import { listOf, openDatamart, statementsOf } from './datamart.ts';
import { deliverRows } from './deliver-rows.ts';
import { aSmallState, publishTardiness } from './small-state.ts';

/** Student Tardiness in the small state, on its way to be closed and compacted. */
export const aClosing = async () => {
  const state = await aSmallState('2026-05-05T18:00:00Z');
  const event = await publishTardiness(state);
  const id = certificationEventId(event);
  const ports: CompactionPorts = { ...state.ports, compactor: duckDbCompactor(compactInChild) };

  const post = async (user: string, path: string, body: object): Promise<void> => {
    const { status } = await state.ask(user, 'POST', path, { body });
    expect(status).toBeLessThan(300);
  };

  const deliver = (district: string, dataset: string, ...rows: readonly object[]) =>
    deliverRows(state, district, dataset, rows);

  const take = async (user: string, district: string): Promise<void> => {
    await post(user, `/v1/certifications/${event}/${district}/start`, {});
    await state.takeSnapshots();
  };

  /** Once more, when something else was delivered. */
  const retake = async (user: string, district: string): Promise<void> => {
    await post(user, `/v1/certifications/${event}/${district}/snapshot`, { confirm: true });
    await state.takeSnapshots();
  };

  /** From now on students have a grade too, which need not be told. */
  const addGrade = async (): Promise<void> => {
    const { name, title, columns, key, schoolColumn, schoolThrough } = (
      await state.ask('admin', 'GET', '/v1/datasets/students')
    ).body;
    const grade = { name: 'grade', type: 'integer', required: false };
    const answer = await state.ask('admin', 'PUT', '/v1/datasets/students', {
      body: { name, title, columns: [...columns, grade], key, schoolColumn, schoolThrough },
      headers: { 'if-match': '*' },
    });
    expect(answer.status).toBe(200);
  };

  return {
    state,
    event,
    id,
    ports,
    deliver,
    take,
    retake,
    /** Bear Creek pinned by one declaration, Grand Bend by the next. */
    twoDistricts: async (): Promise<void> => {
      await deliver('255903', 'students', { studentUniqueId: '9' }, { studentUniqueId: '10' });
      await take('ana', '255903');
      await addGrade();
      await deliver('255901', 'students', { studentUniqueId: '9', grade: 4 }, { studentUniqueId: '11', grade: null });
      await take('gus', '255901');
    },
    close: () => post('admin', `/v1/certification-events/${event}/close`, { comment: 'over', confirm: true }),
    round: (others: Partial<CompactionPorts> = {}) => compactDatamarts({ ...ports, ...others }),
    listed: () => listOf(state.stored, event, 'students'),
    /** What is recorded of it; undefined of one that is not closed. */
    compaction: async () => {
      const now = (await ports.store.load('certificationEvent', id))?.state;
      return now?.status === 'CLOSED' ? now.compaction : undefined;
    },
    /** What its views answer, by the statements that are stored or by others. */
    shown: async (statements = statementsOf(state.stored, event)) => {
      const datamart = await openDatamart(state.stored, event, statements);
      return [await datamart.view('students'), await datamart.view('records'), await datamart.columns('students')];
    },
  };
};

export type Closing = Awaited<ReturnType<typeof aClosing>>;
