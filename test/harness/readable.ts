const percent = /(?:%[0-9A-Fa-f]{2})+/g;
// With and without the marks that stand in paths and in words too, where they would draw the neighbours in.
const base64 = [/[A-Za-z0-9]{12,}={0,2}/g, /[A-Za-z0-9_-]{12,}={0,2}/g, /[A-Za-z0-9+/]{12,}={0,2}/g];

const withoutPercent = (text: string): string =>
  text.replace(percent, (encoded) => Buffer.from(encoded.replaceAll('%', ''), 'hex').toString());

/** A text, and below it what stands in it in other letters: in an address, in a cursor, in a token. */
export const readable = (text: string): string => {
  const plain = withoutPercent(text);
  const decoded = base64.flatMap((pattern) => plain.match(pattern) ?? []).map((run) => Buffer.from(run, 'base64'));
  return [text, plain, ...decoded.map(String)].join('\n');
};
