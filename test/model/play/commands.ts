import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { RunOutcome } from '../system/played.ts';
import type { Decision } from '../workflow/decision.ts';
import type { GroupChange } from '../workflow/library.ts';
import type { Publication } from '../workflow/publication.ts';
import type { ModelDefinition, ModelRule, StateRole, StepName } from '../workflow/world.ts';

/** What a sequence is made of: plain values, so that a failing one can be printed, shortened and played again. */
/** What the manager of a district's lists does. */
export type MemberCommand = { readonly by: string; readonly org: string; readonly user: string } & (
  | { readonly type: 'setMember'; readonly role: 'CERTIFIER' | 'REVIEWER' }
  | { readonly type: 'removeMember' }
);

export type LocalCommand = { readonly by: string; readonly org: string } & (
  | { readonly type: 'start' | 'confirmSent' }
  | { readonly type: 'submit'; readonly accepted: boolean }
  | { readonly type: 'withdrawSubmission' }
  | { readonly type: 'request' | 'withdrawRequest' }
  | { readonly type: 'run' | 'complete' | 'view' | 'cancel' | 'retry'; readonly step: StepName }
  | { readonly type: 'takeSnapshot'; readonly confirm: boolean }
);

export type StateCommand = { readonly by: string } & (
  | { readonly type: 'save'; readonly change: Partial<ModelDefinition> }
  | ({ readonly type: 'publish' } & Publication)
  | { readonly type: 'discard' | 'delete' | 'copy' }
  | { readonly type: 'close'; readonly confirm: boolean }
  | { readonly type: 'decide'; readonly decision: Decision; readonly orgs: readonly string[] }
  | { readonly type: 'override'; readonly org: string; readonly user: string; readonly date: CalendarDate }
  | { readonly type: 'removeOverride'; readonly org: string; readonly user: string }
  | { readonly type: 'takeSnapshots'; readonly orgs: readonly string[]; readonly confirm: boolean }
  | { readonly type: 'runOnLane'; readonly org: string; readonly lane: 'STATE' | 'SNAPSHOT'; readonly group: string }
  | { readonly type: 'message'; readonly orgs: readonly string[]; readonly onlyUnfinished: boolean }
);

/** What the keeper of the state's library does with category, rules and groups. */
export type LibraryCommand = { readonly by: string } & (
  | { readonly type: 'changeCategory'; readonly active: boolean }
  | { readonly type: 'publishCategory' }
  | { readonly type: 'changeRule'; readonly rule: string; readonly status: ModelRule }
  | { readonly type: 'changeGroup'; readonly group: string; readonly change: GroupChange }
);

/** Rights granted and taken away, and the state's members of the category. Null: he leaves it. */
export type RightsCommand = { readonly by: string; readonly user: string } & (
  | { readonly type: 'setLetters'; readonly letters: string }
  | { readonly type: 'setStateMember'; readonly role: StateRole | null }
);

export type WorldCommand =
  | { readonly type: 'flows' | 'failingFlows' | 'hang' | 'late' | 'sweep' }
  | { readonly type: 'work'; readonly outcome: RunOutcome }
  | { readonly type: 'moveTo'; readonly millis: number };

export type PersonCommand = LocalCommand | StateCommand | MemberCommand | LibraryCommand | RightsCommand;

export type Command = PersonCommand | WorldCommand;
