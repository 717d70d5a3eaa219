import { awsAccess } from '../lambda/lambda-function.ts';
import type { Doors } from '../assembly/identity.ts';
import type { Services } from './services.ts';

/** What an operator's process needs: the variables of all functions, endpoints, operator credentials, ATTEST_ORIGIN. */
export const operatorEnvironment = (
  { lambdas }: Pick<Services, 'lambdas'>,
  doors: Doors,
): Readonly<Record<string, string>> => ({
  ...Object.fromEntries(lambdas.flatMap(({ variables }) => Object.entries(variables))),
  ...awsAccess('operator', doors.gateway),
  ATTEST_ORIGIN: doors.origin,
});
