import { beginAnew, type BeginOptions, beginStart, type Begun } from './composition/begin.ts';
import { type DataEngines, startDataEngines } from './composition/data-engines.ts';
import { eventSourcesOf, gatewayOf, originOf } from './composition/doors.ts';
import { operatorEnvironment } from './composition/operator-environment.ts';
import { createServices, type Services } from './composition/services.ts';
import { messagesIn, queueStates } from './engines/queue-states.ts';
import type { EventSources } from './event-sources/event-sources.ts';
import type { Faults } from './gateway/faults.ts';
import { saveImage } from './image/image.ts';
import { untilQuiet } from './quiet.ts';
import type { Invoker, LocalClock, Overhear, Part } from './runtime.ts';

export interface RuntimeOptions extends BeginOptions {
  /** The synthesized assembly, or the promise of it: the engines start meanwhile. */
  readonly assemblyDir: string | Promise<string>;
  /** The start, where somebody has begun it already with the same options. */
  readonly begun?: Begun;
  readonly log: (line: string) => void;
  readonly overhear?: Overhear;
}

export interface Runtime {
  /** The public origin. */
  readonly url: string;
  readonly clock: LocalClock;
  readonly invoker: Invoker;
  readonly faults: Faults;
  /** What an operator's process needs: the variables of all functions, endpoints, operator credentials, ATTEST_ORIGIN. */
  readonly environment: Readonly<Record<string, string>>;
  /** Names of the people who may sign in. */
  people(): readonly string[];
  /** The bodies of the messages a queue holds, by the queue's name. */
  messagesIn(queue: string): readonly string[];
  /** Whether the system began empty: neither with an image nor with kept data. */
  readonly empty: boolean;
  /** Resolves true once nothing moves but what waits for a person or a time; false when that takes longer. */
  untilQuiet(timeoutMs: number): Promise<boolean>;
  /** Call it while the system is quiet. */
  saveImage(folder: string): Promise<void>;
  /**
   * The same system as at its start: what the image holds, the host's time, no fault, nothing under way. Only warm functions
   * stay, as they outlive a restore on AWS. This runtime is over then. Not for a system that keeps its data.
   */
  beginAgain(options: Pick<RuntimeOptions, 'log' | 'overhear'>): Promise<Runtime>;
  stop(): Promise<void>;
}

/** Starts everything the template names and resolves when it answers. On failure nothing is left running. */
export async function startRuntime(options: RuntimeOptions): Promise<Runtime> {
  const begun = options.begun ?? (await beginStart(options));
  /** What a system that begins again takes over, and then has to stop. */
  const lasting: Part[] = [begun.dynamodb, begun.warm];
  const started: Part[] = [];
  const start = async (part: Part) => {
    started.push(part);
    await part.start();
  };
  const stop = async () => {
    await stopAll(started);
    await stopAll(lasting);
  };
  const orStop = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    try {
      return await work();
    } catch (error) {
      await stop();
      throw error;
    }
  };
  const beginAgain: Runtime['beginAgain'] = async (anew) => {
    const { keepDir, ...others } = options;
    if (keepDir) throw new Error('A system that keeps its data does not begin again');
    const begunAnew = await orStop(async () => {
      await stopAll(started);
      return beginAnew(begun, options);
    });
    lasting.length = 0;
    return startRuntime({ ...others, ...anew, begun: begunAnew });
  };
  return orStop(async () => ({ ...(await compose(options, begun, start)), beginAgain, stop }));
}

/** The last one first. */
async function stopAll(parts: Part[]): Promise<void> {
  for (let part = parts.pop(); part; part = parts.pop()) await part.stop();
}

type Start = (part: Part) => Promise<void>;

async function compose(
  options: RuntimeOptions,
  begun: Begun,
  start: Start,
): Promise<Omit<Runtime, 'beginAgain' | 'stop'>> {
  const { portBase, stateDir, log, overhear = () => {} } = options;
  const { beginning } = begun;
  const doors = { origin: `http://127.0.0.1:${portBase}`, gateway: `http://127.0.0.1:${portBase + 1}` };
  const engines = await startDataEngines({ ...options, begun, doors, start, overhear });
  const services = createServices({
    engines,
    warm: begun.warm,
    doors,
    stateDir,
    stateFolder: beginning.stateFolder,
    log,
  });
  const surroundings = { portBase, doors, engines, services, log, overhear };
  const sources = eventSourcesOf(surroundings, !beginning.empty, options.keepDir);
  const { functions, signIn, flows, scheduler } = services;
  for (const part of [
    functions,
    gatewayOf(surroundings, sources),
    signIn,
    flows,
    sources,
    scheduler,
    originOf(surroundings),
  ]) {
    await start(part);
  }
  return {
    url: doors.origin,
    clock: services.clock,
    invoker: functions,
    faults: services.faults,
    environment: operatorEnvironment(services, doors),
    people: () => signIn.snapshot().flatMap(({ username, enabled }) => (enabled ? [username] : [])),
    messagesIn: (queue) => messagesIn(engines.fauxqs.queues, queue),
    empty: beginning.empty,
    untilQuiet: (timeoutMs) =>
      untilQuiet(
        {
          isQuiet: () => isQuiet(engines, services, sources),
          wasAskedSince: (moment) => sources.wasEmptySince(moment),
        },
        timeoutMs,
      ),
    saveImage: (folder) => saveImage(folder, beginning.stateFolder, engines.imageParts),
  };
}

/** An execution with an open token waits for somebody; a message in a queue without consumer for an operator. */
function isQuiet({ assembly, fauxqs }: DataEngines, { functions, flows }: Services, sources: EventSources): boolean {
  const queues = queueStates(fauxqs.queues, assembly.resources);
  return (
    functions.busy() === 0 &&
    sources.idle() &&
    flows.executions().every(({ status, openTokens }) => status !== 'RUNNING' || openTokens > 0) &&
    queues.every(({ ready, inFlight, delayed, consumed }) => !consumed || ready + inFlight + delayed === 0)
  );
}
