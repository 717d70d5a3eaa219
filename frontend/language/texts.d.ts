import 'i18next';
import type administration from '../texts/en/administration.json';
import type alerts from '../texts/en/alerts.json';
import type dashboard from '../texts/en/dashboard.json';
import type district from '../texts/en/district.json';
import type events from '../texts/en/events.json';
import type participation from '../texts/en/participation.json';
import type problems from '../texts/en/problems.json';
import type retention from '../texts/en/retention.json';
import type rules from '../texts/en/rules.json';
import type runs from '../texts/en/runs.json';
import type shell from '../texts/en/shell.json';
import type statuses from '../texts/en/statuses.json';

// A text that does not exist does not compile. An area of the pages adds its catalogue here.
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'shell';
    resources: {
      administration: typeof administration;
      alerts: typeof alerts;
      dashboard: typeof dashboard;
      district: typeof district;
      events: typeof events;
      participation: typeof participation;
      problems: typeof problems;
      retention: typeof retention;
      rules: typeof rules;
      runs: typeof runs;
      shell: typeof shell;
      statuses: typeof statuses;
    };
  }
}
