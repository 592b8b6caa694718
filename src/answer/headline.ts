import type { Evidence } from '../domain/answer.ts';
import type { Reading } from '../domain/question.ts';

const listed = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;

function inArticles(evidence: readonly Evidence[]): string {
  const articles = new Set(evidence.map(({ article }) => article)).size;
  return articles === 1 ? 'in 1 article' : `in ${articles} articles`;
}

/** Who says it: the speaker with the side, or the side. */
function whoOf({ speaker, side }: Evidence): string | null {
  return speaker === null ? side : side === null ? speaker : `${speaker} (${side})`;
}

/**
 * One line above the quotes, made of nothing but their statements: who does what in the best one, how many others agree with
 * it, and in how many articles. Null where the best is nobody's statement.
 *
 * @param evidence as shown, best first
 */
export function headlineOf(evidence: readonly Evidence[], { kind, sides }: Reading): string | null {
  const [best] = evidence;
  if (!best) return null;
  if (kind === 'two-sides') {
    const parties = [...new Set(evidence.flatMap(({ side }) => side ?? []))];
    const parts = parties.map((party) => {
      const acts = [...new Set(evidence.flatMap(({ side, act }) => (side === party && act ? [act] : [])))];
      return `${party} ${listed(acts)}`;
    });
    const silent = sides.filter((side) => !parties.includes(side));
    const said = parts.length > 0 ? `${parts.join(' · ')}.` : null;
    return silent.length > 0 ? `${said ?? ''} Nothing found of ${listed(silent)}.`.trim() : said;
  }
  const who = whoOf(best);
  if (who === null || best.act === null) return null;
  const same = evidence.filter((one) => whoOf(one) === who && one.act === best.act);
  return `${who} ${best.act === 'states' ? 'states it' : `${best.act}${kind === 'yes-no' ? ' it' : ''}`}, ${inArticles(same)}.`;
}
