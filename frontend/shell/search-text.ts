/** What stands behind the question mark: texts, and a repeated name is a list, as the API writes its queries. */
export const parseSearch = (text: string): Record<string, string | string[]> => {
  const given = new URLSearchParams(text);
  const values = [...new Set(given.keys())].map((name): [string, string | string[]] => {
    const all = given.getAll(name);
    return [name, all.length === 1 ? (all[0] ?? '') : all];
  });
  return Object.fromEntries(values);
};

export const stringifySearch = (values: Readonly<Record<string, unknown>>): string => {
  const written = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    for (const one of [value].flat()) if (typeof one === 'string' && one !== '') written.append(name, one);
  }
  const text = written.toString();
  return text === '' ? '' : `?${text}`;
};
