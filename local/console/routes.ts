import type { IncomingMessage } from 'node:http';
import * as z from 'zod';
import { type Answer, jsonAnswer, pageAnswer, textAnswer } from '../http/answer.ts';
import { pagePolicy } from '../http/markup.ts';
import { jsonBody } from './json-body.ts';
import { mailListPage, mailPage, mailPolicy } from './mail-pages.ts';
import { overviewPage } from './overview-page.ts';
import type { ConsoleParts } from './parts.ts';

type Perform = (request: IncomingMessage) => Answer | Promise<Answer>;
type Methods = Readonly<Record<string, Perform>>;

const clockBody = z.object({ now: z.iso.datetime({ offset: true }).transform((text) => new Date(text)) });
const tokenBody = z.object({ user: z.string().min(1) });

/** What can be done at a path of the console, by method; undefined where there is nothing. */
export function consoleRoutes(parts: ConsoleParts): (path: string) => Methods | undefined {
  const { clock, faults, captured } = parts;
  const now = () => ({ now: clock.now().toISOString() });
  const state = async () => ({
    clock: { ...now(), offsetMs: clock.offsetMs() },
    executions: await parts.executions(),
    queues: await parts.queues(),
    schedules: await parts.schedules(),
  });
  const listFaults = () => jsonAnswer(200, faults.list());

  const routes: Readonly<Record<string, Methods>> = {
    '/_local': {
      GET: async () => html(overviewPage({ ...(await state()), mails: captured(), faults: faults.list() }), pagePolicy),
    },
    '/_local/state': { GET: async () => jsonAnswer(200, await state()) },
    '/_local/clock': {
      GET: () => jsonAnswer(200, now()),
      POST: async (request) => {
        const body = await jsonBody(request, clockBody);
        if ('refused' in body) return body.refused;
        const earlier = body.value.now < clock.now();
        if (earlier) return jsonAnswer(400, { message: `The clock moves forward only: it is ${now().now}.` });
        await clock.moveTo(body.value.now);
        return jsonAnswer(200, now());
      },
    },
    '/_local/token': {
      POST: async (request) => {
        const body = await jsonBody(request, tokenBody);
        if ('refused' in body) return body.refused;
        const token = await parts.token(body.value.user);
        if (token === undefined) return jsonAnswer(404, { message: 'There is nobody of that name who may sign in.' });
        return jsonAnswer(200, { access_token: token });
      },
    },
    '/_local/environment': { GET: () => textAnswer(200, exported(parts.environment())) },
    '/_local/faults': {
      GET: listFaults,
      POST: async (request) => {
        const body = await jsonBody(request, z.unknown());
        if ('refused' in body) return body.refused;
        const problem = problemOf(() => faults.set(body.value));
        return problem === undefined ? listFaults() : jsonAnswer(400, { message: problem });
      },
      DELETE: () => {
        faults.clear();
        return listFaults();
      },
    },
    '/_local/mail': { GET: () => jsonAnswer(200, captured()) },
    '/_local/mail/view': { GET: () => html(mailListPage(captured()), pagePolicy) },
  };
  const oneMail = (path: string): Methods | undefined => {
    const [, id] = /^\/_local\/mail\/view\/([\w-]+)$/.exec(path) ?? [];
    const mail = captured().find((one) => one.id === id);
    return mail && { GET: () => html(mailPage(mail), mailPolicy) };
  };
  return (path) => {
    const key = path === '/_local/' ? '/_local' : path;
    return Object.hasOwn(routes, key) ? routes[key] : oneMail(path);
  };
}

/** For a shell to take over: `eval "$(curl ...)"`. */
const exported = (variables: Readonly<Record<string, string>>): string =>
  Object.entries(variables)
    .map(([name, value]) => `export ${name}='${value.replaceAll("'", `'\\''`)}'\n`)
    .join('');

const html = (page: Parameters<typeof pageAnswer>[1], policy: string): Answer =>
  pageAnswer(200, page, { 'content-security-policy': policy });

function problemOf(attempt: () => void): string | undefined {
  try {
    attempt();
    return undefined;
  } catch (error) {
    return error instanceof z.ZodError ? z.prettifyError(error) : String(error);
  }
}
