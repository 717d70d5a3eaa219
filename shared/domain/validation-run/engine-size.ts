/** What a run is worked on by. Each has a queue of its own, so that neither waits for the other's. */
export const engineSizes = ['SMALL', 'LARGE'] as const;

export type EngineSize = (typeof engineSizes)[number];

/** Chosen, not measured: the biggest district we know of has 20 million rows of attendance, nearly all others far fewer than this. */
export const smallRunRows = 5_000_000;

/** The size of that name. Throws on any other: a worker must not start with an engine nobody chose. */
export const engineSizeNamed = (name: string): EngineSize => {
  const size = engineSizes.find((one) => one === name);
  if (size === undefined) throw new Error(`there is no engine ${name}, only ${engineSizes.join(' and ')}`);
  return size;
};

/** By the rows of the pinned data. */
export const engineFor = (rows: number): EngineSize => (rows > smallRunRows ? 'LARGE' : 'SMALL');
