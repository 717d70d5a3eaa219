import type { DatasetDeclaration } from '../../engine/declaration.ts';

/** Rows of some datasets belong to a school only through another dataset, which must be there to restrict them. */
export const withSchoolLinks = (
  names: ReadonlySet<string>,
  declarations: readonly DatasetDeclaration[],
): ReadonlySet<string> => {
  const links = declarations.flatMap(({ name, schoolThrough }) =>
    names.has(name) && schoolThrough !== null ? [schoolThrough.dataset] : [],
  );
  return links.every((link) => names.has(link)) ? names : withSchoolLinks(new Set([...names, ...links]), declarations);
};
