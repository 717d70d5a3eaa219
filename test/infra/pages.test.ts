import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';

const built = 'dist/frontend';
const read = (file: string): Buffer => readFileSync(`${built}/${file}`);

const chunk = z.object({
  file: z.string(),
  isEntry: z.boolean().default(false),
  imports: z.array(z.string()).default([]),
  dynamicImports: z.array(z.string()).default([]),
});
const chunks = z.record(z.string(), chunk).parse(JSON.parse(read('.vite/manifest.json').toString()));
const pages = Object.keys(chunks).filter((name) => name.endsWith('-page.tsx'));
const [entry = ''] = Object.keys(chunks).filter((name) => chunks[name]?.isEntry);
const areas = Object.keys(chunks)
  .filter((name) => name.startsWith('texts/en/'))
  .map((name) => name.slice('texts/en/'.length, -'.json'.length));
/** Shown on every page. */
const everywhere = new Set(['shell', 'problems', 'statuses']);

/** What the browser must have before the chunk can run: itself and, again and again, what it imports. */
const neededBy = (name: string, found = new Set<string>()): ReadonlySet<string> => {
  if (found.has(name)) return found;
  found.add(name);
  for (const imported of chunks[name]?.imports ?? []) neededBy(imported, found);
  return found;
};

const kilobytes = (names: Iterable<string>): number =>
  [...names].reduce((sum, name) => sum + gzipSync(read(chunks[name]?.file ?? ''), { level: 9 }).length, 0) / 1000;

/** The texts of the areas that the page's own chunks name. */
const textsOf = (page: string): readonly string[] => {
  const own = [...neededBy(page)].filter((name) => !neededBy(entry).has(name));
  const code = own.map((name) => read(chunks[name]?.file ?? '').toString()).join('\n');
  const isNamed = (area: string): boolean => new RegExp(`["'\`]${area}["'\`]`).test(code);
  return areas.filter((area) => everywhere.has(area) || isNamed(area)).map((area) => `texts/en/${area}.json`);
};

/** Everything a person waits for who opens this page first. */
const firstLoad = (page: string): number =>
  kilobytes(new Set([...neededBy(entry), ...neededBy(page), ...textsOf(page)]));

describe('The built pages', () => {
  it('have each page in a chunk of its own', () => {
    expect(pages.length).toBeGreaterThan(4);
    expect(neededBy(entry).size).toBeLessThan(Object.keys(chunks).length / 2);
    expect(pages.filter((page) => neededBy(entry).has(page))).toEqual([]);
  });

  it('know which texts a page needs', () => {
    expect(textsOf('district/worklist-page.tsx')).toContain('texts/en/district.json');
    expect(textsOf('district/worklist-page.tsx')).not.toContain('texts/en/administration.json');
  });

  it.each(pages)('ask for at most 230 kB of script, compressed, before %s can be used', (page) => {
    expect(firstLoad(page)).toBeLessThanOrEqual(230);
  });

  it('have no script and no style within the page, which the policy would refuse', () => {
    const html = read('index.html').toString();
    expect(html).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=/);
    expect(html).toMatch(/<script type="module"[^>]* src="\/assets\//);
  });

  it('name no place outside their own origin to load from', () => {
    const html = read('index.html').toString();
    expect(
      [...html.matchAll(/(?:src|href)="([^"]*)"/g)]
        .map(([, address = '']) => address)
        .filter((one) => !one.startsWith('/')),
    ).toEqual([]);
  });
});
