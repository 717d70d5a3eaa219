import { accessControls } from './access.ts';
import type { Control } from './control.ts';
import { recordControls } from './records.ts';
import { systemControls } from './system.ts';

/** NIST's first, in the order of their ids, then those of FERPA. */
export const controls: readonly Control[] = [...accessControls, ...recordControls, ...systemControls].sort(
  ({ id: one }, { id: other }) => rank(one).localeCompare(rank(other), 'en', { numeric: true }),
);

function rank(id: string): string {
  return id.startsWith('34 CFR') ? `2 ${id}` : `1 ${id}`;
}

const linked = (path: string): string => `[${path}](../${path})`;

const shownProofs = ({ proofs, alarms = [] }: Control): string => {
  const lines = [
    ...proofs.map(([file, title]) => `“${title}” (${linked(file)})`),
    ...alarms.map(([alarm, runbook]) => `rings: \`${alarm}\` (${linked(`docs/runbooks/${runbook}.md`)})`),
  ];
  return lines.length === 0 ? 'nothing to prove' : lines.join('<br>');
};

const row = (control: Control): string => {
  const { id, title, done, by, pages = [], left } = control;
  return `| **${id}** ${title} | ${done}<br>${[...by, ...pages].map(linked).join(', ')} | ${shownProofs(control)} | ${left} |`;
};

export const controlsDocument = (): string =>
  `${[
    '# Controls',
    '',
    'For auditors: what Attest does towards a control of NIST SP 800-53 (revision 5) or a section of FERPA (34 CFR part 99), where it',
    'stands, which tests show it, and what the agency must still do. It claims no certification and no authorization: an assessor judges',
    'the deployed system with the agency’s own procedures. COPPA is not considered. Tests of the template show what is deployed, not how',
    'AWS keeps its promises. Made from `test/architecture/controls/` by `test/architecture/controls.test.ts`, which fails when a file,',
    'test, alarm or page named here does not exist; `npx vitest run --project architecture controls -u` makes it again.',
    '',
    '| control | what Attest does, and where | shown by | left to the agency |',
    '| --- | --- | --- | --- |',
    ...controls.map(row),
  ].join('\n')}\n`;
