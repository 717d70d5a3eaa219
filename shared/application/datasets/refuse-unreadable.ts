import type { UploadId } from '../../kernel/ids.ts';
import { ok } from '../../kernel/result.ts';
import { mustCommit } from '../flows/must-commit.ts';
import { handleCommand } from '../handle-command.ts';
import type { Ports } from '../ports/ports.ts';
import { systemCaller } from '../system-caller.ts';
import { uploadTransition } from './transitions.ts';

const detail = 'The file could not be checked, several times. Deliver it again, or ask the state for help.';

/** Ends an upload that could not be checked at all. One that ended already is left alone. */
export const refuseUnreadable = async (ports: Ports, id: UploadId): Promise<void> => {
  const caller = await systemCaller(ports, 'dead-letters', id);
  const problems = [{ line: 0, column: null, code: 'NOT_CHECKED', detail }];
  mustCommit(
    await handleCommand(ports, {
      caller,
      repeat: null,
      operation: 'refuseUpload',
      target: id,
      attempt: async () =>
        ok({
          transitions: await uploadTransition(ports.store, caller, id, {
            type: 'refuseUpload',
            problems,
            problemCount: 1,
            refused: null,
          }),
          answer: null,
        }),
    }),
  );
};
