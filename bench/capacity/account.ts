import type { Aim, Figure } from '../figure.ts';
import type { MeteredTable } from './engine.ts';

export interface Account {
  readonly requests: number;
  /** How many of them are transactions. */
  readonly transactions: number;
  readonly readUnits: number;
  readonly writeUnits: number;
  /** Besides those of the table. */
  readonly indexUnits: number;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** What some work asked of the table and consumed. Throws where it read the whole table. */
export const accountOf = async ({ requests }: MeteredTable, work: () => Promise<unknown>): Promise<Account> => {
  requests.length = 0;
  await work();
  const times = (operation: string): number => requests.filter((request) => request.operation === operation).length;
  if (times('Scan') > 0) throw new Error('the whole table was read');
  return {
    requests: requests.length,
    transactions: times('TransactWriteItems'),
    readUnits: sum(requests.map(({ readUnits }) => readUnits)),
    writeUnits: sum(requests.map(({ writeUnits }) => writeUnits)),
    indexUnits: sum(requests.map(({ indexUnits }) => indexUnits)),
  };
};

/** The most that a person's request may cost. */
type Most = Partial<Pick<Account, 'requests' | 'transactions' | 'readUnits' | 'writeUnits'>>;

const aimAt = (atMost: number | undefined): Aim | undefined =>
  atMost === undefined ? undefined : { id: 'A1', atMost };

/** The account in figures, for each of `among` things. What was not consumed is left out. */
export const figuresOf = (name: string, account: Account, most: Most = {}, among = 1): readonly Figure[] => {
  const figures: readonly Figure[] = [
    { name: `${name}: requests`, value: account.requests / among, unit: 'requests', aim: aimAt(most.requests) },
    {
      name: `${name}: transactions`,
      value: account.transactions / among,
      unit: 'requests',
      aim: aimAt(most.transactions),
    },
    { name: `${name}: read`, value: account.readUnits / among, unit: 'RCU', aim: aimAt(most.readUnits) },
    { name: `${name}: written`, value: account.writeUnits / among, unit: 'WCU', aim: aimAt(most.writeUnits) },
    { name: `${name}: written to indexes`, value: account.indexUnits / among, unit: 'WCU' },
  ];
  return figures.filter(({ value }) => value > 0);
};
