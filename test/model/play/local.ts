import { type Decider, member } from './rights.ts';
import type { LocalCommand } from './commands.ts';
import { named, onCertification, type Play } from './play.ts';
import {
  endRequest,
  live,
  mayConfirmSent,
  mayRequest,
  mayWithdrawRequest,
  mayWithdrawSubmission,
  request,
  send,
  withdrawSubmission,
} from '../workflow/participant.ts';
import { managers } from '../system/people.ts';
import { isUnderWay } from '../workflow/run.ts';
import { reconcile } from '../workflow/members.ts';
import { mayTake, take } from '../workflow/snapshot.ts';
import { complete, mayComplete, mayRun, mayStart, maySubmit, run, start, submit } from '../workflow/step.ts';
import { firstOf, refuseUnless, type Verdict } from '../workflow/verdict.ts';
import { stepNames, type World } from '../workflow/world.ts';
import type { Reply } from '../system/played.ts';

/* What the people of a district or school do. */

type Of<Type extends LocalCommand['type']> = Extract<LocalCommand, { readonly type: Type }>;

const runIdIn =
  (step: string) =>
  (wizard: Reply['body']): string | null =>
    wizard.steps[stepNames.findIndex((name) => name === step)].run?.id ?? null;

const onRun = (world: World, command: Of<'run' | 'complete' | 'view' | 'cancel' | 'retry'>): Play => {
  const { by, org, step, type } = command;
  const decide: Decider = member(world, by, org);
  const { participant } = decide;
  const newest = participant?.runs.get(step);
  const path = (name: string) => (type === 'view' ? `/v1/runs/${name}/report` : `/v1/runs/${name}/${type}`);
  const ask = named(by, org, runIdIn(step), (name) =>
    type === 'view' ? { by, method: 'GET', path: path(name) } : { by, method: 'POST', path: path(name), body: {} },
  );
  switch (type) {
    case 'view':
      return {
        ask,
        status: 200,
        verdict: decide.ofMember('READER', () => refuseUnless(newest?.status === 'COMPLETED', 'RUN_NOT_FINISHED')),
        effect: () => newest?.viewers.add(by),
      };
    case 'cancel':
      return {
        ask,
        status: 200,
        verdict: decide.ofMember('ANY', () =>
          firstOf(live(world), refuseUnless(newest !== undefined && isUnderWay(newest), 'RUN_FINISHED')),
        ),
        effect: () => {
          world.edges.reach(newest?.status === 'RUNNING' ? 'R RUNNING-CANCELLED' : 'R QUEUED-CANCELLED');
          if (newest !== undefined) newest.status = 'CANCELLED';
        },
      };
    case 'retry':
      return {
        ask,
        status: 202,
        verdict: decide.ofMember('ANY', (one) => {
          const failed = newest?.status === 'FAILED' || newest?.status === 'CANCELLED';
          return firstOf(live(world), refuseUnless(failed, 'RUN_NOT_FAILED'), mayRun(world, one, step));
        }),
        effect: () => {
          world.edges.reach('R FAILED-retry');
          if (participant !== undefined) run(world, participant, step);
        },
      };
    case 'run':
      return {
        ask: onCertification(by, org, `/steps/${step}/runs`),
        status: 202,
        verdict: decide.ofMember('ANY', (one) => mayRun(world, one, step)),
        effect: () => {
          if (participant !== undefined) run(world, participant, step);
        },
      };
    case 'complete':
      return {
        ask: onCertification(by, org, `/steps/${step}/complete`, { reviewed: true }),
        status: 200,
        verdict: decide.verdict('ANY', (one, task) => mayComplete(world, one, task, step)),
        effect: () => decide.act((one, task) => complete(world, one, task, step)),
      };
  }
};

const onSubmission = (world: World, command: Of<'submit' | 'withdrawSubmission'>): Play => {
  const { by, org } = command;
  const decide = member(world, by, org);
  if (command.type === 'submit')
    return {
      ask: onCertification(by, org, '/submit', { attestation: { name: by, accepted: command.accepted } }),
      status: 200,
      verdict: decide.verdict('CERTIFIER', (one, task) =>
        firstOf(maySubmit(world, one, task), refuseUnless(command.accepted, 'ATTESTATION_REQUIRED')),
      ),
      effect: () => decide.act((one, task) => submit(world, one, task)),
    };
  return {
    ask: onCertification(by, org, '/submission/withdraw', { reason: 'a correction' }),
    status: 200,
    verdict: decide.verdict('CERTIFIER', (one, task) => mayWithdrawSubmission(world, one, task)),
    effect: () =>
      decide.act((one, task) => {
        withdrawSubmission(world, one, task);
        reconcile(world, one);
      }),
  };
};

const onRequest = (world: World, { by, org, type }: Of<'request' | 'withdrawRequest'>): Play => {
  const decide = member(world, by, org);
  if (type === 'request')
    return {
      ask: onCertification(by, org, '/recertification-requests', { reason: 'two students were left out' }),
      status: 201,
      verdict: decide.ofMember('CERTIFIER', (one) => mayRequest(world, one)),
      effect: () => {
        if (decide.participant !== undefined) request(world, decide.participant, by);
      },
    };
  return {
    ask: named(
      by,
      org,
      (wizard) => wizard.openRequest?.id ?? 'req_none',
      (name, eventId) => ({
        by,
        method: 'POST',
        path: `/v1/certifications/${eventId}/${org}/recertification-requests/${name}/withdraw`,
        body: {},
      }),
    ),
    status: 200,
    verdict: decide.ofMember('CERTIFIER', (one) => mayWithdrawRequest(world, one, by)),
    effect: () => {
      world.edges.reach('P13');
      if (decide.participant !== undefined) endRequest(world, decide.participant);
    },
  };
};

const managerMay = (world: World, org: string): Verdict => {
  const participant = world.participants.get(org);
  if (participant === undefined || participant.status === 'WITHDRAWN') return ['NOT_FOUND'];
  return mayConfirmSent(world, participant);
};

export const playLocal = (world: World, command: LocalCommand): Play => {
  const { by, org } = command;
  const decide = member(world, by, org);
  switch (command.type) {
    case 'start':
      return {
        ask: onCertification(by, org, '/start'),
        status: 200,
        verdict: decide.verdict('CERTIFIER', (one, task) => mayStart(world, one, task)),
        effect: () => decide.act((one, task) => start(world, one, task)),
      };
    case 'takeSnapshot':
      return {
        ask: onCertification(by, org, '/snapshot', { confirm: command.confirm }),
        status: 202,
        verdict: decide.verdict('CERTIFIER', (one, task) => mayTake(world, one, task, command.confirm)),
        effect: () => decide.act((one, task) => take(world, one, task)),
      };
    case 'confirmSent':
      return {
        ask: onCertification(by, org, '/confirm-sent'),
        status: 200,
        verdict:
          managers.get(world.cast.districtOf(org)) === by
            ? managerMay(world, org)
            : decide.verdict('CERTIFIER', (one) => mayConfirmSent(world, one)),
        effect: () => {
          world.edges.reach('P3 confirmed');
          const participant = world.participants.get(org);
          if (participant !== undefined) send(world, participant);
        },
      };
    case 'submit':
    case 'withdrawSubmission':
      return onSubmission(world, command);
    case 'request':
    case 'withdrawRequest':
      return onRequest(world, command);
    case 'run':
    case 'complete':
    case 'view':
    case 'cancel':
    case 'retry':
      return onRun(world, command);
  }
};
