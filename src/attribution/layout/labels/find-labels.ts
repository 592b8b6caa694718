import { textAt, type Span } from '../../../text/span.ts';
import type { Label, LabelCandidate } from './label.ts';
import { ENOUGH_POINTS, LABEL_POINTS, LONGEST_NAME_WORDS, readLabel } from './read-label.ts';

/** Somebody's own words, no report of them. */
const FIRST_PERSON = /^[^"“„«]*\b(?:I|we|you|our|my|us|me)\b[^"“„«]*$/i;

/** Whether a paragraph is a question: who answers it has a label, who asks may have none. */
export const isAsked = (text: string, paragraph: Span | undefined): boolean =>
  paragraph !== undefined &&
  /\?["'”’*_)]*$/.test(text.slice(Math.max(paragraph.start, paragraph.end - 8), paragraph.end));

/** Whether two labels of different speakers stand side by side. */
const near = (a: LabelCandidate | undefined, b: LabelCandidate): boolean =>
  a !== undefined && a.key !== b.key && Math.abs(a.paragraph - b.paragraph) <= 2;
const accepted = (candidate: LabelCandidate | undefined): boolean =>
  candidate !== undefined && candidate.points >= ENOUGH_POINTS && !candidate.collective;

/** The words that stand within paragraphs: what one begins with may be the label itself. */
function wordsInside(text: string, paragraphs: readonly Span[]): ReadonlySet<string> {
  const inside = new Set<string>();
  for (const paragraph of paragraphs) {
    const words = textAt(text, paragraph).match(/[\p{L}\p{M}'’-]+/gu) ?? [];
    for (const [i, word] of words.entries())
      if (i > LONGEST_NAME_WORDS || /^\p{Ll}/u.test(word) || (words.length > 30 && i > 2)) inside.add(word);
  }
  return inside;
}

/** "Operator", "Moderator": who leads a conversation. */
const LEADS = /^\p{Lu}\p{L}+ator$/u;

/**
 * The names on lines of their own under which calls and panels print what each says, once two have a firm or an office behind
 * a dash; those in a list of who takes part have nothing below.
 */
function headedBelow(
  text: string,
  paragraphs: readonly Span[],
  candidates: readonly LabelCandidate[],
): ReadonlySet<LabelCandidate> {
  if (!candidates.some(({ holds }) => holds)) return new Set();
  const alone = new Set(candidates.filter((each) => each.alone).map(({ paragraph }) => paragraph));
  const above = candidates.filter(({ paragraph }) => {
    const below = paragraphs[paragraph + 1];
    return below && !alone.has(paragraph + 1) && /[.!?…]["”’)]*$/.test(textAt(text, below).slice(-8));
  });
  const keys = new Set(above.filter(({ officed }) => officed).map(({ key }) => key));
  if (keys.size < 2) return new Set();
  return new Set(
    above.filter(
      ({ alone: single, key, name }) => single && (keys.has(key) || LEADS.test(textAt(text, name))),
    ),
  );
}

/**
 * The labels of speakers in `text`, by structure: what a label looks like, whether it comes again, whether others stand
 * beside it and whether what follows is speech. A word before a colon that is none of that ("Note:", "Background:") is no label.
 *
 * @param paragraphs of the text, sorted
 */
export function findLabels(text: string, paragraphs: readonly Span[]): Label[] {
  let known: ReadonlySet<string> | null = null;
  // Few texts have anything that looks like a label.
  const isKnown = (word: string): boolean => (known ??= wordsInside(text, paragraphs)).has(word);
  const candidates = paragraphs.flatMap(
    (paragraph, number) => readLabel(text, paragraph, number, isKnown) ?? [],
  );
  const count = new Map<string, number>();
  for (const { key } of candidates) count.set(key, (count.get(key) ?? 0) + 1);
  const asked = count.has('asks');
  // One alone, or some beside lines behind a single `>`, quote.
  const marks = (mark: RegExp): number =>
    paragraphs.filter(({ start }) => mark.test(text.slice(start, start + 3))).length;
  const changes = count.has('changes') && marks(/^>>/) > 1 && marks(/^>(?!>)/) === 0;
  const again = ({ key }: LabelCandidate): boolean => (count.get(key) ?? 0) > 1;
  candidates.forEach((candidate, i) => {
    if (again(candidate)) candidate.points += LABEL_POINTS.again;
    const beside = [candidates[i - 1], candidates[i + 1]].some(
      (other) =>
        other &&
        near(other, candidate) &&
        (other.capitals === candidate.capitals || other.points >= ENOUGH_POINTS),
    );
    if (beside) candidate.points += LABEL_POINTS.nextToAnother;
    if (candidate.part === 'changes') candidate.points = changes ? ENOUGH_POINTS : 0;
    else if (candidate.part) candidate.points = asked && candidates.length > 1 ? ENOUGH_POINTS : 0;
  });
  /** Whether first-person speech stands below: a name as a heading of its own is then a label. */
  const speaksBelow = (candidate: LabelCandidate | undefined): boolean => {
    const below = candidate && paragraphs[candidate.paragraph + 1];
    return candidate?.heads === true && below !== undefined && FIRST_PERSON.test(textAt(text, below));
  };
  const headed = headedBelow(text, paragraphs, candidates);
  const labels = candidates.filter((candidate, i) => {
    const [before, after] = [candidates[i - 1], candidates[i + 1]];
    if (headed.has(candidate)) return true;
    if (candidate.officed) return false;
    const likeThem = [before, after].some(
      (other) => other?.alone && again(other) && accepted(other) && near(other, candidate),
    );
    const heads =
      speaksBelow(candidate) && [before, after].some((other) => speaksBelow(other) && near(other, candidate));
    if (candidate.alone && !again(candidate) && !likeThem && !heads) return false;
    if (candidate.collective)
      return [before, candidate.people ? after : undefined].some(
        (other) => accepted(other) && near(other, candidate),
      );
    const beside = [before, after].some((other) => accepted(other) && near(other, candidate));
    return candidate.points + (beside ? LABEL_POINTS.nextToLabel : 0) >= ENOUGH_POINTS;
  });
  const keys = new Set(labels.filter(({ collective }) => !collective).map(({ key }) => key));
  // One name alone makes no conversation, unless its form leaves no doubt.
  const certain = labels.some(
    ({ titled, bracketed, capitals, part }) => titled || (bracketed && capitals) || part === 'changes',
  );
  const answers =
    labels.length > 1 && labels.every(({ paragraph }) => isAsked(text, paragraphs[paragraph - 1]));
  return keys.size > 1 || certain || answers ? labels : [];
}
