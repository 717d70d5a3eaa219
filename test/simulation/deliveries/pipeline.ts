import type { SendersWorld } from './senders.ts';
import { someParcel } from './parcels.ts';

const nowhere = '999999';

/** S3 writes the key as a form does. */
const notice = (key: string, size: number, sequencer: string): string =>
  JSON.stringify({ Records: [{ s3: { object: { key: encodeURIComponent(key), size, sequencer } } }] });

/** The state's pipeline puts files in their places; the queue is told of each, late and twice as it may be. */
export const runPipeline = async (senders: SendersWorld, districts: readonly string[]): Promise<void> => {
  const { world, dispatches, isOver, nextWave } = senders;
  const { chance } = world;
  for (let number = 1; !isOver(); number += 1) {
    await nextWave();
    const parcel = someParcel(chance);
    dispatches.announce(parcel);
    const { delivery, fileName, text } = parcel;
    const isMisplaced = chance.next() < 0.1;
    const district = isMisplaced ? nowhere : chance.pick(districts);
    const lane = chance.next() < 0.7 ? 'district' : 'state';
    const key = `drop/${lane}/${delivery === 'FULL' ? 'full' : 'delta'}/${district}/students/${fileName}`;
    const sequencer = String(number).padStart(6, '0');
    world.objects.arrive(`uploads/${key}`, Buffer.from(text));
    dispatches.drops.push({ key, sequencer, isMisplaced });
    world.queues.send('ingest', notice(key, Buffer.byteLength(text), sequencer));
  }
};
