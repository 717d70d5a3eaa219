import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from './icon.tsx';

interface Toast {
  readonly id: number;
  readonly words: string;
}

/** Long enough to read it twice. What was done shows on the page as well. */
const shownForMillis = 10_000;
let toasts: readonly Toast[] = [];
let count = 0;
const listeners = new Set<() => void>();

const change = (next: readonly Toast[]): void => {
  toasts = next;
  for (const listener of listeners) listener();
};

/** Says that something was done. Refusals are no toasts: they stand where the button is. */
export const say = (words: string): void => {
  count += 1;
  const id = count;
  change([{ id, words }]);
  window.setTimeout(() => change(toasts.filter((toast) => toast.id !== id)), shownForMillis);
};

const watch = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Where it is said: always in the page, so that readers of the screen hear what comes into it. */
export const Toasts = () => {
  const { t } = useTranslation();
  const shown = useSyncExternalStore(watch, () => toasts);
  return (
    <section className="toasts" role="status" aria-label={t('toasts')}>
      {shown.map(({ id, words }) => (
        <div key={id} className="toast">
          <Icon name="check" />
          <span>{words}</span>
          <button
            type="button"
            className="icon-button"
            aria-label={t('dismiss')}
            onClick={() => change(toasts.filter((toast) => toast.id !== id))}
          >
            <Icon name="cross" />
          </button>
        </div>
      ))}
    </section>
  );
};
