import { readFileSync } from 'node:fs';
import { sbomOf } from './sbom.ts';

/** `npm run sbom`: what the functions rest on, as one document on stdout. */
process.stdout.write(`${JSON.stringify(sbomOf(JSON.parse(readFileSync('package-lock.json', 'utf8'))), null, 2)}\n`);
