import type { App } from '../../src/app.ts';
import type { Evidence } from '../../src/domain/answer.ts';
import type { PositionChange } from '../../src/domain/position-change.ts';
import { readTerms } from '../../src/text/words/words.ts';
import type { GoldChange, GoldPosition, GoldSaid } from './position-gold.ts';

const percent = (part: number, whole: number): string =>
  `${part}/${whole} = ${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;

/** Share of the words that were written down which a shorter quote must have to be the same. */
const MOST_OF_IT = 0.8;

function wordsOf(text: string): string {
  return ` ${readTerms(text)
    .map(({ word }) => word)
    .join(' ')} `;
}

/** Whether a quote has all the words that were written down in their order, or is most of them. */
function isSame(shown: string, quote: string): boolean {
  const [a, b] = [wordsOf(shown), wordsOf(quote)];
  return a.includes(b) || (b.includes(a) && a.length >= MOST_OF_IT * b.length);
}

function hasWords(shown: Evidence, said: GoldSaid, others: readonly string[]): boolean {
  if (![said.article, ...said.also].includes(shown.article)) return false;
  return [said.quote, ...others].some((quote) => isSame(shown.text, quote));
}

/** As many pairs as there can be in which nobody is in two: the partner of each of `from` (augmenting paths). */
function pairOff<A, B>(from: readonly A[], to: readonly B[], fits: (a: A, b: B) => boolean): Map<B, A> {
  const partner = new Map<B, A>();
  const place = (a: A, tried: Set<B>): boolean => {
    for (const b of to) {
      if (tried.has(b) || !fits(a, b)) continue;
      tried.add(b);
      const holder = partner.get(b);
      if (holder !== undefined && !place(holder, tried)) continue;
      partner.set(b, a);
      return true;
    }
    return false;
  };
  for (const a of from) place(a, new Set());
  return partner;
}

function isGold(
  found: PositionChange,
  { side, topic, said }: GoldPosition,
  to: GoldSaid,
  { kind, from, words, quotes, fromQuotes }: GoldChange,
): boolean {
  if (found.kind !== kind || found.side !== side || found.topic !== topic) return false;
  if (!hasWords(found.to, to, quotes)) return false;
  const before = from === undefined ? undefined : said[from];
  if (before === undefined) return found.from === null;
  const fromOthers = [...fromQuotes, ...before.changes.flatMap((change) => change.quotes)];
  if (found.from === null || !hasWords(found.from, before, fromOthers)) return false;
  return words === undefined || (found.words.from === words[0] && found.words.to === words[1]);
}

/** Six made negotiations with who moves when, and the days as of which is asked what is said now: in the middle of it all, and at the end. */
export const TRACKED = {
  tracker: ['2024-02-24', '2024-03-20', '2024-04-30'],
  climate: ['2025-10-09', '2025-11-05', '2025-11-30'],
  herring: ['2025-02-15', '2025-03-31', '2025-05-15'],
  bridge: ['2023-03-25', '2023-04-24', '2023-05-31'],
  railway: ['2024-10-05', '2024-11-10', '2024-12-31'],
  dam: ['2025-03-01', '2025-04-20', '2025-05-31'],
};

/** How many changes are found of those written down, how many found are none, and how often what is said now is right. */
interface ChangeFigures {
  readonly found: number;
  readonly false: number;
  readonly latest: number;
  /** Of those, read as the act that it is. */
  readonly latestOfItsAct: number;
}

/**
 * Prints how many of the changes that were written down are found, how many found are none, and whether the latest is right.
 *
 * @param askedOn days, `YYYY-MM-DD`, as of which "what do they say now" is asked
 */
export async function evaluateChanges(
  app: Pick<App, 'changes' | 'latest'>,
  gold: readonly GoldPosition[],
  askedOn: readonly string[],
  print: (line: string) => void,
): Promise<ChangeFigures> {
  const { changes } = await app.changes();
  const wanted = gold.flatMap((position) =>
    position.said.flatMap((said) => said.changes.map((change) => ({ position, said, change }))),
  );
  const pairs = pairOff(changes, wanted, (found, { position, said, change }) =>
    isGold(found, position, said, change),
  );
  const missed = wanted.filter((one) => !pairs.has(one));
  const right = new Set(pairs.values());
  const wrong = changes.filter((found) => !right.has(found));
  for (const { position, said, change } of missed)
    print(`  missed ${position.side} ${position.topic} ${said.on} ${change.kind}: ${said.quote}`);
  for (const { kind, side, topic, when, from, to } of wrong)
    print(`  false ${side} ${topic} ${when} ${kind}: ${from?.text ?? ''} → ${to.text}`);
  let asked = 0;
  let current = 0;
  let ofItsAct = 0;
  for (const { side, topic, said } of gold)
    for (const until of askedOn) {
      const last = said.findLast(({ on }) => on <= until);
      if (last === undefined) continue;
      asked++;
      const { now } = await app.latest(side, topic, { until });
      const [first] = now;
      const others = last.changes.flatMap(({ quotes }) => quotes);
      if (first && hasWords(first.evidence, last, others)) {
        current++;
        if (first.act === last.act) ofItsAct++;
        else print(`  latest read as ${first.act}, is ${last.act}: ${first.evidence.text}`);
      } else print(`  latest ${side} ${topic} as of ${until}: ${first?.evidence.text ?? 'nothing'}`);
    }
  print(`changes found ${percent(wanted.length - missed.length, wanted.length)}`);
  print(`changes false ${percent(wrong.length, changes.length)}`);
  print(`latest right ${percent(current, asked)}`);
  print(`latest right and of its act ${percent(ofItsAct, asked)}`);
  return {
    found: wanted.length - missed.length,
    false: wrong.length,
    latest: current,
    latestOfItsAct: ofItsAct,
  };
}
