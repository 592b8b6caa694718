import type { StatementTime } from '../../domain/statement.ts';
import { indexAt, textAt, type Span } from '../../text/span.ts';
import { findDays, mayNameADay } from './find-days.ts';
import { relativeDay } from './relative-day.ts';

/** What a statement is dated by. Spans are sorted. */
export interface Said {
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
}

/** Stands for a character of what is said: Unicode's replacement of an object. */
const BLOT = '\uFFFC';
/** So far to each side of the words that attribute a statement is looked. */
const REACH = 160;
/** So far in front of its sentence a day is looked for that "two days earlier" counts from. */
const BEFORE = 300;
/** Words behind which a date is another deed's: "who left on Monday", "before Monday". */
const ELSEWHERE =
  /[;:]|\b(?:who|which|that|whose|where|when|after|before|since|until|till|if|because|while|but)\s|,\s(?!\p{L}+ing\b)/iu;
const BOUND = /\b(?:since|until|till|before|after|by|from|for|of|next|through)\s+(?:the\s+|last\s+)?$/i;
const OWNS = /^['’]s?\b|^\s+(?:is|was|will|would|has|had)\b/;

/**
 * Creates the dating of an article's statements.
 *
 * @param day the article's, YYYY-MM-DD or null: relative days are worked out from it
 * @param contents of all its statements, sorted and disjoint: what they name is no day of saying it
 * @param sentences of the text, sorted
 */
export function createDating(
  text: string,
  day: string | null,
  contents: readonly Span[],
  sentences: readonly Span[],
): (said: Said) => StatementTime | null {
  const ofArticle: StatementTime | null = day === null ? null : { date: day, how: 'article' };
  /** `span` of the text with what is said in it blotted out. */
  const without = (span: Span): string => {
    let words = textAt(text, span);
    const first = Math.max(0, indexAt(contents, span.start) - 1);
    for (let i = first; (contents[i]?.start ?? Infinity) < span.end; i++) {
      const hole = contents[i];
      if (!hole || hole.end <= span.start) continue;
      const from = Math.max(0, hole.start - span.start);
      const to = Math.min(words.length, hole.end - span.start);
      // "said on Monday the port was safe": the day that opens what is said is hardly part of it.
      const opening =
        /^on \p{Lu}\p{Ll}+day\b|^on \p{Lu}\p{L}+\.? \d{1,2}\b/u.exec(words.slice(from, to))?.[0].length ?? 0;
      words = words.slice(0, from + opening) + BLOT.repeat(to - from - opening) + words.slice(to);
    }
    return words;
  };

  return ({ source, cue, content }) => {
    const said = [...source, ...cue];
    const anchors = said.length > 0 ? said : content.slice(0, 1);
    const start = Math.min(...anchors.map((span) => span.start));
    const end = Math.max(...anchors.map((span) => span.end));
    if (said.length === 0 || !Number.isFinite(start)) return ofArticle;
    const sentence = sentences[Math.max(0, indexAt(sentences, start + 1) - 1)];
    if (!sentence || sentence.end <= start) return ofArticle;
    const from = Math.max(sentence.start, start - REACH);
    const window = { start: from, end: Math.min(Math.max(sentence.end, end), end + REACH) };
    const words = without(window);
    const behind = { start: Math.max(0, sentence.start - BEFORE), end: from };
    const relative = relativeDay(words, without(behind), day);
    if (relative) return relative;
    if (!mayNameADay(textAt(text, window), day)) return ofArticle;
    const best = findDays(words, day)
      .filter((named) => {
        if (OWNS.test(words.slice(named.end, named.end + 8)) || BOUND.test(words.slice(0, named.start)))
          return false;
        const [a, b] = [named.start + from, named.end + from];
        const within = source.find((span) => span.start <= a && b <= span.end);
        if (within) return !ELSEWHERE.test(text.slice(within.start, a));
        if (a >= start && b <= end) {
          const before = Math.max(...said.map((span) => (span.end <= a ? span.end : start)));
          return !ELSEWHERE.test(text.slice(before, a));
        }
        const between =
          b <= start ? words.slice(named.end, start - from) : words.slice(end - from, named.start);
        if (between.includes(BLOT)) return /^[\s\uFFFC,.'"”’]*$/u.test(between) && between.length < REACH;
        // "On Monday, Ms. Roe said", "In a speech on Monday, …": what opens the sentence goes with all of it.
        if (b <= start && from === sentence.start && !ELSEWHERE.test(between.replace(/^,/, ''))) return true;
        return !ELSEWHERE.test(between);
      })
      .toSorted((a, b) => Math.abs(a.start + from - end) - Math.abs(b.start + from - end))[0];
    return best ? best.time : ofArticle;
  };
}
