import type { Tool } from '../../../shared/domain/user/state.ts';
import type { PersonFacts, ThingFacts } from './facts.ts';

/** One sentence of the text: whether it holds for this person and this thing. */
export type Sentence = (person: PersonFacts, thing: ThingFacts) => boolean;

export const any = (person: PersonFacts, tool: Tool): boolean => (person.rights[tool] ?? '') !== '';
export const has = (person: PersonFacts, tool: Tool, letters: string): boolean => {
  const held = person.rights[tool] ?? '';
  for (const letter of letters) if (!held.includes(letter)) return false;
  return true;
};

/** The tool right alone opens it, on the state's side. */
export const stateWith =
  (tool: Tool, letters: string): Sentence =>
  (person) =>
    person.side === 'STATE' && (letters === 'ANY' ? any(person, tool) : has(person, tool, letters));

export const eitherOf =
  (...sentences: readonly Sentence[]): Sentence =>
  (person, thing) =>
    sentences.some((sentence) => sentence(person, thing));

/** Whoever opens a certification event of the state finds in its editor what it can be linked to. */
export const editorOfState = stateWith('EVENT_MANAGEMENT', 'ANY');
