import * as z from 'zod';

const oneOrMore = z.union([z.string().transform((one) => [one]), z.array(z.string())]);
const oneOrMoreValues = z.union([z.array(z.coerce.string()), z.coerce.string().transform((one) => [one])]);

const statementSchema = z.object({
  Effect: z.enum(['Allow', 'Deny']),
  Action: oneOrMore.optional(),
  NotAction: oneOrMore.optional(),
  Resource: oneOrMore.optional(),
  NotResource: oneOrMore.optional(),
  Condition: z.record(z.string(), z.record(z.string(), oneOrMoreValues)).default({}),
});

export const policyDocument = z.object({
  Statement: z.union([z.array(statementSchema), statementSchema.transform((one) => [one])]),
});

export type Statement = z.infer<typeof statementSchema>;

/** Condition key to the values the request has for it, such as `dynamodb:LeadingKeys`. */
export type ConditionContext = Readonly<Record<string, readonly string[]>>;

/**
 * IAM's decision over identity policies: a matching Deny wins, then a matching Allow, else no.
 * A condition on a key the runtime does not know counts as met in an Allow and as not met in a Deny.
 */
export function isAllowed(
  statements: readonly Statement[],
  action: string,
  resource: string,
  context: ConditionContext = {},
): boolean {
  const applying = statements.filter(
    (statement) => covers(statement, action, resource) && conditionsMet(statement, context),
  );
  return applying.some(({ Effect }) => Effect === 'Allow') && !applying.some(({ Effect }) => Effect === 'Deny');
}

function covers({ Action, NotAction, Resource, NotResource }: Statement, action: string, resource: string): boolean {
  const actionCovered = Action ? Action.some(likeAction(action)) : !NotAction?.some(likeAction(action));
  const resourceCovered = Resource ? Resource.some(like(resource)) : !NotResource?.some(like(resource));
  return actionCovered && resourceCovered;
}

function conditionsMet({ Effect, Condition }: Statement, context: ConditionContext): boolean {
  return Object.entries(Condition).every(([operator, keys]) =>
    Object.entries(keys).every(([key, wanted]) => {
      const actual = context[key];
      return actual === undefined ? Effect === 'Allow' : conditionMet(operator, wanted, actual);
    }),
  );
}

function conditionMet(operator: string, wanted: readonly string[], actual: readonly string[]): boolean {
  const [quantifier, comparison = quantifier] = operator.split(':');
  const negated = /Not/.test(comparison ?? '');
  const compare = /Like/.test(comparison ?? '') ? like : equal;
  const holds = (value: string) => wanted.some(compare(value)) !== negated;
  return quantifier === 'ForAllValues' ? actual.every(holds) : actual.some(holds);
}

function likeAction(action: string): (pattern: string) => boolean {
  return (pattern) => like(action.toLowerCase())(pattern.toLowerCase());
}

function like(value: string): (pattern: string) => boolean {
  return (pattern) => wildcard(pattern).test(value);
}

function equal(value: string): (pattern: string) => boolean {
  return (pattern) => pattern === value;
}

/** Every call is held against the same few hundred patterns of the template. */
const compiled = new Map<string, RegExp>();

function wildcard(pattern: string): RegExp {
  const known = compiled.get(pattern);
  if (known) return known;
  const escaped = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  const made = new RegExp(`^${escaped}$`, 's');
  compiled.set(pattern, made);
  return made;
}
