import { ok } from '../../kernel/result.ts';
import type { Decision } from '../decision.ts';
import type { Agency } from './state.ts';

export interface ReplaceSettings {
  readonly type: 'replaceSettings';
  readonly settings: Agency;
}

export interface SettingsReplaced {
  readonly type: 'SettingsReplaced';
  readonly settings: Agency;
}

/** The same settings again are no change. That the time zone is one is seen at the wall. */
export const decideSettings = (agency: Agency, { settings }: ReplaceSettings): Decision<SettingsReplaced> => {
  const isSame =
    settings.name === agency.name &&
    settings.shortName === agency.shortName &&
    settings.timeZone === agency.timeZone &&
    settings.warningPolicy === agency.warningPolicy;
  return ok(isSame ? [] : [{ type: 'SettingsReplaced', settings }]);
};

export const evolveAgency = (_agency: Agency, { settings }: SettingsReplaced): Agency => settings;
