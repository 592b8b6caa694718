import { isRoleNoun } from '../../read/asking-words.ts';
import type { Mention } from '../../../parties/name-patterns.ts';
import { startsOf, type Words } from './claim.ts';

const AND = /^,?\s*(?:and|or|as well as|along with|together with)(?: the)?$/i;
const COMMA = /^,(?: the)?$/i;
/** "In talks with Russia, the US and NATO …": what a comma ends there is no list. */
const PREPOSITION = /^(?:to|in|at|from|with|by|of|for|on|about|against|between|near)$/i;

/** Mentions joined to a list, "A, B and C", each group once; names that no collection knows belong to it too. */
export function groupsOf(words: Words): Mention[][] {
  const starts = startsOf(words);
  const ends = words.terms.map(({ word }, i) => (starts[i] ?? 0) + word.length);
  const gap = (a: Mention, b: Mention): string =>
    words.text.slice(ends[a.end - 1] ?? 0, starts[b.start] ?? 0).trim();
  const runs: Mention[][] = [];
  const known = new Set(words.mentions);
  for (const name of [...words.mentions, ...strangersIn(words)].toSorted((a, b) => a.start - b.start)) {
    const last = runs.at(-1)?.at(-1);
    if (last && (AND.test(gap(last, name)) || COMMA.test(gap(last, name)))) runs.at(-1)?.push(name);
    else runs.push([name]);
  }
  return runs
    .flatMap((run) => splitRun(run, gap, isList(run, words, gap, ends)))
    .filter((group) => group.some((name) => known.has(name)));
}

/** Whether commas join the run: it ends with "and", and nothing before it makes its first comma end a phrase. */
function isList(
  run: readonly Mention[],
  { text, terms }: Words,
  gap: (a: Mention, b: Mention) => string,
  ends: readonly number[],
): boolean {
  const [first] = run;
  const [beforeLast, last] = run.slice(-2);
  if (!first || !beforeLast || !last || !AND.test(gap(beforeLast, last))) return false;
  const at = terms[first.start - 1]?.word.toLowerCase() === 'the' ? first.start - 2 : first.start - 1;
  return !PREPOSITION.test(terms[at]?.word ?? '') || text[ends[last.end - 1] ?? 0] === ',';
}

function splitRun(
  run: readonly Mention[],
  gap: (a: Mention, b: Mention) => string,
  commasJoin: boolean,
): Mention[][] {
  const groups: Mention[][] = [];
  for (const name of run) {
    const last = groups.at(-1)?.at(-1);
    if (last && (commasJoin || AND.test(gap(last, name)))) groups.at(-1)?.push(name);
    else groups.push([name]);
  }
  return groups;
}

/** Capitalised words that name nobody known, as if they did; the last word of several is the name. */
function strangersIn({ terms, mentions }: Words): Mention[] {
  const found: Mention[] = [];
  terms.forEach(({ word, plain, content, stem }, i) => {
    const named = mentions.some(({ start, end }) => start <= i && i < end);
    if (named || !content || !/^\p{Lu}/u.test(word) || isRoleNoun(stem)) return;
    const party = { kind: 'unknown', id: plain } as const;
    const last = found.at(-1);
    const start = last?.end === i ? last.start : i;
    if (last?.end === i) found.pop();
    found.push({ party, start, end: i + 1, adjective: false });
  });
  return found;
}
