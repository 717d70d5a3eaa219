import type { Upload } from '../../../shared/domain/dataset/state.ts';
import { type Parcel, sha256Of } from './parcels.ts';

/** A file of the state's pipeline as it was put in its place. */
export interface Drop {
  readonly key: string;
  readonly sequencer: string;
  /** Its place names no district of the state. */
  readonly isMisplaced: boolean;
}

type Sent = Pick<Upload, 'delivery' | 'sha256'>;

/** What was sent off and what its senders were told, for whoever judges what became of it. */
export class Dispatches {
  readonly #parcels = new Map<string, Parcel>();
  readonly drops: Drop[] = [];
  /** Uploads under whose key something else was put than what was announced. */
  readonly exchanged = new Set<string>();
  readonly told: Pick<Upload, 'id' | 'status' | 'version' | 'rows'>[] = [];

  announce(parcel: Parcel): Sent {
    const sent = { delivery: parcel.delivery, sha256: sha256Of(parcel) };
    this.#parcels.set(`${sent.delivery} ${sent.sha256}`, parcel);
    return sent;
  }

  parcelOf({ delivery, sha256 }: Sent): Parcel | undefined {
    return this.#parcels.get(`${delivery} ${sha256}`);
  }

  /** How often a file was dropped in this place. */
  timesDropped(place: string): number {
    return this.drops.filter(({ key }) => key === place).length;
  }
}
