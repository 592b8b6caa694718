import { countArticles, type Evidence, type Reason } from '../domain/answer.ts';
import type { Reading } from '../domain/question.ts';
import type { Act } from '../domain/statement.ts';
import type { Directory } from '../parties/directory.ts';
import { partsOf } from '../parties/speakers/group-speakers.ts';

/**
 * "Did Doe ask for the release of prisoners?" is not answered with "yes" because she asks for something: of 7 in the files of
 * questions the four that were right had all that was asked, the three that were wrong 4, 14 and 36 % of it.
 */
const VERDICT_COVERED = 0.5;

const listed = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;

function inArticles(evidence: readonly Evidence[]): string {
  const articles = countArticles(evidence);
  return articles === 1 ? 'in 1 article' : `in ${articles} articles`;
}

/** Who says it: the speaker with the side, the side, or the sides that say it together. */
export function whoOf({ speaker, side, sides = [] }: Evidence): string | null {
  if (speaker === null && sides.length > 1) return listed(sides);
  return speaker === null ? side : side === null ? speaker : `${speaker} (${side})`;
}

/**
 * One line above the quotes, made of nothing but their statements: who does what in the best one, how many others agree with
 * it, and in how many articles. Null where the best is nobody's statement.
 *
 * @param evidence as shown, best first
 * @param isSaid whether the best has the very words of which it is asked who said them
 * @param covered how much of what is asked, from 0 to 1, the best has: with less than half there is no yes and no no
 */
export function headlineOf(
  evidence: readonly Evidence[],
  reading: Reading,
  { isSaid = false, covered = 1 }: { readonly isSaid?: boolean; readonly covered?: number } = {},
): string | null {
  const { kind, sides, speakers } = reading;
  const [best] = evidence;
  if (!best) return null;
  if (kind === 'two-sides') {
    const partyOf = ({ speaker, side }: Evidence): string | null => {
      if (speakers.length > 1) return speaker !== null && speakers.includes(speaker) ? speaker : null;
      return side ?? speaker;
    };
    const parties = [...new Set(evidence.flatMap((one) => partyOf(one) ?? []))];
    const parts = parties.map((party) => {
      const acts = evidence.flatMap((one) => (partyOf(one) === party && one.act ? [one.act] : []));
      return `${party} ${listed([...new Set(acts)])}`;
    });
    // What is said by nobody named may be said by both.
    const isOpen = evidence.some((one) => whoOf(one) === null && one.type !== 'narration');
    // Whoever speaks together with another is heard.
    const heard = new Set(evidence.flatMap(({ speaker }) => (speaker === null ? [] : partsOf(speaker))));
    const people = speakers.length > 1 ? speakers.filter((name) => partsOf(name).length === 0) : [];
    const silent = [...sides, ...people].filter(
      (party) => !isOpen && !parties.includes(party) && !heard.has(party),
    );
    const said = parts.length > 0 ? `${parts.join(' · ')}.` : null;
    return silent.length > 0 ? `${said ?? ''} Nothing found of ${listed(silent)}.`.trim() : said;
  }
  const who = whoOf(best);
  if (who === null) return null;
  // "The US and Russia agree".
  const isOfSeveral =
    best.speaker === null ? (best.sides ?? []).length > 1 : partsOf(best.speaker).length > 1;
  const does = (verb: string): string => (isOfSeveral ? verb.replace(/ies\b/, 'y').replace(/s\b/, '') : verb);
  if (kind === 'who-said')
    return `${who} ${does(isSaid ? 'says it' : 'comes closest')}, ${inArticles([best])}.`;
  if (best.act === null) return null;
  const same = evidence.filter((one) => whoOf(one) === who && one.act === best.act);
  const isCovered = covered >= VERDICT_COVERED;
  const isAsked = kind === 'yes-no' && isCovered;
  const verdict = isAsked ? verdictOf(evidence, reading) : '';
  // What is near may be about something else: no more is claimed of it than its act.
  const isAbout = verdict !== '' || (isAsked && CONTRARY.has(best.act));
  const speaks = isCovered ? 'speaks of it' : 'comes closest';
  const act = best.act === 'states' ? speaks : isAbout ? `${best.act} it` : best.act;
  return `${verdict}${who} ${does(act)}, ${inArticles(same)}.`;
}

/** Acts that say no to what is asked with another. */
const CONTRARY: ReadonlySet<Act> = new Set(['rejects', 'denies']);
/** Asked with a negation, or after a refusal, yes and no change places: neither is said. */
const NEGATION = /\b(?:not|never|no|nothing|nobody|without|neither)\b|n[’']?t\b/i;

/** "Yes: ", "No: " or "Both: ", as far as the acts that are shown bear it; empty where they tell nothing. */
function verdictOf(evidence: readonly Evidence[], { act, question }: Reading): string {
  const [best] = evidence;
  if (!best || act === null || CONTRARY.has(act) || NEGATION.test(question)) return '';
  // Who warns of one thing and rejects another says yes to the first, not both.
  const isOfBest = (one: Evidence): boolean =>
    one.topics.length === 0 || best.topics.length === 0 || one.topics.some((id) => best.topics.includes(id));
  const ofBest = evidence.filter((one) => whoOf(one) === whoOf(best) && isOfBest(one));
  const isYes = ofBest.some((one) => one.act === act);
  const isNo = ofBest.some((one) => one.act !== null && CONTRARY.has(one.act));
  if (isYes && isNo) return 'Both: ';
  if (best.act === act) return 'Yes: ';
  return best.act !== null && CONTRARY.has(best.act) ? 'No: ' : '';
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
