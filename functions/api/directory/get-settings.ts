import type { Ports } from '../../../shared/application/ports/ports.ts';
import { settingsView } from '../../../shared/application/views/directory-view.ts';
import { getSettings } from '../../../shared/contracts/operations/directory.ts';
import { ok, refuse } from '../../../shared/kernel/result.ts';
import { door } from '../../../shared/runtime/http/door.ts';

export const getSettingsDoor = ({ store }: Ports) =>
  door(getSettings, async ({ caller }) => {
    const read = await store.load('agency', 'AGENCY');
    if (read === undefined) return refuse({ code: 'NOT_FOUND' });
    return ok({ body: settingsView(read.state, caller.now), version: read.version });
  });
