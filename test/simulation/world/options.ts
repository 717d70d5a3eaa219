import type { ValidationEngine } from '../../../shared/application/ports/engine.ts';
import type { Ingester } from '../../../shared/application/ports/ingester.ts';
import type { Ids } from '../../../shared/application/ports/world.ts';
import type { Chance } from '../../model/play/chance.ts';
import type { WireAnswer, WireCall } from '../aws/wire.ts';
import type { ServiceName } from './clients.ts';
import type { CallFault, FaultRates } from './faults.ts';
import type { Image } from './image.ts';

/** Decides what befalls a call when it is its turn; for tests that choose their faults themselves. */
export type Intervention = (operation: string) => CallFault | undefined;

/** Stands between the clients and a service, and does what the product must not do. */
export type Plant = (
  service: ServiceName,
  call: WireCall,
  proceed: (call: WireCall) => Promise<WireAnswer>,
) => Promise<WireAnswer>;

export interface WorldOptions {
  readonly image: Image;
  readonly chance: Chance;
  readonly rates: FaultRates;
  readonly ids: Ids;
  readonly engine: ValidationEngine;
  /** The real one, when nothing is said. */
  readonly ingester?: Ingester;
  readonly intervene?: Intervention;
  /** A fault planted into the services, for the tests' own test. */
  readonly plant?: Plant | undefined;
  /** Told whenever everybody waits: what the last call did has been done. */
  readonly atRest?: () => void;
}
