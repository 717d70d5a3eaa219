import * as z from 'zod';
import type { Body, DataLink, PinnedGroup } from '../../../domain/certification-event/state.ts';
import { severities } from '../../../domain/rule-library/state.ts';
import type { GroupId, RuleId } from '../../../kernel/ids.ts';
import { exactly } from './exactly.ts';
import { count, idOf } from './primitives.ts';

const dataLink = exactly<DataLink>()(
  z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('VALIDATION_GROUP'), groupId: idOf<GroupId>() }),
    z.strictObject({ type: z.literal('EXTERNAL_URL'), label: z.string(), url: z.string() }),
  ]),
);

export const pinnedGroup = exactly<PinnedGroup>()(
  z.strictObject({
    groupId: idOf<GroupId>(),
    groupVersion: count,
    name: z.string(),
    rules: z.array(
      z.strictObject({
        ruleId: idOf<RuleId>(),
        ruleVersion: count,
        severityOverride: z.enum(severities).nullable(),
      }),
    ),
  }),
);

export const bodyWithoutParticipants = exactly<Omit<Body, 'participants'>>()(
  z.strictObject({
    description: z.string().nullable(),
    dataLinks: z.array(dataLink),
    requiredDatasets: z.array(z.string()),
    pinnedGroups: z.array(pinnedGroup),
  }),
);
