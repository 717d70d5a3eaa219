const maxLength = 2000;

// The platform's own parser, because it reads an address as a browser will: 0x7f.1 becomes 127.0.0.1 before it is judged.
const parsed = (text: string): URL | null => URL.parse(text);

const isAddressLiteral = (host: string): boolean => host.startsWith('[') || /^[\d.]+$/.test(host);

const internalSuffixes = ['localhost', 'local', 'internal', 'intranet', 'lan', 'home.arpa', 'corp', 'home'];

const isInternal = (host: string): boolean => {
  const name = host.replace(/\.$/, '');
  return !name.includes('.') || internalSuffixes.some((suffix) => name === suffix || name.endsWith(`.${suffix}`));
};

/**
 * An address that people may be sent to: https, a public host by name, no user or password in it. The server itself never
 * fetches it; this keeps a link from reaching into somebody's own network.
 */
export const isExternalUrl = (text: string): boolean => {
  if (text.length > maxLength) return false;
  const url = parsed(text);
  if (url?.protocol !== 'https:' || url.username !== '' || url.password !== '') return false;
  return !isAddressLiteral(url.hostname) && !isInternal(url.hostname);
};
