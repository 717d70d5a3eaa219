import { expect, test } from 'vitest';
import { definitionOf, machines } from './definition.ts';
import { diagramOf } from './diagram.ts';

const document = [
  '# State machines',
  '',
  'Made from `statemachines/` by `test/flows/diagram.test.ts`; `npx vitest run --project flows -u` makes it again.',
  ...machines.flatMap((machine) => ['', `## ${machine}`, '', '```mermaid', diagramOf(definitionOf(machine)), '```']),
  '',
].join('\n');

test('docs/state-machines.md shows the workflows as they are', async () => {
  await expect(document).toMatchFileSnapshot('../../docs/state-machines.md');
});
