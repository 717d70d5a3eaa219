import { readFileSync } from 'node:fs';

// Beside this file, and beside the bundle of whatever function prints: the build copies them there.
const read = (name: string): Buffer => readFileSync(new URL(`./fonts/${name}.ttf`, import.meta.url));

/** A page for everybody carries its letters with it: the viewer's machine may not have them, and PDF/UA asks for it. */
export const pageFonts = (): { readonly regular: Buffer; readonly bold: Buffer } => ({
  regular: read('PublicSans-Regular'),
  bold: read('PublicSans-Bold'),
});
