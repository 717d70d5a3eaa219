const shapes = {
  check: 'M9 16.2 4.8 12l-1.4 1.4L9 19 21 7l-1.4-1.4z',
  clock: 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20zm1 5v4.6l3.5 3.5-1.4 1.4L11 12.4V7z',
  cross: 'M19 6.4 17.6 5 12 10.6 6.4 5 5 6.4 10.6 12 5 17.6 6.4 19 12 13.4 17.6 19 19 17.6 13.4 12z',
  dash: 'M5 11h14v2H5z',
  eye: 'M12 5C6.5 5 2.6 9.4 1 12c1.600 2.600 5.500 7 11 7s9.400-4.400 11-7c-1.600-2.600-5.500-7-11-7zm0 11.500a4.500 4.500 0 1 1 0-9 4.500 4.500 0 0 1 0 9zm0-2.500a2 2 0 1 0 0-4 2 2 0 0 0 0 4z',
  info: 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20zm1 15h-2v-6h2zm0-8h-2V7h2z',
  lock: 'M17 9h-1V7a4 4 0 0 0-8 0v2H7a2 2 0 0 0-2 2v8a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2v-8a2 2 0 0 0-2-2zm-7 0V7a2 2 0 0 1 4 0v2z',
  play: 'M8 5v14l11-7z',
  redo: 'M17.600 6.400A8 8 0 1 0 20 12h-2a6 6 0 1 1-1.800-4.200L13 11h7V4z',
  sent: 'M3 11l18-8-8 18-2.500-7.500z',
  warning: 'M12 2 1 21h22zm1 16h-2v-2h2zm0-4h-2V9h2z',
  document: 'M6 2h8l6 6v14H4V4a2 2 0 0 1 2-2zm7 1.500V9h5.500z',
  sortable: 'M12 4l5 6H7zm0 16l-5-6h10z',
  down: 'M6 9l6 7 6-7z',
  up: 'M6 15l6-7 6 7z',
} as const;

export type IconName = keyof typeof shapes;

/** A picture beside words, never instead of them: readers of the screen hear the words alone. */
export const Icon = ({ name }: { readonly name: IconName }) => (
  <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path d={shapes[name]} />
  </svg>
);
