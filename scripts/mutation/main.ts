/** Small changes of one area's code, one at a time: `main.ts audit`. Fails below nine noticed of ten; what went unnoticed is in `.attest/mutation-<area>.json`. */
import { Stryker } from '@stryker-mutator/core';
import { areas } from './areas.ts';
import { enough, scoreOf } from './score.ts';

const area = areas.find(({ name }) => name === process.argv[2]);
if (area === undefined) throw new Error(`Name one of ${areas.map(({ name }) => name).join(', ')}.`);

process.env['MUTATION_AREA'] = area.name;
const mutants = await new Stryker({
  mutate: [...area.code, '!**/*.test.ts'],
  jsonReporter: { fileName: `.attest/mutation-${area.name}.json` },
}).runMutationTest();

const score = scoreOf(mutants.map(({ status }) => status));
console.log(score.text);
process.exitCode = score.percent >= enough ? 0 : 1;
