import { type ComponentType, createElement, lazy, Suspense } from 'react';

/** A part that is seldom asked for before the page is read, a dialog above all: its code comes when it is first shown. */
export const later = <Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> => {
  const Part = lazy(async () => ({ default: await load() }));
  const Later = (props: Props) => <Suspense fallback={null}>{createElement<Props>(Part, props)}</Suspense>;
  return Later;
};
