import type { Sentence } from '../../domain/article.ts';
import { itemAt, overlaps, textAt, type Span, within } from '../../text/span.ts';
import { isPeopleWord } from '../../text/words/people-words.ts';
import { isRole, singular } from './role-words.ts';
import type { Cast } from './cast/find-cast.ts';
import type { RawStatement } from '../extract-spans.ts';
import type { Turn } from './cast/pick-person.ts';
import { NOBODY, type Speaker } from './speaker.ts';
import type { Resolve } from './resolve-pronoun.ts';

/** What finding the speaker of statement `index` looks at; `turns` are the statements before it. */
export interface TurnContext {
  readonly text: string;
  readonly raws: readonly (RawStatement & { readonly turn?: unknown })[];
  readonly index: number;
  readonly turns: readonly Turn[];
  readonly sentences: readonly Sentence[];
  readonly quotations: readonly Span[];
  readonly cast: Cast;
  readonly resolve: Resolve;
}

/** A quotation of its own goes with what was said so many paragraphs before. */
const PARAGRAPHS_BACK = 2;
/** So much before a second verb of one subject is read. */
const LONGEST_BEFORE = 30;

/** "On Friday Jane Roe stood up and said": whom the sentence is about, where the verb of saying is one more of theirs. */
function subjectBefore(text: string, sentence: Span, cue: number, cast: Cast): Span | null {
  const before = text.slice(Math.max(sentence.start, cue - LONGEST_BEFORE), cue);
  if (!/\b(?:and|but|then)\s+(?:\w+ly\s+|then\s+|also\s+)?$/.test(before)) return null;
  const pronoun = /^(?:he|she|they)\b/i.exec(text.slice(sentence.start, cue));
  if (pronoun) return { start: sentence.start, end: sentence.start + pronoun[0].length };
  const named = cast.within({ start: sentence.start, end: cue });
  const [first] = named;
  return first && !first.possessive && named.every(({ person }) => person === first.person) ? first : null;
}

/**
 * The speaker of a statement: whom its source means; without a source, who is speaking already: in the same sentence
 * ("…, adding that"), or, for a quotation that stands alone, who announces it, or speaks in the paragraph or the ones before.
 */
export function speakerOf(raw: RawStatement, context: TurnContext): Speaker {
  const { text, raws, index, turns, sentences, quotations, cast, resolve } = context;
  const sentenceAt = (position: number): Sentence | undefined => itemAt(sentences, position);
  const [source] = raw.source;
  const start = raw.content[0]?.start ?? 0;
  if (source) return resolve(source, sentenceAt(source.start)?.paragraph ?? 0, turns);

  const last = turns.at(-1);
  const [cue] = raw.cue;
  if (cue) {
    // "Asked whether …, she answered": somebody else's question.
    if (/^(?:when )?asked\b/i.test(textAt(text, cue))) return NOBODY;
    const sentence = sentenceAt(cue.start);
    if (last && sentence && last.position >= sentence.start) return last.speaker;
    const subject = sentence && subjectBefore(text, sentence, cue.start, cast);
    if (subject) return resolve(subject, sentence.paragraph, turns);
    // "Stressing that …, the minister left": whoever the sentence names next.
    if (!sentence || cue.start - sentence.start > 30) return NOBODY;
    const named = cast
      .within({ start: raw.content.at(-1)?.end ?? 0, end: sentence.end })
      .find(({ possessive }) => !possessive);
    return named ? resolve(named, sentence.paragraph, turns) : NOBODY;
  }
  if (!within(quotations, start) && !within(quotations, start + 1)) return NOBODY;
  const here = sentenceAt(start);
  const paragraph = here?.paragraph ?? 0;
  const previous = sentences[(here?.index ?? 0) - 1];
  // "And from the chairwoman, Jane Roe:" announces her words.
  if (here && previous && textAt(text, previous).endsWith(':') && paragraph - previous.paragraph <= 1) {
    const announced = cast.within(previous).findLast(({ possessive }) => !possessive);
    if (announced && !(last && last.position >= previous.start)) return resolve(announced, paragraph, turns);
  }
  const nextSource = raws[index + 1]?.source[0];
  if (last && last.paragraph === paragraph) return last.speaker;
  if (nextSource && sentenceAt(nextSource.start)?.paragraph === paragraph)
    return resolve(nextSource, paragraph, turns);
  // What the layout gives to somebody ends where it says.
  if (raws[index - 1]?.turn) return NOBODY;
  return last && paragraph - last.paragraph <= PARAGRAPHS_BACK ? last.speaker : NOBODY;
}

/** "Tickets: …", "Background: …": a colon, no quotation, and in front of it nobody and no office. */
export function isHeaded(
  raw: RawStatement,
  { speaker, sides }: Speaker,
  { text, quotations }: TurnContext,
): boolean {
  const [source] = raw.source;
  if (!source || speaker !== null || sides.length > 0) return false;
  if (!/^:?$/.test(raw.cue.map((span) => textAt(text, span)).join(''))) return false;
  const isRoled = textAt(text, source)
    .split(/\s+/)
    .some((word) => isRole(singular(word.toLowerCase())) || isPeopleWord(word));
  return !isRoled && !raw.content.some((part) => quotations.some((quotation) => overlaps(part, quotation)));
}
