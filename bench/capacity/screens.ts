import { openSeedScreens } from '../../test/contract/screens/open.ts';
import { screens } from '../../test/contract/screens/screens.ts';
import type { Figure } from '../figure.ts';

/** What opening each screen of the product asks of the table, besides reading who asks. */
export const screenFigures = async (dynamoDbEndpoint: string): Promise<readonly Figure[]> => {
  const open = await openSeedScreens(dynamoDbEndpoint);
  const figures: Figure[] = [];
  for (const screen of screens) {
    const { status, queries, reads, others, units } = await open(screen);
    if (status !== 200) throw new Error(`${screen.screen} was answered ${status}`);
    figures.push(
      { name: `${screen.screen}: requests`, value: queries + reads + others, unit: 'requests' },
      { name: `${screen.screen}: read`, value: units, unit: 'RCU' },
    );
  }
  return figures;
};
