import { replaceSettings as replace } from '../../../shared/application/directory/settings.ts';
import type { Ports } from '../../../shared/application/ports/ports.ts';
import { replaceSettings } from '../../../shared/contracts/operations/organizations.ts';
import { door } from '../../../shared/runtime/http/door.ts';

export const replaceSettingsDoor = (ports: Ports) =>
  door(replaceSettings, ({ body, caller, expectedVersion }) =>
    replace(ports, { caller, settings: body, expectedVersion }),
  );
