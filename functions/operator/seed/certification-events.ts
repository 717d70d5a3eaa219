import { actOnCertificationEvent } from '../../../shared/application/certification-events/act.ts';
import { createCertificationEvent } from '../../../shared/application/certification-events/create.ts';
import { publishFacts } from '../../../shared/application/certification-events/publish-facts.ts';
import type { Caller } from '../../../shared/application/caller.ts';
import { definitionBody } from '../../../shared/contracts/schemas/certification-event.ts';
import { addDays, dateIn, startOfDay } from '../../../shared/kernel/calendar-date.ts';
import type { CertificationEventId } from '../../../shared/kernel/ids.ts';
import type { SeedDistrict } from '../../../shared/seed/districts.ts';
import type { SeededCategories } from './categories.ts';
import type { SeededGroups } from './library.ts';
import { administrator } from './people.ts';
import type { Seed } from './place.ts';

/** The data were delivered for the school year 2021-22, so that is what is certified. */
const reportingYear = 2022;
const openDays = 14;

const asAdministrator = ({ caller }: Seed): Caller => ({ ...caller, actor: { kind: 'PERSON', user: administrator() } });

const succeeded = <Value>(
  outcome:
    | { readonly ok: true; readonly value: Value }
    | { readonly ok: false; readonly failure: { readonly code: string } },
): Value => {
  if (!outcome.ok) throw new Error(`the seed was refused: ${outcome.failure.code}`);
  return outcome.value;
};

const save = async (seed: Seed, sent: object): Promise<CertificationEventId> =>
  succeeded(
    await createCertificationEvent(seed.ports, {
      caller: asAdministrator(seed),
      repeat: null,
      sent: definitionBody.parse(sent),
      answer: (after) => after.state.id,
    }),
  );

const publish = async (seed: Seed, id: CertificationEventId): Promise<void> => {
  const outcome = await actOnCertificationEvent(seed.ports, 'publishCertificationEvent', {
    id,
    caller: asAdministrator(seed),
    repeat: null,
    expectedVersion: null,
    command: async (before) => ({
      type: 'publishCertificationEvent',
      confirm: false,
      requireRecertification: false,
      withdrawals: [],
      bodyId: seed.ports.ids.next('bdy'),
      facts: await publishFacts(seed.ports.store, before),
    }),
    answer: () => null,
  });
  succeeded(outcome);
};

export interface SeedParts {
  readonly categories: SeededCategories;
  readonly groups: SeededGroups;
  readonly districts: readonly SeedDistrict[];
}

/** "Student Tardiness", opened today and two weeks long, and a second one still open. Answers the one being published. */
export const putCertificationEvents = async (
  seed: Seed,
  { categories, groups, districts }: SeedParts,
): Promise<CertificationEventId> => {
  const { timeZone } = seed.caller.agency;
  const today = dateIn(seed.caller.now, timeZone);
  const end = addDays(today, openDays);
  const id = await save(seed, {
    name: 'Student Tardiness',
    reportingYear,
    startDate: today,
    certificationOpensDate: today,
    endDate: end,
    description: 'Tardiness and attendance of the school year 2021-22. Funding follows these counts.',
    level: 'DISTRICT',
    categoryId: categories.attendance,
    dataLinks: [{ type: 'VALIDATION_GROUP', groupId: groups.attendance }],
    participants: districts.map((district) => district.id),
    snapshotMethod: 'ON_CERT_START',
    missingSnapshotAt: startOfDay(end, timeZone),
  });
  await publish(seed, id);
  await save(seed, {
    name: 'Fall Enrollment',
    reportingYear,
    level: 'DISTRICT',
    categoryId: categories.attendance,
    dataLinks: [{ type: 'VALIDATION_GROUP', groupId: groups.enrollment }],
  });
  return id;
};
