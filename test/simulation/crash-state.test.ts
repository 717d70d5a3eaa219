import { expect, it } from 'vitest';
import { objectsIn } from './crash/end-state.ts';
import { beginningAt } from './play/beginning.ts';

const stored = async (): Promise<[string, Buffer][]> => [...(await beginningAt('STARTED')).image.objects];

it('the end is another with a manifest lost, changed, or there a second time', async () => {
  const objects = await stored();
  const [name, content] = objects.find(([key]) => key.startsWith('data/snapshots/')) ?? ['', Buffer.alloc(0)];
  const whole = objectsIn(new Map(objects), []);
  const others = objects.filter(([key]) => key !== name);
  expect(whole).toContainEqual(expect.stringMatching(/^object data\/snapshots\/evt\/\d+\/snp\/a hash.json: /));
  expect(objectsIn(new Map(others), [])).not.toEqual(whole);
  expect(objectsIn(new Map([...others, [name, Buffer.from('{}')]]), [])).not.toEqual(whole);
  expect(objectsIn(new Map([...objects, [name.replace('.json', '2.json'), content]]), [])).not.toEqual(whole);
});

it('the end is the same with another id of the snapshot', async () => {
  const objects = await stored();
  const renamed = objects.map(([name, content]): [string, Buffer] => [
    name.replaceAll('snp_STAR', 'snp_0ST2'),
    Buffer.from(content.toString().replaceAll('snp_STAR', 'snp_0ST2')),
  ]);
  expect(objectsIn(new Map(renamed), [])).toEqual(objectsIn(new Map(objects), []));
});
