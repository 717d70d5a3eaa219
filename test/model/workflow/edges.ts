/**
 * The edges of the transition tables, by the numbers the text gives them; R: a run's status, S: a snapshot's status and state,
 * K: the category, L: a rule of the library, G: a group; A: rights; a row with a code: what is refused for it.
 */
export const edgeNames = [
  ...['E1', 'E2', 'E3', 'E4', 'E5', 'E6', 'E7', 'E8', 'E9', 'E10', 'E11', 'E12'],
  ...['P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7', 'P8', 'P9', 'P10', 'P11', 'P12', 'P13', 'P14', 'P15', 'P16', 'P17'],
  ...['P18', 'P19', 'P20', 'P22', 'P3 confirmed'],
  ...['U1', 'U2', 'U3', 'U4', 'U5', 'U6', 'U7', 'U8', 'U9', 'U10', 'U11', 'U12', 'U13'],
  ...['W1', 'W2', 'W3', 'W4', 'W5', 'W6', 'W7', 'W8', 'W9', 'W10', 'W11', 'W12', 'W13', 'W14'],
  ...['M sent', 'R of the state', 'R QUEUED-COMPLETED', 'R QUEUED-FAILED', 'R QUEUED-CANCELLED', 'R FAILED-retry'],
  ...['R QUEUED-RUNNING', 'R RUNNING-QUEUED', 'R RUNNING-FAILED', 'R RUNNING-CANCELLED', 'R lost-COMPLETED'],
  ...['R late', 'R late ignored'],
  ...['S QUEUED-COMPLETED', 'S CURRENT-SUPERSEDED', 'S CURRENT-LOCKED', 'S LOCKED-CURRENT', 'S LOCKED-HISTORY'],
  ...['S QUEUED-FAILED', 'S FAILED-QUEUED', 'S FAILED-cleanup'],
  ...['A state revoked', 'A state granted', 'A local revoked', 'A local granted', 'A member removed', 'A member set'],
  ...['A refused'],
  ...['School published', 'School sent', 'School approved', 'School sent back', 'School of all schools'],
  ...['K ACTIVE-INACTIVE', 'K INACTIVE-ACTIVE', 'K UNPUBLISHED-PUBLISHED', 'K in use'],
  ...['L DRAFT-ACTIVE', 'L ACTIVE-ARCHIVED', 'L archived refused', 'G ACTIVE-INACTIVE', 'G INACTIVE-ACTIVE'],
  ...['E4 CATEGORY_INACTIVE', 'E4 CATEGORY_NOT_PUBLISHED', 'E4 GROUP_INACTIVE', 'E7 GROUP_INACTIVE'],
] as const;

export type Edge = (typeof edgeNames)[number];

/** Counts how often each edge was gone, over everything a test plays. */
export class Edges {
  readonly counts = new Map<string, number>(edgeNames.map((name) => [name, 0]));

  reach(edge: Edge): void {
    this.counts.set(edge, (this.counts.get(edge) ?? 0) + 1);
  }

  neverReached(): readonly string[] {
    return [...this.counts].filter(([, count]) => count === 0).map(([name]) => name);
  }

  text(): string {
    return [...this.counts].map(([name, count]) => `${name}: ${count}`).join(', ');
  }
}
