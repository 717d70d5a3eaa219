import { createHash } from 'node:crypto';

/** Text that is already safe HTML. Only `html` makes it, so that nothing reaches a page unescaped. */
export interface Markup {
  readonly markup: string;
}

type Piece = Markup | string | number | readonly Markup[];

/** Builds HTML from a template; every interpolated string is escaped, for text and for quoted attributes alike. */
export function html(parts: TemplateStringsArray, ...pieces: readonly Piece[]): Markup {
  return { markup: parts.reduce((text, part, index) => text + render(pieces[index - 1] ?? '') + part) };
}

/** A whole page without script and without anything loaded from elsewhere; `refreshSeconds` lets it reload itself. */
export function page(title: string, body: Markup, refreshSeconds?: number): Markup {
  const refresh = refreshSeconds === undefined ? html`` : html`<meta http-equiv="refresh" content="${refreshSeconds}">`;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${refresh}
<title>${title}</title>
<style>${{ markup: style }}</style>
</head>
<body>
<main>
<h1>${title}</h1>
${body}
</main>
</body>
</html>
`;
}

const style = `
body { font: 1rem/1.5 system-ui, sans-serif; color: #1b1b1b; background: #fff; margin: 2rem auto; max-width: 70rem; padding: 0 1rem }
table { border-collapse: collapse; width: 100%; margin-bottom: 1.5rem }
th, td { text-align: left; padding: .3rem .6rem; border-bottom: 1px solid #71767a; vertical-align: top; overflow-wrap: anywhere }
button { font: inherit; text-align: left; width: 100%; padding: .6rem 1rem; background: #fff; border: 2px solid #005ea2; border-radius: .25rem; cursor: pointer }
button:hover, button:focus-visible { background: #e7f2f9; outline: 3px solid #2491ff }
ul.choices { list-style: none; padding: 0; display: grid; gap: .5rem }
iframe { width: 100%; height: 30rem; border: 1px solid #71767a }
.note { color: #565c65 }
`;

/** The policy of our own pages: their one style block by its hash, forms to this origin, nothing else. */
export const pagePolicy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  "frame-src 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escape = (text: string): string => text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? '');

function render(piece: Piece): string {
  if (typeof piece === 'string') return escape(piece);
  if (typeof piece === 'number') return String(piece);
  return 'markup' in piece ? piece.markup : piece.map((one) => one.markup).join('\n');
}
