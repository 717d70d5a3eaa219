import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { workFolders } from '../../shared/adapters/system/work-folders.ts';
import { certificationEventId, idPattern, organizationId } from '../../shared/kernel/ids.ts';
import { objectStore } from '../../shared/wiring/objects.ts';
import { tablePorts } from '../../shared/wiring/table.ts';
import { exportEvidence } from './evidence/export.ts';

/**
 * The evidence of one certification as a ZIP file that anybody can verify offline (docs/evidence/README.md), with a
 * deployment's environment (TABLE_NAME, DATA_BUCKET, REPORTS_BUCKET):
 * `npm run evidence -- --event ID --organization ID --by USER --purpose "Audit of 2026" --out FILE.zip`.
 * It changes nothing and is on record as a disclosure, with purpose. Ends with 1 where what it wrote does not verify.
 */
const text = { type: 'string' } as const;
const options = { event: text, organization: text, by: text, purpose: text, out: text };
const { values } = parseArgs({ options });

const longestPurpose = 200;

const given = (name: keyof typeof options): string => {
  const value = values[name]?.trim();
  if (value) return value;
  throw new Error(`--${name} is needed`);
};

const idGiven = (name: 'event' | 'organization' | 'by'): string => {
  const id = given(name);
  if (!idPattern.test(id)) throw new Error(`--${name} takes an id: letters, digits, - and _ only`);
  return id;
};

const purpose = given('purpose');
if (purpose.length > longestPurpose) throw new Error(`--purpose takes at most ${longestPurpose} characters`);
const out = resolve(given('out'));

await exportEvidence(
  { ...tablePorts(), objects: objectStore('data', 'reports'), folders: workFolders() },
  {
    key: {
      certificationEventId: certificationEventId(idGiven('event')),
      organizationId: organizationId(idGiven('organization')),
    },
    by: idGiven('by'),
    purpose,
    out,
  },
);
execFileSync(process.execPath, [resolve(import.meta.dirname, '../../docs/evidence/verify-evidence.mjs'), out], {
  stdio: 'inherit',
});
