import { type DatasetDeclaration, schoolLinks } from '../../engine/declaration.ts';

/** Rows of some datasets belong to a school only through other datasets, which must be there to restrict them. */
export const withSchoolLinks = (
  names: ReadonlySet<string>,
  declarations: readonly DatasetDeclaration[],
): ReadonlySet<string> => {
  const links = declarations
    .filter(({ name }) => names.has(name))
    .flatMap((declaration) => schoolLinks(declaration).map(({ dataset }) => dataset));
  return links.every((link) => names.has(link)) ? names : withSchoolLinks(new Set([...names, ...links]), declarations);
};
