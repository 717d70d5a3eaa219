/** One text, whatever the address holds under that name. */
export const oneText = (value: unknown): string | undefined => {
  const [first] = [value].flat();
  return typeof first === 'string' && first !== '' ? first : undefined;
};

/** Those of the words that exist: an address may say anything. */
export const someOf = <Word extends string>(words: readonly Word[], value: unknown): Word[] | undefined => {
  const given: readonly unknown[] = [value].flat();
  const found = words.filter((word) => given.includes(word));
  return found.length === 0 ? undefined : found;
};

export const oneOf = <Word extends string>(words: readonly Word[], value: unknown): Word | undefined =>
  someOf(words, value)?.[0];
