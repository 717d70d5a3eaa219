import type { InMemoryData } from './in-memory-data.ts';

const rememberMap = <Key, Value>(map: Map<Key, Value>): (() => void) => {
  const before = [...map];
  return () => {
    map.clear();
    for (const [key, value] of before) map.set(key, value);
  };
};

const rememberList = (list: unknown[]): (() => void) => {
  const { length } = list;
  return () => {
    list.length = length;
  };
};

/** Rows are replaced and never changed, and records only added: which there were is all there is to remember. */
const remember = (data: InMemoryData): (() => void) => {
  const { chunks, lastNumber } = data;
  const chunksBefore = [...chunks];
  const { audit, views, disclosures, seals, refusals } = data;
  const { fences, bodies, ruleVersions, ruleCodes, declarations, datasetVersions, versionPins } = data;
  const { records, outbox, alerts, digests, leases, waits } = data;
  const all = [
    ...Object.values(data.states).map((states) => rememberMap<string, unknown>(states)),
    ...[audit, views, disclosures, seals, refusals].map(rememberList),
    rememberMap(fences),
    ...[bodies, ruleVersions, ruleCodes, declarations, datasetVersions, versionPins].map((map) =>
      rememberMap<string, unknown>(map),
    ),
    ...[records, outbox, alerts, digests, leases, waits].map((map) => rememberMap<string, unknown>(map)),
  ];
  return () => {
    for (const restore of all) restore();
    chunks.clear();
    for (const chunk of chunksBefore) chunks.add(chunk);
    data.lastNumber = lastNumber;
  };
};

/** Does something and takes back whatever it wrote. */
export const takenBack = async <Answer>(data: InMemoryData, act: () => Promise<Answer>): Promise<Answer> => {
  const restore = remember(data);
  try {
    return await act();
  } finally {
    restore();
  }
};
