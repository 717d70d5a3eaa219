/**
 * What was typed and not yet sent, kept while the person signs in again: the pages write it into this tab's storage as
 * they leave, and the form that had it takes it back. Nothing is written at any other time.
 */
const prefix = 'draft:';
const open = new Map<string, () => unknown>();

/** Called by a form while it is on the screen; the answer ends that. */
export const announceDraft = (name: string, read: () => unknown): (() => void) => {
  open.set(name, read);
  return () => {
    open.delete(name);
  };
};

export const keepDrafts = (): void => {
  for (const [name, read] of open) window.sessionStorage.setItem(prefix + name, JSON.stringify(read()));
};

/** What was kept under that name, once. */
export const takeDraft = (name: string): unknown => {
  const text = window.sessionStorage.getItem(prefix + name);
  window.sessionStorage.removeItem(prefix + name);
  return text === null ? undefined : JSON.parse(text);
};
