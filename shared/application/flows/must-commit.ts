import type { Result } from '../../kernel/result.ts';
import type { CommandFailure } from '../handle-command.ts';
import { RetryTask } from './retry-task.ts';

/** A flow's own commands are refused only by a fault or by somebody being faster: then the task is tried again. */
export const mustCommit = <Answer>(outcome: Result<Answer, CommandFailure>): Answer => {
  if (outcome.ok) return outcome.value;
  if (outcome.failure.code === 'CONFLICT') throw new RetryTask('somebody else wrote at the same moment');
  throw new Error(`a step of the system was refused: ${outcome.failure.code}`);
};
