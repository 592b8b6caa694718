import { inOrder, meets } from '../../parties/mentions-in.ts';
import type { Mention } from '../../parties/name-patterns.ts';
import { countryAt } from '../../parties/read-country.ts';
import type { Country } from '../../parties/list-countries.ts';
import { isRelative } from '../../parties/roles/office-words.ts';
import type { SourceWords } from '../../parties/source-words.ts';
import { isEnglishWord } from '../../text/words/english-words.ts';
import { readTerms, type Term } from '../../text/words/words.ts';
import { AUXILIARIES, isAttitudeNoun, isAttitudeVerb, isRoleNoun } from './asking-words.ts';

/** More words before the verb tell a story. */
const MOST_WORDS = 5;
/** Whoever works for somebody, by whatever word: "her camp" is her campaign. */
const FOLLOWERS = /^(?:camp|campaign|team|people|aides?|staff|allies|supporters|backers)$/;
const ALL_OF_THEM = ['campaign', 'team', 'camp', 'aid', 'staff', 'alli', 'support'];

/** Words for a country that is no side, its own before those for its people and its seats. */
const waysOf = ({ names, adjectives, seats }: Country): string[][] =>
  [...names, ...adjectives, ...seats].map((name) => readTerms(name).map(({ stem }) => stem));

/** A part of a question: `[start, end)` of its terms. */
export interface Words {
  readonly start: number;
  readonly end: number;
}

/** Words that may name who speaks. */
export interface Subject extends Words {
  /** Whether an auxiliary opens them: "did the clerks". */
  readonly isOpened: boolean;
}

/** "What did Doe herself say": whoever it is. */
const REFLEXIVE = /^(?:him|her|it|one|them)sel(?:f|ves)$/;

/**
 * Words in which a question may name who speaks, the longest first: its verb's subject, who owns what was said, or who opens it.
 */
export function subjectsIn(terms: readonly Term[]): Subject[] {
  const word = (i: number): string => terms[i]?.word.toLowerCase() ?? '';
  const isPart = (i: number): boolean => (terms[i]?.content ?? false) || word(i) === 's';
  const found: Subject[] = [];
  terms.forEach((_, at) => {
    const opens = AUXILIARIES.has(word(at - 1)) || (word(at - 1) === 'the' && AUXILIARIES.has(word(at - 2)));
    const begins =
      at === 0 || (at === 1 && word(0) === 'the') || opens || /^(?:what|how|why)$/.test(word(at - 1));
    if (!begins || !isPart(at)) return;
    for (let end = at + 1; end <= at + MOST_WORDS; end++) {
      if (!isPart(end - 1)) break;
      const verb = REFLEXIVE.test(word(end)) ? end + 1 : end;
      const isVerb =
        isAttitudeVerb(terms[verb]?.stem ?? '') || (opens && /^(?:find|say|have)$/.test(word(verb)));
      const isOwner = word(end) === 's' && isAttitudeNoun(terms[end + 1]?.stem ?? '');
      const isTopic = !opens && /^(?:on|about)$/.test(word(end));
      if (isVerb || isOwner || isTopic) found.push({ start: at, end, isOpened: opens });
    }
    // Initials before what is asked: "pwu wages".
    if (at === 0 && !isEnglishWord(word(0))) found.push({ start: 0, end: 1, isOpened: false });
  });
  return found.toSorted((a, b) => b.end - b.start - (a.end - a.start));
}

/**
 * The mentions with that added of whom the question asks by words that sources of statements have: a body that nobody
 * listed, initials, "the critics". Who is known by name comes first.
 */
export function withSources(
  terms: readonly Term[],
  mentions: readonly Mention[],
  saidBy: SourceWords['saidBy'],
): Mention[] {
  const stemsOf = ({ start, end }: Words): string[] =>
    terms.slice(start, end).flatMap(({ stem, content }) => (content ? [stem] : []));
  for (const subject of subjectsIn(terms)) {
    // "Okafor's critics" is no question of what Okafor criticises.
    if (mentions.some((mention) => meets(mention, subject) && mention.end > subject.end)) continue;
    const inside = mentions.filter((mention) => mention.party.kind !== 'unknown' && meets(mention, subject));
    const isAll = inside.some(({ start, end }) => start <= subject.start && end >= subject.end);
    const rest = terms.slice(Math.max(subject.start, ...inside.map(({ end }) => end)), subject.end);
    const isOffice = inside.length > 0 && rest.every(({ stem, content }) => !content || isRoleNoun(stem));
    if (isAll || isOffice) continue;
    const stems = stemsOf(subject);
    if (stems.length === 0) continue;
    const head = terms[subject.end - 1]?.word.toLowerCase() ?? '';
    const country = countryAt(terms, terms[subject.start]?.content ? subject.start : subject.start + 1);
    // "Who do people expect to win": anybody's.
    const isOfSomebody = stems.length > 1 || head !== 'people';
    const ways =
      isOfSomebody && FOLLOWERS.test(head)
        ? ALL_OF_THEM.map((other) => [...stems.slice(0, -1), other])
        : country && country.length === stems.length
          ? [stems, ...waysOf(country.country)]
          : [stems];
    const heard = ways.find((way) => saidBy(way).length > 0);
    if (!heard) continue;
    const party = { kind: 'source' as const, id: heard.join(' ') };
    return inOrder([
      ...mentions.filter((mention) => !meets(mention, subject)),
      { party, ...subject, adjective: false },
    ]);
  }
  return mentions.map((mention) => kinOf(mention, terms, saidBy) ?? mention);
}

/** "Okafor's critics", where the articles have no more than "her critics": by that word, as long as none of them has a name. */
function kinOf(mention: Mention, terms: readonly Term[], saidBy: SourceWords['saidBy']): Mention | null {
  const before = terms[mention.start - 1]?.word.toLowerCase() ?? '';
  const isSubject = mention.start === 0 || AUXILIARIES.has(before) || /^(?:what|how|why)$/.test(before);
  const kin = terms.slice(mention.start, mention.end).find(isRelative);
  if (mention.party.kind !== 'unknown' || !isSubject || !kin) return null;
  const voices = saidBy([kin.stem]);
  const isUnnamed = voices.length > 0 && voices.every(({ speaker }) => speaker === null);
  return isUnnamed ? { ...mention, party: { kind: 'source', id: kin.stem } } : null;
}
