import type { Actor } from '../../../domain/actor.ts';
import type { Evidence } from '../../../domain/answer.ts';
import type { Mention, Names, Party } from '../../../parties/name-patterns.ts';
import { readTerms, withoutDots, type Term } from '../../../text/words/words.ts';

/** Which check a claim did not pass. */
export type Check =
  'citation' | 'quotation' | 'speaker' | 'name' | 'number' | 'date' | 'polarity' | 'closeness';

/** A claim, or the part of one that one speaker is said to have said. */
export interface Words {
  readonly text: string;
  readonly terms: readonly Term[];
  readonly mentions: readonly Mention[];
}

/** An evidence item, read for checking claims against it. */
export interface Source extends Words {
  readonly evidence: Evidence;
  /** Whose words it is. */
  readonly parties: readonly Party[];
  /** What is known of who speaks, as words: name, other spellings, role. */
  readonly about: readonly Term[];
}

/** Negations written in one word become two: "don't" is "do not". */
function spellOut(text: string): string {
  return text
    .replace(/\bcannot\b/giu, 'can not')
    .replace(/\bcan['’]t\b/giu, 'can not')
    .replace(/\bwon['’]t\b/giu, 'will not')
    .replace(/n['’]t\b/giu, ' not');
}

export function readWords(text: string, names: Names): Words {
  const spelled = withoutDots(spellOut(text));
  const terms = readTerms(spelled);
  return { text: spelled, terms, mentions: names.mentions(terms) };
}

/** Where in the text each of its terms starts. */
export function startsOf({ text, terms }: Pick<Words, 'text' | 'terms'>): number[] {
  let at = 0;
  return terms.map(({ word }) => {
    const start = text.indexOf(word, at);
    at = start + word.length;
    return start;
  });
}

export function readSource(evidence: Evidence, names: Names, actors: readonly Actor[]): Source {
  const { speaker, side } = evidence;
  const actor = actors.find(({ name }) => name === speaker);
  const parties: Party[] = [
    ...(speaker === null ? [] : [{ kind: 'actor' as const, id: speaker, side: actor?.side ?? side }]),
    ...(side === null ? [] : [{ kind: 'side' as const, id: side }]),
  ];
  const about = [speaker ?? '', ...(actor?.aliases ?? []), actor?.role ?? ''].join(' ');
  return { ...readWords(evidence.text, names), evidence, parties, about: readTerms(about) };
}

export function isSameParty(a: Party, b: Party): boolean {
  return a.kind === b.kind && a.id === b.id;
}

/** Whether one says it for the other: the same, or a person for the side. */
export function speaksFor(said: Party, sources: readonly Party[]): boolean {
  return sources.some((party) => isSameParty(party, said));
}
