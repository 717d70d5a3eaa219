import { edgeNames } from '../../model/workflow/edges.ts';
import { certificationEventRows } from './certification-event.ts';
import { certifierRows } from './certifier.ts';
import { participantRows } from './participant.ts';
import type { Row } from './row.ts';
import { thingRows } from './things.ts';
import { toldRows, wizardRows } from './work.ts';

export const sections: readonly (readonly [heading: string, rows: readonly Row[]])[] = [
  ['Certification event', certificationEventRows],
  ['Participant', participantRows],
  ['Certifier and reviewer', certifierRows],
  ['Steps of the wizard', wizardRows],
  ['Runs, snapshots, categories, rules and groups', thingRows],
  ['Told by the clock, or by the state', toldRows],
];

export const allRows: readonly Row[] = sections.flatMap(([, rows]) => rows);

const played: ReadonlySet<string> = new Set<string>(edgeNames);

const cells = (...texts: readonly string[]): string => `| ${texts.join(' | ')} |`;

const lineOf = ({ id, from, to, what, code, proofs, told, edges }: Row): string =>
  cells(
    `${id}${played.has(id) || edges.length > 0 ? ' *' : ''}`,
    `${from} → ${to}`,
    what,
    code.map((file) => `[${file.split('/').at(-1) ?? file}](../shared/${file})`).join(', '),
    proofs.map(([file, title]) => `[${title}](../${file})`).join('; '),
    told.length === 0 ? '-' : told.map((kind) => `\`${kind}\``).join(' '),
  );

const sectionText = ([heading, rows]: (typeof sections)[number]): string =>
  [
    `## ${heading}`,
    '',
    cells('row', 'from → to', 'what happens', 'decided in', 'proved by', 'told'),
    cells('---', '---', '---', '---', '---', '---'),
    ...rows.map(lineOf),
  ].join('\n');

/** Every row of the domain's tables, the code that decides it and the tests that prove it. */
export const transitionsDocument = (): string => `# Transitions

Made from \`test/architecture/transitions\`; remake it with \`npx vitest run --project architecture test/architecture/transitions -u\`.
A row whose code or test is gone fails there, and so does an alert of the catalogue that no row tells.
A star: sequences of random commands go this way in the product and in a second reading of the text, and are compared after
each command (\`test/model\`). No edge of theirs is without its row. Statuses of participants, runs and snapshots have their edges in \`transitions.ts\` beside them.

${sections.map(sectionText).join('\n\n')}
`;
