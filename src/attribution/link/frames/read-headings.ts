import { type Paragraph } from '../../tag/read-paragraphs.ts';
import { CONTENT_AFTER, CONTENT_BEFORE, CUE, SOURCE_AFTER, SOURCE_BEFORE } from '../../tag/token-labels.ts';
import { CUE_FROM, isMark, KIND, PLAIN_FROM } from '../../tag/word-traits.ts';
import { type LinkedStatement } from '../link-spans.ts';
import { SAYING } from '../saying-verbs.ts';
import { isRole, singular } from '../../who/role-words.ts';
import { isVerb, kindAt, type Reader, subjectEnd, traitsAt } from '../tokens.ts';

const SHORTEST_CONTENT = 3;
/** "Union chief: …" */
const LONGEST_ROLE = 4;

/** Whether tokens `[first, last]` can be who a headline gives: a few words without a mark or a small word of grammar. */
function isWho({ paragraph, form }: Reader, first: number, last: number): boolean {
  if (last < first || last - first >= LONGEST_ROLE) return false;
  for (let i = first; i <= last; i++) {
    const kind = kindAt(paragraph, i);
    if (kind !== KIND.name && kind !== KIND.other && kind !== KIND.clitic && !/^['’]$/.test(form(i)))
      return false;
  }
  return true;
}

/** `Vale: no vote before May`, `‘No vote’: Vale`, `No vote before May, says Vale` and `…, Vale says`: tokens `[first, last]`. */
export function readHeading(reader: Reader, first: number, last: number): LinkedStatement | null {
  const { paragraph, form } = reader;
  const [quotation] = paragraph.quotations;
  if (quotation?.closed && quotation.open === first) {
    // "‘No vote’: Vale", "‘No vote’ – Vale"
    const mark = quotation.close + 1;
    const parts = kindAt(paragraph, mark) === KIND.colon || kindAt(paragraph, mark) === KIND.dash;
    if (!parts || !isWho(reader, mark + 1, last) || !traitsAt(paragraph, mark + 1).capital) return null;
    return {
      cue: { kind: CUE, first: mark, last: mark },
      source: { kind: SOURCE_AFTER, first: mark + 1, last },
      content: [{ kind: CONTENT_BEFORE, first, last: quotation.close }],
    };
  }
  for (let i = first; i < last; i++) {
    const { kind, cue } = traitsAt(paragraph, i);
    const role = singular(form(i - 1).toLowerCase());
    const named =
      (subjectEnd(reader, first) === i - 1 || (isRole(role) && i - first <= LONGEST_ROLE)) &&
      traitsAt(paragraph, first).capital;
    if (kind === KIND.colon && named && last - i >= SHORTEST_CONTENT)
      return {
        cue: { kind: CUE, first: i, last: i },
        source: { kind: SOURCE_BEFORE, first, last: i - 1 },
        content: [{ kind: CONTENT_AFTER, first: i + 1, last }],
      };
    if (i - first < SHORTEST_CONTENT) continue;
    // "No vote before May, minister vows"
    const after =
      isVerb(reader, last) && traitsAt(paragraph, last).cue >= CUE_FROM && last - i <= LONGEST_ROLE + 1;
    if (kind === KIND.comma && after && last > i + 1)
      return {
        cue: { kind: CUE, first: last, last },
        source: { kind: SOURCE_AFTER, first: i + 1, last: last - 1 },
        content: [{ kind: CONTENT_BEFORE, first, last: i - 1 }],
      };
    if (kindAt(paragraph, i - 1) !== KIND.comma) continue;
    const plain = cue >= PLAIN_FROM && subjectEnd(reader, i + 1) === last;
    // "Casino is a gamble, warns bishop"
    const present =
      /[^s]s$/.test(form(i)) && SAYING.test(form(i)) && traitsAt(paragraph, i + 1).kind !== KIND.article;
    if (!plain && !(present && !isMark(kind) && isWho(reader, i + 1, last))) continue;
    return {
      cue: { kind: CUE, first: i, last: i },
      source: { kind: SOURCE_AFTER, first: i + 1, last },
      content: [{ kind: CONTENT_BEFORE, first, last: i - 2 }],
    };
  }
  return null;
}

/** The first line of a text, without a stop. */
export function isHeadline(paragraph: Paragraph): boolean {
  const { from, to } = paragraph;
  let end = to - 1;
  while (end > from && kindAt(paragraph, end) === KIND.mark) end--;
  return from === 0 && kindAt(paragraph, end) !== KIND.stop;
}
