import {
  accordingTo,
  beforeComma,
  type Frame,
  inTheirView,
  isQuoted,
  LONGEST_SOURCE,
  SHORTEST_CONTENT,
} from './read-according.ts';
import { CONTENT_AFTER, CUE, SOURCE_AFTER, SOURCE_BEFORE } from '../../tag/token-labels.ts';
import { CUE_FROM, isMark, KIND } from '../../tag/word-traits.ts';
import { type LinkedStatement } from '../link-spans.ts';
import { agentEnd, isAdverb, isVerb, kindAt, type Reader, subjectEnd, traitsAt } from '../tokens.ts';

/** `As many experts expected, …`; `Recall what Jo Vale said last week, …`: a clause of saying, a comma, what was said. */
const asTheySaid: Frame = (reader, first, last) => {
  const { paragraph, form } = reader;
  for (let i = first; i + 3 < last; i++) {
    if (!/^(?:as|what)$/i.test(form(i)) || isQuoted(reader, i)) continue;
    const comma = beforeComma(reader, i + 1, last);
    if (comma < 0 || last - comma - 1 < SHORTEST_CONTENT) continue;
    for (let verb = i + 2; verb <= comma; verb++) {
      const putsIt = /^put(?:s|ting)?$/.test(form(verb)) && form(verb + 1) === 'it';
      if (!putsIt && (traitsAt(paragraph, verb).cue < CUE_FROM || !isVerb(reader, verb))) continue;
      if (comma - verb > 3 || kindAt(paragraph, verb - 1) === KIND.auxiliary) break;
      const adverb = form(verb - 1).endsWith('ly') ? verb - 1 : verb;
      return {
        cue: { kind: CUE, first: verb, last: verb },
        source: { kind: SOURCE_BEFORE, first: i + 1, last: adverb - 1 },
        content: [{ kind: CONTENT_AFTER, first: comma + 2, last }],
      };
    }
  }
  return null;
};

/** `One of the union's demands is that …`: a noun of saying is what follows. */
const demandIsThat: Frame = (reader, first, last) => {
  const { paragraph, form } = reader;
  for (let i = first + 2; i + SHORTEST_CONTENT < last && i - first <= LONGEST_SOURCE; i++) {
    if (kindAt(paragraph, i + 1) !== KIND.that || !/^(?:is|was|are|were|remains|remained)$/.test(form(i)))
      continue;
    const noun = traitsAt(paragraph, i - 1);
    const owned = kindAt(paragraph, i - 2) === KIND.clitic || kindAt(paragraph, i - 2) === KIND.article;
    const named = Array.from({ length: i - 1 - first }, (_, k) => traitsAt(paragraph, first + k)).some(
      ({ kind }) => kind === KIND.clitic || kind === KIND.name,
    );
    if (noun.cue < CUE_FROM - 1 || noun.capital || !(owned || named) || isQuoted(reader, i)) return null;
    return {
      cue: { kind: CUE, first: i - 1, last: i },
      source: { kind: SOURCE_BEFORE, first, last: i - 2 },
      content: [{ kind: CONTENT_AFTER, first: i + 1, last }],
    };
  }
  return null;
};

/** `Stressing that the gate was shut, Jo Vale left`: who the main clause is about says it. */
const stressingThat: Frame = (reader, first, last) => {
  const { paragraph, form } = reader;
  for (let i = first; i < first + 3 && i + SHORTEST_CONTENT < last; i++) {
    const { cue } = traitsAt(paragraph, i);
    if (!form(i).endsWith('ing') || cue < CUE_FROM || kindAt(paragraph, i + 1) !== KIND.that) continue;
    if (i > first && !isMark(kindAt(paragraph, i - 1)) && kindAt(paragraph, i - 1) !== KIND.conjunction)
      continue;
    for (let comma = i + 2 + SHORTEST_CONTENT; comma < last; comma++) {
      if (kindAt(paragraph, comma) !== KIND.comma) continue;
      const end = subjectEnd(reader, comma + 1);
      if (
        end < 0 ||
        end + 1 > last ||
        (!isVerb(reader, end + 1) && kindAt(paragraph, end + 1) !== KIND.auxiliary)
      )
        continue;
      return {
        cue: { kind: CUE, first: i, last: i },
        source: { kind: SOURCE_AFTER, first: comma + 1, last: end },
        content: [{ kind: CONTENT_AFTER, first: i + 1, last: comma - 1 }],
      };
    }
  }
  return null;
};

/** `The plan was branded “…” by Jo Vale`: who is named behind "by" says it, whatever the verb. */
const calledBy: Frame = (reader, first, last) => {
  const { paragraph, form } = reader;
  for (const { open, close, closed } of paragraph.quotations) {
    if (!closed || open <= first || close + 2 > last || form(close + 1) !== 'by') continue;
    const verb = form(open - 1) === 'as' ? open - 2 : open - 1;
    if (verb < first || !form(verb).endsWith('ed') || traitsAt(paragraph, verb).capital) continue;
    if (kindAt(paragraph, verb - 1) !== KIND.auxiliary) continue;
    const end = agentEnd(reader, close + 2);
    if (end < 0) continue;
    return {
      cue: { kind: CUE, first: verb, last: verb },
      source: { kind: SOURCE_AFTER, first: close + 2, last: end },
      content: [{ kind: CONTENT_AFTER, first: open, last: close }],
    };
  }
  return null;
};

/** `Jo Vale swore that the gate was shut`: somebody named, a verb and "that", whatever the verb is. */
const sworeThat: Frame = (reader, first, last) => {
  const { paragraph, form } = reader;
  const end = subjectEnd(reader, first);
  if (end <= first || !traitsAt(paragraph, end).capital) return null;
  let verb = end + 1;
  while (verb < end + 3 && (/^(?:both|all|also|then|later)$/.test(form(verb)) || isAdverb(reader, verb)))
    verb++;
  const isPast =
    /(?:ed|[^aeiou]ore|oke|aught|ought|id|ew|old)$/.test(form(verb)) &&
    kindAt(paragraph, verb) !== KIND.auxiliary;
  if (!isPast || kindAt(paragraph, verb + 1) !== KIND.that || last - verb - 1 < SHORTEST_CONTENT) return null;
  return {
    cue: { kind: CUE, first: verb, last: verb },
    source: { kind: SOURCE_BEFORE, first, last: end },
    content: [{ kind: CONTENT_AFTER, first: verb + 1, last }],
  };
};

/** `The court heard from Jo Vale that the wall had given way`. */
const heardFrom: Frame = (reader, first, last) => {
  const { paragraph, form } = reader;
  for (let i = first + 1; i + 2 < last; i++) {
    if (form(i) !== 'heard' || form(i + 1) !== 'from' || isQuoted(reader, i)) continue;
    const end = agentEnd(reader, i + 2);
    if (end < 0 || kindAt(paragraph, end + 1) !== KIND.that || last - end - 1 < SHORTEST_CONTENT) return null;
    return {
      cue: { kind: CUE, first: i, last: i + 1 },
      source: { kind: SOURCE_AFTER, first: i + 2, last: end },
      content: [{ kind: CONTENT_AFTER, first: end + 1, last }],
    };
  }
  return null;
};

const FRAMES: readonly Frame[] = [
  calledBy,
  sworeThat,
  heardFrom,
  inTheirView,
  accordingTo,
  stressingThat,
  asTheySaid,
  demandIsThat,
];

/** Reads a sentence, tokens `[first, last]`, in which nothing was tagged, by its frame: null where it has none. */
export function readFrames(reader: Reader, first: number, last: number): LinkedStatement | null {
  for (const frame of FRAMES) {
    const found = frame(reader, first, last);
    if (found) return found;
  }
  return null;
}
