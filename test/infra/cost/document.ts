import type { Resource } from '../template.ts';
import { event, idle, uses } from './assumptions.ts';
import { certificationEvent } from './certification-event.ts';
import { idleMonth } from './idle-month.ts';
import { dollarsOf, type Line, prices, pricesOf, sumOf } from './prices.ts';
import { freeTypes } from './priced-types.ts';

const row = (...cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
const head = (...cells: readonly string[]): readonly string[] => [row(...cells), row(...cells.map(() => '---'))];
const cents = (dollars: number): string => dollars.toFixed(2);
const number = (quantity: number): string =>
  quantity.toLocaleString('en-US', { maximumFractionDigits: quantity < 10 ? 2 : 0 });

const linesIn = (lines: readonly Line[]): readonly string[] => [
  ...head('service', 'what', 'how much', 'price', 'dollars'),
  ...lines
    .filter(({ quantity }) => quantity > 0)
    .map((one) => {
      const { dollars, per } = prices[one.price];
      return row(one.service, one.what, number(one.quantity), `${dollars} per ${per}`, cents(dollarsOf(one)));
    }),
  row('**all**', '', '', '', `**${cents(sumOf(lines))}**`),
];

const assumed = (all: Readonly<Record<string, number>>): string =>
  Object.entries(all)
    .map(([name, value]) => `\`${name}\` ${value}`)
    .join(', ');

export interface Deployments {
  readonly small: readonly Resource[];
  readonly production: readonly Resource[];
}

/** What the product costs, reckoned from the templates. */
export const costDocument = ({ small, production }: Deployments): string =>
  [
    '# What it costs',
    '',
    'Made from the synthesized templates by `test/infra/cost.test.ts`; `npx vitest run --project infra test/infra/cost.test.ts -u`',
    'makes it again. Reckoned, not billed: list prices of us-east-1 without discounts, free allowances not taken off',
    `(the user pool's apart), as of ${pricesOf}. Look them up again before you decide on them.`,
    '',
    '## A month in which nobody does anything: a stage as it is without settings',
    '',
    ...linesIn(idleMonth(small)),
    '',
    '## The same: production, with firewall, copies and trail',
    '',
    ...linesIn(idleMonth(production)),
    '',
    `## One certification event of ${event.districts} districts, in production, beside the idle month`,
    '',
    ...linesIn(certificationEvent(production)),
    '',
    `That is ${cents(sumOf(certificationEvent(production)) / event.districts)} dollars a district.`,
    '',
    '## What that rests on',
    '',
    `- An idle month: ${assumed(idle)}.`,
    `- A certification event: ${assumed(event)}.`,
    '- Calls, memory, architecture, queues, alarms, keys and rules are those of the templates.',
    '- What the table is asked for one district:',
    '',
    ...head('use', 'times', 'API', 'requests', 'read units', 'write units', 'from'),
    ...uses.map(({ what, times, api, requests, read, written, from }) =>
      row(what, times, api, requests, read, written, from),
    ),
    '',
    '## Prices',
    '',
    ...head('dollars', 'per', 'page below aws.amazon.com'),
    ...Object.values(prices).map(({ dollars, per, page }) => row(dollars, per, page)),
    '',
    '## What is not reckoned',
    '',
    ...head('resources', 'why'),
    ...Object.entries(freeTypes).map(([type, why]) => row(`\`${type}\``, why)),
    '',
  ].join('\n');
