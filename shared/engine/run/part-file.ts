import { join } from 'node:path';

/** Where the rows of the rule at this place go until the run is sealed. */
export const partFile = (workFolder: string, place: number): string => join(workFolder, 'parts', `${place}.parquet`);
