import { fromEnv } from '@aws-sdk/credential-provider-env';

/**
 * Where a deployed function's credentials come from. The clients bring a search through files, sign-in caches and metadata
 * services with them, a fifth of a bundle that a function never runs: bundling puts this in its place.
 */
export const defaultProvider = fromEnv;
