import type { AlertKind } from '../../domain/messaging/alert.ts';
import type { Audience, OutboxMessage } from '../outbox.ts';
import type { Scene } from './scene.ts';

/** `about` names the occasion within the participant: the same occasion told twice reaches a person once. */
export interface Occasion {
  readonly about: string;
  readonly facts?: Readonly<Record<string, string>>;
}

export const notification = (
  scene: Pick<Scene, 'participant' | 'caller'>,
  kind: AlertKind,
  audience: Audience,
  occasion: Occasion,
): OutboxMessage => {
  const { certificationEventId, organizationId, name } = scene.participant.state;
  return {
    type: 'NOTIFY',
    notification: {
      kind,
      certificationEventId,
      organizationId,
      audience,
      dedupe: `${kind}.${certificationEventId}.${organizationId}.${occasion.about}`,
      postedAt: scene.caller.now,
      facts: { participant: name, ...occasion.facts },
    },
  };
};
