import { lazyRouteComponent } from '@tanstack/react-router';
import { type ReactNode, Suspense } from 'react';

type Part<Props> = (props: Props) => ReactNode;

/**
 * A part that is seldom asked for before the page is read, a dialog above all: its code comes when it is first shown, and
 * until then `meanwhile` stands there.
 */
export const later = <Props extends object>(
  load: () => Promise<Part<Props>>,
  meanwhile: ReactNode = null,
): Part<Props> => {
  const Loaded = lazyRouteComponent(async () => ({ default: await load() }));
  const Later = (props: Props) => <Suspense fallback={meanwhile}>{<Loaded {...props} />}</Suspense>;
  return Later;
};
