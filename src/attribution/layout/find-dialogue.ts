import { subtract, textAt, trimSpan, type Span } from '../../text/span.ts';
import { findLabels, isAsked } from './labels/find-labels.ts';
import type { Label } from './labels/label.ts';
import { turnOf, type SpokenTurn } from './spoken-turn.ts';

/** Between labels of a text that is not a conversation throughout, a turn goes on for so many paragraphs at most. */
const PARAGRAPHS_ON = 3;
/** From such a share of paragraphs within turns a text is a conversation throughout. */
const CONVERSATION = 0.5;
const FIRST_PERSON = /\b(?:I|we|you|our|my|your|us|me)\b/i;
/** "[Laughter]", "(inaudible)": between sentences, or alone. */
const INTERJECTION = /(?<=^|[.!?…—"”’]\s{0,3})[([][^()[\]\n]{1,60}[)\]](?=\s*(?:$|["“‘'([]?\p{Lu}))/gu;
/** "…," Ms. Roe said: a reporter's paragraph. */
const REPORTED =
  /[,?!.…]["”’»]\s+(?:\p{Lu}[\p{L}.'’-]*\s){1,4}\p{Ll}+|\p{Lu}[\p{L}'’-]+ (?:said|told|asked|added)\b/u;
const HEADING = /^\s*#{1,6}\s/;
/** "MR. ROE: …", "Ms. Tarr: …", "THE COURT: …", "[00:12] Caller: …", ">> …": whoever that is, it is another's turn. */
const LIKE_A_LABEL =
  /^>>|^[\s*_>]*(?:[[(]?\d{1,2}:\d{2}(?::\d{2})?[\])]?\s+\p{Lu}[^:.!?\n]{1,40}|(?:M[RrSs]{1,2}[Ss]?|D[Rr]|J[Uu][Dd][Gg][Ee])\.?\s\p{Lu}[\p{L}\p{M}.'’ -]{1,40}|\p{Lu}[\p{Lu}\p{M}.'’-]+(?:\s\p{Lu}[\p{Lu}\p{M}.'’-]+){1,4}):[*_]{0,3}\s/u;

/** The pieces of a paragraph that are said: without what is in brackets between the sentences. */
export function piecesOf(text: string, span: Span): Span[] {
  const words = textAt(text, span);
  const holes = [...words.matchAll(INTERJECTION)].map(({ index, 0: hole }) => ({
    start: span.start + index,
    end: span.start + index + hole.length,
  }));
  return subtract(span, holes).flatMap((piece) => trimSpan(text, piece) ?? []);
}

/** Whether a paragraph without a label can go on with the turn of `surname`. */
export function goesOn(words: string, surname: string, conversation: boolean): boolean {
  if (HEADING.test(words) || REPORTED.test(words) || LIKE_A_LABEL.test(words)) return false;
  if (!/[\p{L}\p{N}]/u.test(words)) return true;
  if (FIRST_PERSON.test(words)) return true;
  return conversation && !(surname !== '' && words.toLowerCase().includes(surname));
}

/**
 * The turns of a conversation as transcripts, interviews and minutes print it: each from its label to the next one, over
 * paragraphs without a label too.
 *
 * @param given the paragraphs of the text, sorted
 */
export function findDialogue(text: string, given: readonly Span[]): SpokenTurn[] {
  const paragraphs = given.flatMap((paragraph) => partedAtChanges(text, paragraph));
  const labels = findLabels(text, paragraphs);
  const [first] = labels;
  const last = labels.at(-1);
  if (!first || !last) return [];
  const conversation = (last.paragraph - first.paragraph + 1) / paragraphs.length >= CONVERSATION;
  let asker: Span | null = null;
  return labels.flatMap((label, i): SpokenTurn[] => {
    const { part } = label;
    if (part === 'examines') {
      asker = label.name;
      return [];
    }
    const next = labels[i + 1]?.paragraph ?? paragraphs.length;
    const on = conversation ? Infinity : labels[i + 1] ? PARAGRAPHS_ON : 0;
    const said = [{ start: label.end, end: paragraphs[label.paragraph]?.end ?? label.end }];
    for (let k = label.paragraph + 1; k < Math.min(next, label.paragraph + 1 + on); k++) {
      const paragraph = paragraphs[k];
      // A question before the same speaker's next label is somebody else's.
      const asked = k === next - 1 && isAsked(text, paragraph) && sameName(text, label, labels[i + 1]);
      if (!paragraph || asked || !goesOn(textAt(text, paragraph), surnameOf(text, label), conversation))
        break;
      said.push(paragraph);
    }
    const pieces = said.map((span) => piecesOf(text, span)).filter((list) => list.length > 0);
    if (part === 'changes') return [turnOf(null, pieces)];
    const who = part === 'asks' ? asker : null;
    return [{ ...turnOf(label.name, pieces), besides: label.besides, part, asker: who }];
  });
}

/** The parts of a paragraph of captions: "Sit down. >> I will not." */
function partedAtChanges(text: string, paragraph: Span): Span[] {
  if (!text.startsWith('>>', paragraph.start)) return [paragraph];
  const cuts = [...textAt(text, paragraph).matchAll(/(?<=\s)>{2,3}(?=\s)/g)].map(
    ({ index }) => paragraph.start + index,
  );
  return [paragraph.start, ...cuts].flatMap(
    (start, i) => trimSpan(text, { start, end: cuts[i] ?? paragraph.end }) ?? [],
  );
}

const sameName = (text: string, { name, part }: Label, next: Label | undefined): boolean =>
  part !== 'changes' && next !== undefined && textAt(text, name) === textAt(text, next.name);

function surnameOf(text: string, { name, part }: Label): string {
  const surname = textAt(text, name).split(/\s/).at(-1) ?? '';
  return part || surname.length < 3 || /\d/.test(surname) ? '' : surname.toLowerCase();
}
