import { SOURCE_AFTER } from '../../tag/token-labels.ts';
import { isMark, KIND, MAYBE_CUE_FROM } from '../../tag/word-traits.ts';
import { timeEnd } from '../cut-circumstance.ts';
import { type LinkedStatement } from '../link-spans.ts';
import { agentEnd, kindAt, meet, type Reader, traitsAt } from '../tokens.ts';

/** Verbs with the person they are about for their object. */
const BLAMED =
  /^(?:charg|indict|accus|blam|critici|prais|prosecut|condemn|denounc|lambast|slam|attack|mock|ridicul|fault|laud|commend|applaud|chid|scold|rebuk|ripp)\w*ed$/;
const BE = /^(?:is|are|was|were|be|been|being)$/;

/** Whether the cue is a passive: "was called", "has been rejected"; "Dismissed as …" where its sentence begins with it. */
function isPassive({ paragraph: { from, sentence }, form }: Reader, { cue }: LinkedStatement): boolean {
  if (!cue) return false;
  const opens = cue.first === from || sentence[cue.first - from] !== sentence[cue.first - 1 - from];
  if (opens && form(cue.first).endsWith('ed')) return true;
  for (let i = cue.first - 1; i < cue.last; i++)
    if (BE.test(form(i)) && /(?:ed|n|t)$/.test(form(i + 1))) return true;
  return false;
}

/** "The merger, described as “…” by X": a passive without its "was". */
function isReduced({ paragraph, form }: Reader, { cue, source }: LinkedStatement): boolean {
  if (!cue || source || kindAt(paragraph, cue.first - 1) !== KIND.comma) return false;
  return form(cue.first).endsWith('ed') && paragraph.quotations.some(({ open }) => open === cue.last + 1);
}

/** "was called “…” by X": X said it, and what it was said of is no part of it. */
function withAgent(reader: Reader, statement: LinkedStatement): LinkedStatement {
  const { paragraph, form } = reader;
  const { cue, content } = statement;
  if (!cue) return statement;
  const after = content.filter((part) => part.first > cue.last);
  const last = after.at(-1)?.last ?? cue.last;
  const { sentence, from, to } = paragraph;
  for (let by = cue.last + 1; by < Math.min(to, last + 3); by++) {
    if (sentence[by - from] !== sentence[cue.last - from]) break;
    if (form(by) !== 'by' || paragraph.quotations.some(({ open, close }) => by > open && by < close))
      continue;
    const end = agentEnd(reader, by + 1);
    // "expected by Friday"
    if (end < 0 || timeEnd(reader, by + 1) >= 0) continue;
    const said = after.flatMap((part) =>
      part.first < by ? [{ ...part, last: Math.min(part.last, by - 1) }] : [],
    );
    return {
      cue,
      source: { kind: SOURCE_AFTER, first: by + 1, last: end },
      content: said.length > 0 ? said : content,
    };
  }
  return statement;
}

/** "The bill was rejected": a deed, with nothing said but what it was done to. */
function isDeed({ paragraph }: Reader, { cue, source, content }: LinkedStatement): boolean {
  if (!cue || source) return false;
  return content.every((part) => {
    if (part.first > cue.first) return false;
    if (paragraph.quotations.some(({ open, close }) => meet(part, { first: open, last: close })))
      return false;
    for (let i = part.first; i <= part.last; i++) {
      const { kind, cue: level } = traitsAt(paragraph, i);
      if (kind === KIND.auxiliary || kind === KIND.that || kind === KIND.to || level >= MAYBE_CUE_FROM)
        return false;
      if (isMark(kindAt(paragraph, i))) return false;
    }
    return true;
  });
}

/** "They have often been criticized for …", "he was accused of …": what others say of whoever the sentence is about. */
function isBlamed(reader: Reader, { cue, source, content }: LinkedStatement): boolean {
  if (!cue || !source || source.first > cue.first) return false;
  const behind = reader.form(cue.last + 1);
  const links = /^(?:for|of|over|with)$/;
  if (
    !links.test(reader.form(cue.last)) &&
    !(links.test(behind) && content.some(({ first }) => first === cue.last + 1))
  )
    return false;
  for (let i = cue.first; i < cue.last + 1; i++) {
    if (!BE.test(reader.form(i))) continue;
    const next = /ly$|^often$/.test(reader.form(i + 1)) ? i + 2 : i + 1;
    if (BLAMED.test(reader.form(next))) return true;
  }
  return false;
}

/** Passives: their agent is who says it; without one, and without anything said, they are deeds. */
export function readPassives(reader: Reader, found: readonly LinkedStatement[]): readonly LinkedStatement[] {
  return found
    .map((statement) =>
      isPassive(reader, statement) || isReduced(reader, statement) ? withAgent(reader, statement) : statement,
    )
    .map((statement) => (isBlamed(reader, statement) ? { ...statement, source: null } : statement))
    .filter(
      (statement) =>
        statement.content.length === 0 || !isPassive(reader, statement) || !isDeed(reader, statement),
    );
}
