import type { TestProject } from 'vitest/node';
import { chromium } from '../../../scripts/setup/chromium.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    readonly chromium: string;
  }
}

/** Finds (or installs) the browser once, before the first file. */
export const setup = ({ provide }: TestProject): void => provide('chromium', chromium());
