import { closedIsAbsorbing } from './invariants/01-closed-is-absorbing.ts';
import { edgesOfTheEvent } from './invariants/02-edges-of-the-event.ts';
import { publishedOnceToTheSelected } from './invariants/03-published-once-to-the-selected.ts';
import { unseenBeforePublished } from './invariants/04-unseen-before-published.ts';
import { nothingIncompleteIsPublished } from './invariants/05-nothing-incomplete-is-published.ts';
import { closingNeedsPublishing } from './invariants/06-closing-needs-publishing.ts';
import { sentWithEvidence } from './invariants/07-sent-with-evidence.ts';
import { approvedByApproversOnly } from './invariants/08-approved-by-approvers-only.ts';
import { reviewersChangeNothing } from './invariants/09-reviewers-change-nothing.ts';
import { roundsBeginAnew } from './invariants/10-rounds-begin-anew.ts';
import { askingChangesNothing } from './invariants/11-asking-changes-nothing.ts';
import { statusesFitEachOther } from './invariants/12-statuses-fit-each-other.ts';
import { progressIsARecount } from './invariants/13-progress-is-a-recount.ts';
import { overridesMoveOneDeadline } from './invariants/14-overrides-move-one-deadline.ts';
import { jobsEndOnce } from './invariants/15-jobs-end-once.ts';
import { resultsAreDurable } from './invariants/16-results-are-durable.ts';
import { resultsBelongToTheRound } from './invariants/17-results-belong-to-the-round.ts';
import { newestSnapshotWins } from './invariants/18-newest-snapshot-wins.ts';
import { certifiedDataStay } from './invariants/19-certified-data-stay.ts';
import { onlyOwnRows } from './invariants/20-only-own-rows.ts';
import { oneEntryAVersion } from './invariants/21-one-entry-a-version.ts';
import { entriesSayWhoWhatWhy } from './invariants/22-entries-say-who-what-why.ts';
import { chainsHold } from './invariants/23-chains-hold.ts';
import { refusalsAndViewsAreRecorded } from './invariants/24-refusals-and-views-are-recorded.ts';
import { oneEffectARequest } from './invariants/25-one-effect-a-request.ts';
import { oneAlertAnOccasion } from './invariants/26-one-alert-an-occasion.ts';
import { messagesGoOut } from './invariants/27-messages-go-out.ts';
import { toldAndShownWithinReach } from './invariants/28-told-and-shown-within-reach.ts';
import { noStudentData } from './invariants/29-no-student-data.ts';
import { participantsAreConserved } from './invariants/30-participants-are-conserved.ts';
import type { Invariant } from './invariant.ts';

/** What holds of every sound state, in the order of the design's list. One file each. */
export const invariants: readonly Invariant[] = [
  closedIsAbsorbing,
  edgesOfTheEvent,
  publishedOnceToTheSelected,
  unseenBeforePublished,
  nothingIncompleteIsPublished,
  closingNeedsPublishing,
  sentWithEvidence,
  approvedByApproversOnly,
  reviewersChangeNothing,
  roundsBeginAnew,
  askingChangesNothing,
  statusesFitEachOther,
  progressIsARecount,
  overridesMoveOneDeadline,
  jobsEndOnce,
  resultsAreDurable,
  resultsBelongToTheRound,
  newestSnapshotWins,
  certifiedDataStay,
  onlyOwnRows,
  oneEntryAVersion,
  entriesSayWhoWhatWhy,
  chainsHold,
  refusalsAndViewsAreRecorded,
  oneEffectARequest,
  oneAlertAnOccasion,
  messagesGoOut,
  toldAndShownWithinReach,
  noStudentData,
  participantsAreConserved,
];
