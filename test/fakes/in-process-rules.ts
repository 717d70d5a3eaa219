import { ruleEngine } from '../../shared/engine/trial/rule-engine.ts';
import type { RuleEngine } from '../../shared/application/ports/rule-engine.ts';
import { checkInChild } from '../../shared/engine/gate/check-in-child.ts';

const limits = { memoryMb: 256, threads: 1 };

/** Judges by the engine's own gate without starting its process each time; what is tried runs in it. */
export const inProcessRules = (childPath?: string): RuleEngine => ({
  ...ruleEngine(childPath),
  judge: (sql, { datasets, parameters }) => checkInChild({ sql, datasets, parameters, limits }),
});
