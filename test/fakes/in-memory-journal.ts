import type { Journal } from '../../shared/application/ports/unit-of-work.ts';
import type { Ids } from '../../shared/application/ports/world.ts';
import type { Alert } from '../../shared/domain/messaging/alert.ts';
import { type InMemoryData, nameOf } from './in-memory-data.ts';
import { putOutboxRow } from './in-memory-outbox-rows.ts';

const stamp = (data: InMemoryData, name: string, change: (alert: Alert) => Alert): void => {
  const known = data.alerts.get(name);
  if (known) data.alerts.set(name, change(known));
};

export const inMemoryJournal = (data: InMemoryData, ids: Ids): Journal => ({
  async recordRefusal(entry) {
    data.refusals.push(entry);
  },

  async recordDisclosure(entry) {
    data.disclosures.push(entry);
  },

  async recordView(entry) {
    data.views.push(entry);
  },

  async postAlert(alert, mail) {
    const name = nameOf(alert.userId, alert.id);
    if (data.alerts.has(name)) return false;
    data.alerts.set(name, structuredClone(alert));
    if (mail) putOutboxRow(data, ids.next('obx'), mail, alert.postedAt);
    return true;
  },

  async markAlertRead(userId, alertId, at) {
    stamp(data, nameOf(userId, alertId), (alert) => ({ ...alert, readAt: alert.readAt ?? at }));
  },

  async markAlertDismissed(userId, alertId, at) {
    stamp(data, nameOf(userId, alertId), (alert) => ({ ...alert, dismissedAt: alert.dismissedAt ?? at }));
  },
});
