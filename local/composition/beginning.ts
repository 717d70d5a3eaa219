import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { restoreState } from '../image/image.ts';

/** What the system has when it starts, and where its parts keep what must survive. */
export interface Beginning {
  /** Files of the parts that are no engine: executions, schedules, people, clock. */
  readonly stateFolder: string;
  readonly image: string | undefined;
  /** Neither kept data nor an image: somebody has to seed it. */
  readonly empty: boolean;
}

const seededMark = 'seeded';

/** Says that a kept system was seeded to the end. Without the mark it starts over. */
export function keptSeededMark(keepDir: string): string {
  return join(keepDir, seededMark);
}

/** Kept data win over an image, an image over nothing. */
export function chooseBeginning(options: { stateDir: string; keepDir?: string; image?: string }): Beginning {
  const { stateDir, keepDir, image } = options;
  const stateFolder = join(keepDir ?? stateDir, 'state');
  if (keepDir && existsSync(keptSeededMark(keepDir))) return { stateFolder, image: undefined, empty: false };
  if (keepDir) rmSync(keepDir, { recursive: true, force: true });
  rmSync(stateFolder, { recursive: true, force: true });
  mkdirSync(stateFolder, { recursive: true });
  if (!image || !existsSync(image)) return { stateFolder, image: undefined, empty: true };
  restoreState(image, stateFolder);
  return { stateFolder, image, empty: false };
}
