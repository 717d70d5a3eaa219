import recheck from 'recheck/lib/browser.js';

/** UNJUDGED: it looks around itself, or there are too many ways through it to try them all. */
export type Verdict = 'SAFE' | 'VULNERABLE' | 'UNJUDGED';

/** Whether some text makes an expression take more than a time in proportion to its length. */
export const verdictOn = (literal: string): Verdict => {
  const end = literal.lastIndexOf('/');
  const { status, checker } = recheck.checkSync(literal.slice(1, end), literal.slice(end + 1));
  if (status === 'vulnerable') return 'VULNERABLE';
  // That a search for a bad text has found none proves nothing.
  return status === 'safe' && checker === 'automaton' ? 'SAFE' : 'UNJUDGED';
};
