import type { UploadId, UserId } from '../../kernel/ids.ts';
import type { Caller } from '../caller.ts';
import { type TellPorts, tellPeople } from '../notifications/tell-people.ts';
import type { Store } from '../ports/store.ts';
import { systemCaller } from '../system-caller.ts';

interface RefusedFile {
  readonly name: string;
  /** What is wrong with it. */
  readonly facts: Readonly<Record<string, string>>;
  /** Which arrival it is: told again of it, nobody reads it twice. */
  readonly about: string;
}

/** Who keeps the state's datasets. */
const keepersOf = async (store: Store): Promise<readonly UserId[]> => {
  const state = (await store.organizations()).find((read) => read.state.type === 'STATE');
  const people = state === undefined ? [] : await store.usersOf(state.state.id);
  return people
    .filter((read) => read.state.active && (read.state.rights.DATASETS ?? '').includes('W'))
    .map((read) => read.state.id);
};

/** Nobody waits for the answer to a dropped file, so those who keep the datasets are told when it is refused. */
export const tellOfRefusedFile = async (
  ports: TellPorts,
  { agency, now }: Caller,
  { name, facts, about }: RefusedFile,
): Promise<void> => {
  const people = await keepersOf(ports.store);
  await tellPeople(
    ports,
    { agency, certificationEventId: null, name, postedAt: now },
    people.map((userId) => ({
      kind: 'FILE_REFUSED',
      userId,
      organizationId: null,
      dueDate: null,
      facts,
      dedupe: `FILE_REFUSED.${about}`,
    })),
  );
};

/** The same of one that could not even be looked at, several times. */
export const tellOfLostDrop = async (
  ports: TellPorts,
  { key, sequencer }: { readonly key: string; readonly sequencer: string },
): Promise<void> =>
  tellOfRefusedFile(ports, await systemCaller(ports, 'dead-letters', sequencer), {
    name: key,
    facts: { problem: 'DROP_LOST' },
    about: `${key} ${sequencer}`,
  });

/** The same of a dropped file that broke its dataset's declaration. */
export const tellWhenRefused = async (ports: TellPorts, id: UploadId): Promise<void> => {
  const upload = (await ports.store.load('upload', id))?.state;
  if (upload?.status !== 'REFUSED' || upload.requestedBy !== null) return;
  const { key, problems, problemCount } = upload;
  const facts = {
    problems: String(problemCount),
    firstProblem: problems[0]?.code ?? '',
    line: String(problems[0]?.line ?? 0),
    upload: id,
  };
  await tellOfRefusedFile(ports, await systemCaller(ports, 'ingest-worker', id), { name: key, facts, about: id });
};
