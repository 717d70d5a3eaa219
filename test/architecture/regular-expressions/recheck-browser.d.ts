/**
 * The part of recheck that is JavaScript alone; the package types its whole only. The programs it would rather run, 50 MB of
 * them, are never installed: package.json overrides each with a small package that is locked already.
 */
declare module 'recheck/lib/browser.js' {
  import type { checkSync } from 'recheck';

  const recheck: { readonly checkSync: typeof checkSync };
  export = recheck;
}
