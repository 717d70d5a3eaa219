import type { operations } from '../../../api/openapi.ts';

export type Preview = operations['previewPublish']['responses'][200]['content']['application/json'];

/** What agreeing to it, or a reason, removes. */
const answeredHere = ['CONFIRMATION_REQUIRED', 'REASON_REQUIRED'];

/**
 * What has to be mended before it can be published. A first publication has nothing to agree to; of changes, an end date
 * in the past may be agreed to as well.
 */
export const openObstacles = ({ refusals }: Preview, isFirst: boolean): readonly string[] =>
  isFirst ? refusals : refusals.filter((code) => ![...answeredHere, 'END_IN_PAST'].includes(code));
