import { visibleText } from '../../../shared/kernel/visible-text.ts';

/** A value of somebody's data as text: whatever it holds, it is shown and never run. */
export const cellText = (value: unknown): string => {
  if (value === null || value === undefined) return '';
  return visibleText(typeof value === 'string' ? value : JSON.stringify(value));
};
