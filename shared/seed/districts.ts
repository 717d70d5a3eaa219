import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';

const districtSchema = z.object({ localEducationAgencyId: z.string(), nameOfInstitution: z.string() });
const schoolSchema = z.object({ schoolId: z.string(), nameOfInstitution: z.string() });

export interface SeedDistrict {
  /** The folder of its data, and the prefix of its users' names. */
  readonly slug: string;
  readonly id: string;
  readonly name: string;
  readonly schools: readonly { readonly id: string; readonly name: string }[];
  /** What it delivers: one NDJSON file a dataset, by absolute path. */
  readonly files: readonly { readonly dataset: string; readonly path: string }[];
}

const folder = new URL('data/', import.meta.url);
const extension = '.ndjson';

const rowsOf = async <Row>(slug: string, dataset: string, row: z.ZodType<Row>): Promise<Row[]> => {
  const text = await readFile(new URL(`${slug}/${dataset}${extension}`, folder), 'utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => row.parse(JSON.parse(line)));
};

const seedDistrict = async (slug: string): Promise<SeedDistrict> => {
  const [district] = await rowsOf(slug, 'localEducationAgencies', districtSchema);
  if (district === undefined) throw new Error(`no local education agency in ${slug}`);
  const schools = await rowsOf(slug, 'schools', schoolSchema);
  const files = (await readdir(new URL(`${slug}/`, folder))).filter((file) => file.endsWith(extension)).toSorted();
  return {
    slug,
    id: district.localEducationAgencyId,
    name: district.nameOfInstitution,
    schools: schools.map(({ schoolId, nameOfInstitution }) => ({ id: schoolId, name: nameOfInstitution })),
    files: files.map((file) => ({
      dataset: file.slice(0, -extension.length),
      path: fileURLToPath(new URL(`${slug}/${file}`, folder)),
    })),
  };
};

/** The two districts of the seed with their schools and files, as their own data name them. */
export const seedDistricts = (): Promise<SeedDistrict[]> => Promise.all(['bear-creek', 'grand-bend'].map(seedDistrict));
