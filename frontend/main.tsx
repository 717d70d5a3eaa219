import '@trussworks/react-uswds/lib/uswds.css';
import './style/app.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { vouchBy } from './api/client.ts';
import { isRefused } from './api/problem.ts';
import { createQueries } from './api/queries.ts';
import { startLanguage } from './language/language.ts';
import { readConfiguration } from './session/configuration.ts';
import { createSession } from './session/session.ts';
import { createPages } from './shell/router.ts';
import { watchNavigation } from './shell/navigation-focus.ts';
import { StartFailed } from './shell/start-failed.tsx';

const element = document.getElementById('root');
if (element === null) throw new Error('index.html has no #root');
// A refusal that a page shows in words is no fault of the page.
const root = createRoot(element, {
  onCaughtError: (fault) => {
    if (!isRefused(fault)) console.error(fault);
  },
});

const start = async (): Promise<void> => {
  const session = createSession(await readConfiguration());
  vouchBy(session);
  if (session.isReturning()) window.history.replaceState(null, '', await session.finishSignIn());
  const queries = createQueries();
  const pages = createPages({ session, queries });
  watchNavigation(pages);
  root.render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <RouterProvider router={pages} />
      </QueryClientProvider>
    </StrictMode>,
  );
};

await startLanguage();
await start().catch((fault: unknown) => root.render(<StartFailed fault={fault} />));
