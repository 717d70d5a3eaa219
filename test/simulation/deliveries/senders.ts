import type { Upload } from '../../../shared/domain/dataset/state.ts';
import type { UploadId } from '../../../shared/kernel/ids.ts';
import type { World } from '../world/world.ts';
import type { Client } from '../play/client.ts';
import type { Dispatches } from './dispatches.ts';
import { type Parcel, someParcel } from './parcels.ts';
import { placeOf } from './place-of.ts';

/** Everybody who sends files, and for how long. */
export interface SendersWorld {
  readonly world: World;
  readonly dispatches: Dispatches;
  readonly isOver: () => boolean;
  /** Resolves at the next moment for which all of them have waited. */
  readonly nextWave: () => Promise<void>;
}

interface Address extends Pick<Upload, 'lane'> {
  readonly organizationId: string;
}

const mostLooks = 3;
const lookMillis = 40_000;

/** A browser puts a file under its link: of one that breaks off nothing stays, and one whose answer is lost comes again. */
const put = async ({ world }: SendersWorld, client: Client, url: string, { text }: Parcel): Promise<void> => {
  const content = Buffer.from(text);
  while (world.befalls('partialPut')) await client.pause(1_000);
  world.objects.arrive(placeOf(url), content);
  if (world.befalls('lostReply')) world.at(2_000, 'put again', () => world.objects.arrive(placeOf(url), content));
};

/** Another file under the same link: found out when it is completed, or by its check, or too late to matter. */
const exchange = async (senders: SendersWorld, client: Client, id: UploadId, url: string): Promise<void> => {
  senders.dispatches.exchanged.add(id);
  await put(senders, client, url, someParcel(senders.world.chance));
};

/** Looks until the file has ended, or for as long as he likes. */
const lookAfter = async ({ dispatches }: SendersWorld, client: Client, id: UploadId): Promise<void> => {
  for (let look = 1; look <= mostLooks; look += 1) {
    await client.pause(lookMillis);
    const seen = await client.ask('GET', `/v1/uploads/${id}`);
    if (seen?.status !== 200) continue;
    const { status, version, rows } = seen.body;
    dispatches.told.push({ id, status, version, rows });
    if (status === 'ACCEPTED' || status === 'REFUSED') return;
  }
};

const send = async (senders: SendersWorld, client: Client, address: Address): Promise<void> => {
  const { world, dispatches, nextWave } = senders;
  const { chance } = world;
  const parcel = someParcel(chance);
  const { fileName, format, text } = parcel;
  const sent = { ...address, ...dispatches.announce(parcel), dataset: 'students', fileName, format };
  const announced = await client.ask('POST', '/v1/uploads', { ...sent, bytes: Buffer.byteLength(text) });
  if (announced?.status !== 201) return;
  const { id, url } = announced.body;
  const mishap = chance.weighted({ NONE: 80, ANOTHER_FILE: 6, NO_FILE: 6, EXCHANGED: 8 });
  if (mishap === 'ANOTHER_FILE') await exchange(senders, client, id, url);
  else if (mishap !== 'NO_FILE') await put(senders, client, url, parcel);
  await nextWave();
  const completed = await client.ask('POST', `/v1/uploads/${id}/complete`);
  if (completed?.status === 202 && mishap === 'EXCHANGED') await exchange(senders, client, id, url);
  if (completed !== undefined && completed.status >= 400) {
    await put(senders, client, url, parcel);
    await client.ask('POST', `/v1/uploads/${id}/complete`);
  }
  await lookAfter(senders, client, id);
};

/** Sends one file after the other. */
export const workAsSender = async (
  senders: SendersWorld,
  client: Client,
  someAddress: () => Address,
): Promise<void> => {
  while (!senders.isOver()) await send(senders, client, someAddress());
};

/** Stops the state copy, lets it follow again, brings it up to date. */
export const workAsKeeper = async (senders: SendersWorld, client: Client, districts: readonly string[]) => {
  const { chance } = senders.world;
  while (!senders.isOver()) {
    await senders.nextWave();
    const path = `/v1/organizations/${chance.pick(districts)}`;
    switch (chance.weighted({ NOTHING: 50, PAUSE: 12, RESUME: 20, RESYNC: 18 })) {
      case 'NOTHING':
        break;
      case 'PAUSE':
        await client.ask('POST', `${path}/sync`, { paused: true });
        break;
      case 'RESUME':
        await client.ask('POST', `${path}/sync`, { paused: false });
        break;
      case 'RESYNC':
        await client.ask('POST', `${path}/resync`, {});
    }
  }
};
