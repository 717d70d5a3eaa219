/**
 * What verify-evidence.mjs reads by: hashes and the archive (1), its index (2), the audit chains (3), and the records that
 * stand at their ends (4).
 */
import { createHash } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';

export class Refused extends Error {}
export const demand = (holds, sentence) => {
  if (!holds) throw new Refused(sentence);
};
export const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
export const hex = (...parts) => sha256(...parts).toString('hex');

/** One text for one value: members sorted, no spaces. All hashes over records are taken over this form. */
export const canonical = (value) => {
  if (value === null || value === undefined) return 'null';
  if (typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const names = Object.keys(value).filter((name) => value[name] !== undefined);
  return `{${names
    .sort()
    .map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`)
    .join(',')}}`;
};
export const same = (one, other) => canonical(one) === canonical(other);
export const isFields = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

// 1. The archive: read by its directory; a file stands in it once, under the name that stands before its bytes as well.

export const unzip = (bytes) => {
  const end = bytes.length - 22;
  demand(end >= 0 && bytes.readUInt32LE(end) === 0x06054b50, 'The file is no whole ZIP archive.');
  const files = new Map();
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    demand(bytes.readUInt32LE(at) === 0x02014b50, 'The directory of the archive is broken.');
    const [packed, size] = [bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 24)];
    const [length, offset] = [bytes.readUInt16LE(at + 28), bytes.readUInt32LE(at + 42)];
    const name = bytes.toString('utf8', at + 46, at + 46 + length);
    const from = offset + 30 + bytes.readUInt16LE(offset + 26);
    demand(bytes.toString('utf8', offset + 30, from) === name, `${name} stands under two names in the archive.`);
    demand(!files.has(name), `${name} stands twice in the archive.`);
    files.set(name, inflateRawSync(bytes.subarray(from, from + packed), { maxOutputLength: Math.max(size, 1) }));
    at += 46 + length;
  }
  return files;
};

// 2. The index: every file is in it with its size and hash, and nothing else is in the archive.

export const readIndex = (files, expected) => {
  demand(files.has('index.json'), 'index.json is missing.');
  const bytes = files.get('index.json');
  const index = JSON.parse(bytes);
  demand(index.format === 'attest.evidence.v1', 'index.json is of a format that this script does not know.');
  demand(expected === undefined || hex(bytes) === expected, 'index.json is not the one that is on record.');
  for (const { path, bytes: size, sha256: hash } of index.files) {
    demand(files.has(path), `${path} is missing.`);
    demand(files.get(path).length === size && hex(files.get(path)) === hash, `${path} is not what index.json says.`);
  }
  const listed = new Set(['index.json', ...index.files.map(({ path }) => path)]);
  for (const path of files.keys()) demand(listed.has(path), `${path} is in the archive and not in index.json.`);
  return index;
};

// 3. The audit chains: every entry is what its hash says and continues the one before it, without gaps.

/** Applies what an entry changed; null takes a field away. */
const apply = (state, after) => {
  const next = new Map(Object.entries(state));
  for (const [name, value] of Object.entries(after)) {
    if (value === null) next.delete(name);
    else next.set(name, isFields(next.get(name)) && isFields(value) ? apply(next.get(name), value) : value);
  }
  return Object.fromEntries(next);
};

export const readChains = (text, participant, event) => {
  const chains = new Map();
  for (const line of text.split('\n').filter(Boolean)) {
    const { hash, ...entry } = JSON.parse(line);
    const { chain, sequence } = entry;
    const where = `Entry ${sequence} of the audit chain ${chain}`;
    const steps = chains.get(chain) ?? [];
    const last = steps.at(-1);
    demand(hex(`attest.audit.v1\n${canonical(entry)}`) === hash, `${where} is not what its hash says.`);
    demand(sequence === steps.length + 1, `${where} stands where entry ${steps.length + 1} is expected.`);
    if (last !== undefined) demand(entry.previousHash === last.hash, `${where} does not continue the one before it.`);
    steps.push({ ...entry, hash, was: last?.is ?? {}, is: apply(last?.is ?? {}, entry.after) });
    chains.set(chain, steps);
  }
  const publishing = new Set(
    (chains.get(event) ?? []).filter(({ is }) => is.publishing?.bodyId).map(({ hash }) => hash),
  );
  for (const [chain, [first]] of chains) {
    const begins = chain === participant ? publishing.has(first.previousHash) : /^0{64}$/.test(first.previousHash);
    demand(begins, `The audit chain ${chain} does not begin where it has to.`);
  }
  return chains;
};

// 4. The records: each stands at the end of its chain, and its chain, played from the beginning, gives exactly this record.

const digest = (list) => ({ count: list.length, sha256: hex(canonical(list)) });

/** A record in the form that a chain tells it: people by their id, empty fields left out, long lists as digests. */
export const flat = (value) => {
  if (Array.isArray(value)) {
    const people = value.length > 0 && value.every((one) => isFields(one) && typeof one.userId === 'string');
    if (people) return flat(Object.fromEntries(value.map((one) => [one.userId, one])));
    return value.length > 20 ? digest(value) : value;
  }
  if (!isFields(value)) return value;
  const { confidential } = value;
  if (typeof confidential === 'string') return { characters: confidential.length, sha256: hex(confidential) };
  const told = Object.entries(value).filter(([, member]) => member !== null && member !== undefined);
  return Object.fromEntries(told.map(([name, member]) => [name, flat(member)]));
};

export const checkRecord = (chains, chain, { state, version, auditHash }) => {
  const last = chains.get(chain)?.at(-1);
  demand(last !== undefined, `The audit chain ${chain} is missing.`);
  demand(
    last.sequence === version && last.hash === auditHash,
    `The audit chain ${chain} does not end where its record stands.`,
  );
  demand(same(flat(state), last.is), `The record ${chain} is not what its audit chain tells.`);
};
