import { at, textAt } from '../../../shared/verification/fields.ts';
import type { Step } from '../../../shared/verification/replay.ts';
import type { Content } from './parcels.ts';

type Sound = Exclude<Content, { readonly kind: 'MALFORMED' }>;

/** The rows there are once a file has been taken in. */
export const rowsAfter = (content: Sound, base: readonly string[]): readonly string[] => {
  if (content.kind === 'WHOLE') return content.rows.toSorted();
  const left = base.filter((row) => !content.taken.includes(row));
  return [...new Set([...left, ...content.put])].toSorted();
};

/** What is in each version, as it follows from what was sent: the same rows are one version, and one version has the same rows. */
export class Contents {
  readonly #rows = new Map<string, readonly string[]>();
  readonly wrong: string[] = [];

  /** `from` names the delivery that it follows from. */
  learn(version: string, rows: readonly string[], from: string): void {
    const known = this.#rows.get(version);
    if (known !== undefined && known.join() !== rows.join())
      this.wrong.push(`${from}: version ${version} holds [${known.join()}], where [${rows.join()}] was delivered`);
    const twin = [...this.#rows].find(([name, content]) => name !== version && content.join() === rows.join());
    if (twin !== undefined) this.wrong.push(`${from}: the rows [${rows.join()}] are two versions`);
    if (known === undefined) this.#rows.set(version, rows);
  }

  rowsOf(version: string | undefined): readonly string[] | undefined {
    return version === undefined ? undefined : this.#rows.get(version);
  }
}

export const laneNames = ['district', 'state'] as const;
export type LaneName = (typeof laneNames)[number];

/** The version that a lane pointed to. */
export const versionIn = (data: Step['after'], lane: LaneName): string | undefined =>
  textAt(at(data, 'datasets'), 'students', lane, 'version');
