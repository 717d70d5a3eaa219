import { alertsPage } from '../../../shared/application/directory/alerts.ts';
import type { Ports } from '../../../shared/application/ports/ports.ts';
import { alertView } from '../../../shared/application/views/directory-view.ts';
import { listAlerts } from '../../../shared/contracts/operations/directory.ts';
import { ok } from '../../../shared/kernel/result.ts';
import { door } from '../../../shared/runtime/http/door.ts';
import { listedByStore } from '../../../shared/runtime/http/listed.ts';

export const listAlertsDoor = ({ store }: Ports) =>
  door(listAlerts, async (request) => {
    const { caller, query } = request;
    const page = await listedByStore(store, listAlerts, request, (wish) => alertsPage(store, caller, query, wish));
    return page.ok ? ok({ body: { ...page.value, items: page.value.items.map(alertView) } }) : page;
  });
