import { visibleText } from '../../shared/kernel/visible-text.ts';

/** React escapes markup in what stands within a sentence; a name there must not turn the sentence around either. */
export const interpolation = { escape: visibleText };
