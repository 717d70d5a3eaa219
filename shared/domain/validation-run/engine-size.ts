/** What a run is worked on by. Each has a queue of its own, so that neither waits for the other's. */
export type EngineSize = 'SMALL' | 'LARGE';

/** Up to here the small engine, of 512 MB, is as fast as any; in a state of 1,200 districts about twenty have more. */
export const smallRunRows = 5_000_000;

/** By the rows of the pinned data. */
export const engineFor = (rows: number): EngineSize => (rows > smallRunRows ? 'LARGE' : 'SMALL');
