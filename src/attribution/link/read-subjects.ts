import { CONTENT_AFTER, CUE, SOURCE_AFTER, SOURCE_BEFORE, type TaggedSpan } from '../tag/token-labels.ts';
import { isMark, KIND } from '../tag/word-traits.ts';
import { PLAIN_FORMS } from './saying-verbs.ts';
import { type LinkedStatement } from './link-spans.ts';
import { isAdverb, isVerb, kindAt, meet, type Reader, subjectEnd, traitsAt } from './tokens.ts';

const LONGEST_SUBJECT = 10;
const SHORTEST_SAID = 3;
const PLAIN = new RegExp(`^(?:${PLAIN_FORMS})$`);

/** Whether tokens `[first, last]` name somebody and tell nothing of them: no verb, no mark but an apostrophe. */
function isSubject(reader: Reader, first: number, last: number): boolean {
  const { paragraph, form } = reader;
  if (last - first >= LONGEST_SUBJECT) return false;
  for (let i = first; i <= last; i++) {
    const kind = kindAt(paragraph, i);
    if (kind === KIND.auxiliary || kind === KIND.that || kind === KIND.to || kind === KIND.conjunction)
      return false;
    if (kind === KIND.relative || (isMark(kind) && !/^['’]$/.test(form(i)))) return false;
  }
  return first === last || !isVerb(reader, last) || !form(last).endsWith('ed');
}

/** "According to the Star, Jo Field believes …": whoever believes it, not who tells so and not both; null for other sources. */
function behindAuthority(
  { paragraph, form }: Reader,
  source: TaggedSpan,
  cue: TaggedSpan,
): TaggedSpan | null {
  const told = form(source.first - 1) === 'to' && /^according$/i.test(form(source.first - 2));
  if (!told || source.last !== cue.first - 1) return null;
  let comma = source.last;
  while (comma > source.first && kindAt(paragraph, comma) !== KIND.comma) comma--;
  return comma > source.first && comma < source.last ? { ...source, first: comma + 1 } : null;
}

/** "Jo Field said the bridge was safe, according to the Star": whoever said it; null where nobody in it did. */
function insideAuthority(reader: Reader, { cue, content }: LinkedStatement): LinkedStatement | null {
  const { paragraph, form } = reader;
  const [said, ...more] = content;
  if (!cue || !said || more.length > 0 || said.last > cue.first || !/^according$/i.test(form(cue.first)))
    return null;
  const last = subjectEnd(reader, said.first);
  const verb = last + 1;
  const isSaying = last >= said.first && traitsAt(paragraph, last).capital && PLAIN.test(form(verb));
  if (!isSaying || verb + SHORTEST_SAID > said.last || isMark(kindAt(paragraph, verb + 1))) return null;
  return {
    cue: { kind: CUE, first: verb, last: verb },
    source: { kind: SOURCE_BEFORE, first: said.first, last },
    content: [{ kind: CONTENT_AFTER, first: verb + 1, last: said.last }],
  };
}

/** "in the words of its president, Jo Field, “…”": who speaks, in front of what is said; null for other cues. */
function inWordsOf(
  { paragraph, form }: Reader,
  { cue, source, content }: LinkedStatement,
): LinkedStatement | null {
  const [said] = content;
  const isNamed = cue && form(cue.last) === 'of' && form(cue.last - 1) === 'words';
  if (!said || source || !isNamed || said.first !== cue.last + 1) return null;
  let comma = said.first;
  while (comma < said.last && kindAt(paragraph, comma) !== KIND.comma) comma++;
  if (comma >= said.last || comma - said.first > LONGEST_SUBJECT) return null;
  return {
    cue,
    source: { kind: SOURCE_AFTER, first: said.first, last: comma - 1 },
    content: [{ ...said, first: comma + 1 }, ...content.slice(1)],
  };
}

const AGAIN = /^(?:repeat|reiterat|renew|restat|reaffirm|maintain|issu)/;
const OWN = /^(?:its|his|her|their)$/;

/** "repeated its warning that": what the warning says; null for other statements. */
function behindNoun(
  { paragraph, form }: Reader,
  { cue, source, content }: LinkedStatement,
): LinkedStatement | null {
  const [said] = content;
  if (!said || !cue || !AGAIN.test(form(cue.last)) || said.first !== cue.last + 1) return null;
  if (!OWN.test(form(said.first)) || kindAt(paragraph, said.first + 2) !== KIND.that) return null;
  if (said.first + 3 > said.last) return null;
  return { cue, source, content: [{ ...said, first: said.first + 2 }, ...content.slice(1)] };
}

/** "The pilots' union threatened to strike", "No vote, says union chief": who speaks is no part of what is said. */
export function readSubjects(reader: Reader, found: readonly LinkedStatement[]): readonly LinkedStatement[] {
  const { paragraph } = reader;
  const { quotations, to } = paragraph;
  return found.map((statement) => {
    const { cue, source, content } = statement;
    // "Jo Field stood up and said"
    if (source && kindAt(paragraph, source.last) === KIND.conjunction) {
      const last = subjectEnd(reader, source.first);
      return last < source.first ? statement : { ...statement, source: { ...source, last } };
    }
    const apart =
      inWordsOf(reader, statement) ?? behindNoun(reader, statement) ?? insideAuthority(reader, statement);
    if (apart) return apart;
    const whose = source && cue && behindAuthority(reader, source, cue);
    if (whose) return { ...statement, source: whose };
    // "Jo Field flatly rejected"
    if (source && source.last > source.first && isAdverb(reader, source.last))
      return { ...statement, source: { ...source, last: source.last - 1 } };
    if (!cue || source || kindAt(paragraph, cue.first) === KIND.auxiliary || content.length < 2)
      return statement;
    const subject = content.find(
      ({ first, last }) =>
        last === cue.first - 1 ||
        (first === cue.last + 1 &&
          (last + 1 >= to || kindAt(paragraph, last + 1) === KIND.stop) &&
          kindAt(paragraph, cue.first - 1) === KIND.comma),
    );
    const quoted = quotations.some(
      ({ open, close }) => subject && meet(subject, { first: open, last: close }),
    );
    if (!subject || quoted || !isSubject(reader, subject.first, subject.last)) return statement;
    return {
      cue,
      source: { ...subject, kind: subject.first < cue.first ? SOURCE_BEFORE : SOURCE_AFTER },
      content: content.filter((part) => part !== subject),
    };
  });
}
