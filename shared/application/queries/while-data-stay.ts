import { dataStay } from '../../domain/certification-event/lifecycle.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse } from '../../kernel/result.ts';
import type { Scene } from '../participants/scene.ts';

/** What was read, for whoever shows rows or reports of it: refused once a retention rule has taken those away (DATA_DELETED). */
export const whileDataStay = <Read extends Scene>(read: Result<Read, Refusal>): Result<Read, Refusal> => {
  const gone = read.ok ? dataStay(read.value.certificationEvent.state) : null;
  return gone === null ? read : refuse(gone);
};
