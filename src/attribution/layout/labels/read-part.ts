import { CHANGE, EXAMINER, PART } from './label-forms.ts';
import { spanOf, type LabelCandidate } from './label.ts';
import { textAt, type Span } from '../../../text/span.ts';

const TITLE = /^(?:M[RrSsXx]{1,2}S?|DR|Dr|THE|the)\b/;

/** A label that tells questions from answers (`Q.`, `ANSWER:`), or says who asks (`BY MS. ROE:`); null for other paragraphs. */
export function readPart(text: string, paragraph: Span, number: number): LabelCandidate | null {
  const opening = text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + 100));
  const examiner = paragraph.end - paragraph.start <= 100 ? EXAMINER.exec(opening) : null;
  const match = examiner ?? PART.exec(opening);
  const name = match && spanOf(match, 'name', paragraph.start);
  if (!match || !name) return null;
  // "By Jane Roe": who wrote it.
  if (examiner && !opening.endsWith(':') && !TITLE.test(textAt(text, name))) return null;
  const part = examiner ? 'examines' : match.groups?.['asks'] === undefined ? 'answers' : 'asks';
  return partAt(part, name, paragraph.start + match[0].length, number);
}

/** `>>` before what somebody says who has no name; null for other paragraphs. */
export function readChange(text: string, paragraph: Span, number: number): LabelCandidate | null {
  const match = CHANGE.exec(text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + 20)));
  const name = match && spanOf(match, 'name', paragraph.start);
  return name && partAt('changes', name, paragraph.start + match[0].length, number);
}

function partAt(
  part: LabelCandidate['part'] & string,
  name: Span,
  end: number,
  number: number,
): LabelCandidate {
  return {
    paragraph: number,
    name,
    besides: null,
    end,
    part,
    alone: false,
    heads: false,
    key: part,
    titled: false,
    capitals: true,
    collective: false,
    people: false,
    bracketed: false,
    officed: false,
    holds: false,
    points: 0,
  };
}
