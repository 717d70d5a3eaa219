import type { Found } from '../../shared/verification/invariant.ts';
import { inMemoryParts, verify, violationsIn } from '../../shared/verification/verify.ts';
import type { TableRow } from '../../shared/application/ports/table-rows.ts';
import type { Clock, ObjectStore } from '../../shared/application/ports/world.ts';

/** What is unsound about rows of the fakes. Nothing is relayed there by itself, so how long things take is not judged. */
export const unsoundIn = async (
  rows: readonly TableRow[],
  world: { readonly clock: Clock; readonly objects: Pick<ObjectStore, 'fingerprint'> },
): Promise<Found> =>
  violationsIn(await verify(inMemoryParts(rows), { now: world.clock.now(), objects: world.objects, live: false }));
