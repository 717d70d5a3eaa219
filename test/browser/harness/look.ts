import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { faultsOf } from './accessible.ts';
import { picture } from './picture.ts';

/** Shows the page to axe on a desk and on a phone, and to whoever asked for pictures. */
export const look = async (page: Page, name: string): Promise<void> => {
  expect.soft(await faultsOf(page), name).toEqual([]);
  await picture(page, name);
};
