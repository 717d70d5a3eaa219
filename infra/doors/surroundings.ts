import type { Construct } from 'constructs';
import { Door, type House } from '../constructs/door.ts';
import type { Issuer, SignIn } from '../constructs/sign-in.ts';
import type { StoreBucket } from '../constructs/store-bucket.ts';
import type { Use } from '../constructs/use.ts';
import type { FunctionName } from '../functions.ts';
import type { Settings } from '../settings.ts';
import { sizes } from '../sizes.ts';
import type { DataStack } from '../stacks/data.ts';

/** What doors may be given to use. */
export interface Surroundings {
  readonly house: House;
  readonly settings: Settings;
  readonly data: DataStack;
  /** Where people open the pages: mails point there. */
  readonly origin: string;
  readonly uploads: StoreBucket;
  /** Who vouches for people. */
  readonly issuer: Issuer;
  /** Undefined where the agency's own issuer signs people in: then the product lets nobody in or out. */
  readonly signIn: SignIn | undefined;
}

export const doorIn =
  (scope: Construct, { house }: Surroundings) =>
  (name: FunctionName, ...uses: readonly Use[]): Door =>
    new Door(scope, name, { house, name, size: sizes[name], uses });
