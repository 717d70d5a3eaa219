import type { DisclosureEntry, Journal, NamedMessage } from '../../shared/application/ports/unit-of-work.ts';
import type { Alert } from '../../shared/domain/messaging/alert.ts';
import type { Instant } from '../../shared/kernel/instant.ts';
import { type InMemoryData, nameOf } from './in-memory-data.ts';
import { kept } from './kept.ts';
import { putOutboxRow } from './in-memory-outbox-rows.ts';

const stamp = (data: InMemoryData, name: string, change: (alert: Alert) => Alert): void => {
  const known = data.alerts.get(name);
  if (known) data.alerts.set(name, change(known));
};

const putOnce = (data: InMemoryData, { name, message }: NamedMessage, at: Instant): boolean => {
  if (data.outbox.has(name)) return false;
  putOutboxRow(data, name, message, at);
  return true;
};

export const inMemoryJournal = (data: InMemoryData): Journal => ({
  async recordRefusal(entry) {
    data.refusals.push(entry);
  },

  async recordView(entry) {
    data.views.push(entry);
  },

  async recordDisclosure(entry) {
    data.disclosures.push(entry);
  },

  async recordShown(entry) {
    const named = ({ at, userId, purpose, about }: DisclosureEntry) => nameOf(at.slice(0, 10), userId, purpose, about);
    const isKnown = data.disclosures.some((one) => named(one) === named(entry));
    if (!isKnown) data.disclosures.push(entry);
    return !isKnown;
  },

  async appendSeal(seal) {
    const isTaken = data.seals.some(
      (one) => one.certificationEventId === seal.certificationEventId && one.sequence === seal.sequence,
    );
    if (!isTaken) data.seals.push(structuredClone(seal));
    return !isTaken;
  },

  async postAlert(alert, mail) {
    const name = nameOf(alert.userId, alert.id);
    if (data.alerts.has(name)) return false;
    data.alerts.set(name, kept(alert));
    if (mail !== null) putOnce(data, mail, alert.postedAt);
    return true;
  },

  queueOnce: async (message, at) => putOnce(data, message, at),

  async listForDigest(day, userId) {
    data.digests.set(nameOf(day, userId), { day, userId });
  },

  async markAlertRead(userId, alertId, at) {
    stamp(data, nameOf(userId, alertId), (alert) => ({ ...alert, readAt: alert.readAt ?? at }));
  },

  async markAlertDismissed(userId, alertId, at) {
    stamp(data, nameOf(userId, alertId), (alert) => ({ ...alert, dismissedAt: alert.dismissedAt ?? at }));
  },
});
