import { HONORIFIC } from '../../parties/mentions-in.ts';
import type { Mention } from '../../parties/name-patterns.ts';
import type { Term } from '../../text/words/words.ts';
import { isRoleNoun } from './asking-words.ts';

const isTitle = (term: Term | undefined): boolean =>
  term !== undefined && (isRoleNoun(term.stem) || HONORIFIC.test(term.word));

/** A party that a question names, with the whole phrase that names it. */
export interface NounPhrase extends Mention {
  /** The term behind the whole noun phrase: after "'s" and after a role. */
  readonly next: number;
  readonly possessive: boolean;
}

/** Mentions with where their noun phrase ends; an adjective before a noun that names no role is nobody who speaks. */
export function nounPhrases(terms: readonly Term[], mentions: readonly Mention[]): NounPhrase[] {
  return mentions.map((mention) => {
    const apostrophe = terms[mention.end]?.word.toLowerCase() === 's';
    const last = terms[mention.end - 1];
    // "obamas view": the names have no such letter.
    const isGlued =
      mention.party.kind === 'actor' &&
      /s$/i.test(last?.word ?? '') &&
      !mention.party.id.toLowerCase().includes(last?.word.toLowerCase() ?? '');
    const possessive = apostrophe || isGlued;
    let next = apostrophe ? mention.end + 1 : mention.end;
    while (mention.party.kind !== 'actor' && isRoleNoun(terms[next]?.stem ?? '')) next++;
    let start = mention.start;
    while (mention.party.kind !== 'side' && isTitle(terms[start - 1])) start--;
    return { ...mention, start, next, possessive };
  });
}
