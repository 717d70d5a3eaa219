import type { Participant } from '../../domain/participant/state.ts';
import type { CompletedSnapshot, QueuedSnapshot } from '../../domain/snapshot/state.ts';
import type { ReportFormat } from '../../domain/validation-run/state.ts';
import type { RunId } from '../../kernel/ids.ts';
import type { DataPins } from '../runs/data-pins.ts';
import type { Scene } from './scene.ts';

/** The scene with the participant as it will be after the whole decision. */
export interface Aftermath extends Scene {
  readonly after: Participant;
  readonly details: ReactionDetails;
}

/**
 * How what follows is to be made, where it matters. `pins`: the data were pinned in this very commit and cannot be read
 * yet. `takenHere`: the snapshot that is asked for is completed in this very commit.
 */
export interface ReactionDetails {
  readonly format?: ReportFormat;
  readonly retryOf?: RunId;
  readonly pins?: DataPins;
  readonly takenHere?: (asked: QueuedSnapshot) => Promise<CompletedSnapshot>;
}
