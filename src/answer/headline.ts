import { countArticles, type Evidence, type Reason } from '../domain/answer.ts';
import type { Reading } from '../domain/question.ts';
import type { Directory } from '../parties/directory.ts';

const listed = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;

function inArticles(evidence: readonly Evidence[]): string {
  const articles = countArticles(evidence);
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

/** So many of those who do speak are named where nobody of a name does. */
const NAMED = 4;

/** What is said in place of an answer: what was not found or not known. It speaks for what was searched, never for the articles. */
export function refusalOf(
  reason: Reason,
  { unknown, sides, speakers }: Reading,
  { said, sidesHeard }: Pick<Directory, 'said' | 'sidesHeard'>,
): string {
  if (reason === 'not-english') return 'The articles are in English: please ask in English.';
  if (reason === 'about-the-bot')
    return 'I find who said what in these articles: ask what somebody said about something, or who said it.';
  const asked = [...speakers, ...sides];
  if (reason === 'nothing-found')
    return asked.length === 0 ? 'I found nothing on this.' : `I found nothing on this by ${listed(asked)}.`;
  const silent = [
    ...unknown,
    ...speakers.filter((name) => !said.has(name)),
    ...sides.filter((id) => !sidesHeard.has(id)),
  ];
  const loudest = [...said].toSorted(([, a], [, b]) => b.statements - a.statements).slice(0, NAMED);
  const others = loudest.map(([name]) => name).join(', ');
  return `I found nobody called ${listed(silent)} who speaks in these articles${others === '' ? '' : `; those who do: ${others}`}.`;
}
