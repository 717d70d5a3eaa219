import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';

/** Shorter lists are drawn whole: so readers of the screen, and searching in the page, find everything. */
const drawnWhole = 200;
const usualHeight = 53;

interface RowWindow {
  readonly container: React.RefObject<HTMLDivElement | null>;
  readonly measure: ((row: HTMLTableRowElement | null) => void) | undefined;
  readonly first: number;
  readonly last: number;
  /** Heights of what is not drawn, in pixels. */
  readonly before: number;
  readonly after: number;
}

/** Which rows of a long list are near the part that is seen. */
export const useRowWindow = (count: number): RowWindow => {
  const container = useRef<HTMLDivElement>(null);
  const isLong = count > drawnWhole;
  const virtualizer = useWindowVirtualizer({
    count,
    enabled: isLong,
    estimateSize: () => usualHeight,
    overscan: 12,
    scrollMargin: container.current?.offsetTop ?? 0,
  });
  if (!isLong) return { container, measure: undefined, first: 0, last: count, before: 0, after: 0 };
  const items = virtualizer.getVirtualItems();
  const margin = virtualizer.options.scrollMargin;
  return {
    container,
    measure: virtualizer.measureElement,
    first: items[0]?.index ?? 0,
    last: (items.at(-1)?.index ?? -1) + 1,
    before: Math.max(0, (items[0]?.start ?? margin) - margin),
    after: Math.max(0, virtualizer.getTotalSize() - ((items.at(-1)?.end ?? margin) - margin)),
  };
};
