import { describe, expect, it } from 'vitest';
import { isExternalUrl } from './external-url.ts';

describe('An address in a certification event', () => {
  it.each([
    'https://opi.mt.gov/manual?year=2026#top',
    'https://example.org:8443/a',
    'https://bücher.example',
    'https://locale.example.org',
  ])('may be %s', (url) => {
    expect(isExternalUrl(url)).toBe(true);
  });

  it.each([
    'http://example.org',
    'javascript:alert(1)',
    'data:text/html,x',
    'ftp://example.org',
    '//example.org',
    'example.org',
    'https://',
    '',
    'https://user@example.org',
    'https://:secret@example.org',
    'https://127.0.0.1/',
    'https://0x7f.1/',
    'https://2130706433/',
    'https://017700000001/',
    'https://[::1]/',
    'https://[fe80::1]/',
    'https://169.254.169.254/latest/meta-data',
    'https://localhost/',
    'https://LOCALHOST./',
    'https://db.localhost/',
    'https://printer.local/',
    'https://metadata.google.internal/',
    'https://intranet/',
    `https://example.org/${'a'.repeat(2000)}`,
  ])('may not be %s', (url) => {
    expect(isExternalUrl(url)).toBe(false);
  });
});
