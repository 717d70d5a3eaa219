import type { Figure } from '../figure.ts';
import type { MeteredTable } from './engine.ts';

export interface Account {
  readonly requests: number;
  readonly readUnits: number;
  readonly writeUnits: number;
  /** Besides those of the table. */
  readonly indexUnits: number;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** What some work asked of the table and consumed. */
export const accountOf = async ({ requests }: MeteredTable, work: () => Promise<unknown>): Promise<Account> => {
  requests.length = 0;
  await work();
  return {
    requests: requests.length,
    readUnits: sum(requests.map(({ readUnits }) => readUnits)),
    writeUnits: sum(requests.map(({ writeUnits }) => writeUnits)),
    indexUnits: sum(requests.map(({ indexUnits }) => indexUnits)),
  };
};

/** The account in figures, for each of `among` things. What was not consumed is left out. */
export const figuresOf = (name: string, account: Account, among = 1): readonly Figure[] => {
  const figures: readonly Figure[] = [
    { name: `${name}: requests`, value: account.requests / among, unit: 'requests' },
    { name: `${name}: read`, value: account.readUnits / among, unit: 'RCU' },
    { name: `${name}: written`, value: account.writeUnits / among, unit: 'WCU' },
    { name: `${name}: written to indexes`, value: account.indexUnits / among, unit: 'WCU' },
  ];
  return figures.filter(({ value }) => value > 0);
};
