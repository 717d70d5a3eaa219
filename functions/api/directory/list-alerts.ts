import { matchingAlerts, withRequirement } from '../../../shared/application/directory/alerts.ts';
import type { Ports } from '../../../shared/application/ports/ports.ts';
import { alertView } from '../../../shared/application/views/directory-view.ts';
import { listAlerts } from '../../../shared/contracts/operations/directory.ts';
import type { Alert } from '../../../shared/domain/messaging/alert.ts';
import { door } from '../../../shared/runtime/http/door.ts';
import { listed } from '../../../shared/runtime/http/listed.ts';
import { newestFirst } from '../../../shared/runtime/http/ordering.ts';

const byTime = newestFirst<Alert>(
  ({ postedAt }) => postedAt,
  ({ id }) => id,
);

export const listAlertsDoor = ({ store }: Ports) =>
  door(listAlerts, async (request) => {
    const items = await matchingAlerts(store, request.caller, request.query);
    return listed(store, listAlerts, request, {
      items,
      ordering: byTime,
      view: alertView,
      complete: (shown) => withRequirement(store, request.caller, shown),
    });
  });
