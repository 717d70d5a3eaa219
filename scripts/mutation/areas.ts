/** What is changed, and where the tests lie that should notice it: the nearest room first. */
export interface Area {
  readonly name: string;
  readonly files: readonly string[];
  readonly rooms: readonly string[];
}

/** What a wrong decision would come from, and what proves later what was decided. */
export const areas: readonly Area[] = [
  { name: 'access', files: ['shared/domain/access/*.ts'], rooms: ['shared/domain/access', 'shared/domain'] },
  {
    name: 'audit',
    files: ['shared/application/audit/*.ts'],
    rooms: ['shared/application/audit', 'shared/application', 'shared/verification'],
  },
  {
    name: 'domain',
    files: ['shared/domain/!(access)/*.ts', 'shared/domain/*.ts'],
    rooms: ['shared/domain', 'shared/application'],
  },
];

export const areaNamed = (name: string): Area => {
  const area = areas.find((one) => one.name === name);
  if (!area) throw new Error(`There is no area "${name}". There are: ${areas.map((one) => one.name).join(', ')}.`);
  return area;
};
