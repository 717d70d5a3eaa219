import type { QueryClient } from '@tanstack/react-query';
import type { Session } from '../session/session.ts';

/** What every route may ask for before it shows something. */
export interface PagesContext {
  readonly session: Session;
  readonly queries: QueryClient;
}
