import type { App } from '../../src/app.ts';
import type { Evidence } from '../../src/domain/answer.ts';
import type { PositionChange } from '../../src/domain/position-change.ts';
import type { GoldChange, GoldPosition, GoldSaid } from './position-gold.ts';

const percent = (part: number, whole: number): string =>
  `${part}/${whole} = ${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;

/** Whether what was found has the words that were written down, or is a part of them. */
function hasWords(shown: Evidence, said: GoldSaid, others: readonly string[]): boolean {
  if (![said.article, ...said.also].includes(shown.article)) return false;
  return [said.quote, ...others].some((quote) => shown.text.includes(quote) || quote.includes(shown.text));
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
): Promise<void> {
  const { changes } = await app.changes();
  const wanted = gold.flatMap((position) =>
    position.said.flatMap((said) => said.changes.map((change) => ({ position, said, change }))),
  );
  const isFound = ({ position, said, change }: (typeof wanted)[number]): boolean =>
    changes.some((found) => isGold(found, position, said, change));
  const missed = wanted.filter((one) => !isFound(one));
  const wrong = changes.filter(
    (found) => !wanted.some(({ position, said, change }) => isGold(found, position, said, change)),
  );
  for (const { position, said, change } of missed)
    print(`  missed ${position.side} ${position.topic} ${said.on} ${change.kind}: ${said.quote}`);
  for (const { kind, side, topic, when, from, to } of wrong)
    print(`  false ${side} ${topic} ${when} ${kind}: ${from?.text ?? ''} → ${to.text}`);
  let asked = 0;
  let right = 0;
  for (const { side, topic, said } of gold)
    for (const until of askedOn) {
      const last = said.findLast(({ on }) => on <= until);
      if (last === undefined) continue;
      asked++;
      const { now } = await app.latest(side, topic, { until });
      const [first] = now;
      const others = last.changes.flatMap((change) => change.quotes);
      if (first && hasWords(first.evidence, last, others)) right++;
      else print(`  latest ${side} ${topic} as of ${until}: ${first?.evidence.text ?? 'nothing'}`);
    }
  print(`changes found ${percent(wanted.length - missed.length, wanted.length)}`);
  print(`changes false ${percent(wrong.length, changes.length)}`);
  print(`latest right ${percent(right, asked)}`);
}
