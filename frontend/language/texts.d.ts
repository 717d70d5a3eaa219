import 'i18next';
import type district from '../texts/en/district.json';
import type problems from '../texts/en/problems.json';
import type shell from '../texts/en/shell.json';
import type statuses from '../texts/en/statuses.json';

// A text that does not exist does not compile. An area of the pages adds its catalogue here.
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'shell';
    resources: {
      district: typeof district;
      problems: typeof problems;
      shell: typeof shell;
      statuses: typeof statuses;
    };
  }
}
