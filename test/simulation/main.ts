/** `npm run simulate [-- --seeds N] [--first S]`: runs seeds one after the other; 1 on any violation, each printed and shrunk. */
import { parseArgs } from 'node:util';
import { proveSeed } from './play/prove.ts';

const { values } = parseArgs({
  options: { seeds: { type: 'string', default: '500' }, first: { type: 'string', default: '1' } },
});
const [count, first] = [Number(values.seeds), Number(values.first)];
if (!Number.isSafeInteger(count) || count < 1 || !Number.isSafeInteger(first))
  throw new Error('--seeds and --first are whole numbers');

const failed: number[] = [];
let calls = 0;
for (let seed = first; seed < first + count; seed += 1) {
  try {
    const result = await proveSeed(seed);
    calls += result.calls;
  } catch (fault) {
    failed.push(seed);
    console.error(fault instanceof Error ? fault.message : fault);
  }
}
console.log(
  `${count} seeds from ${first}, ${calls} calls of services, ${failed.length} failed: ${failed.join(' ') || 'none'}`,
);
process.exit(failed.length === 0 ? 0 : 1);
