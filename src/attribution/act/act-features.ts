import { voteByRules } from './vote-by-rules.ts';
import { readActWords, type ActWord, type PartyNames } from './act-words.ts';

/** What an act is read from. */
export interface ActEvidence {
  readonly cue: string;
  readonly content: string;
  /** The words that name the speaker; empty where none stand there. */
  readonly source: string;
  /** The speaker's side; null for those who speak for none. */
  readonly side: string | null;
  /** Names of that side. */
  readonly own: readonly string[];
}

/** Stems of cues that tell only that something was said: what is done with it shows in the content. */
const PLAIN = new Set('say tell ad add announc state declar write note accord report explain repli respond tweet post comment speak talk stress argu continu conclud emphas reiter indic make clear insist statement ask repeat maintain believ think remark describ'.split(' ')); // prettier-ignore
/** Stems that leave a plain cue plain. */
const LITTLE = new Set('to in a an the also ha had have be wa been that it later then again of on at by with not he she they we i him her them NAME OWN OTHER NUMBER monday tuesday wednesday thursday friday saturday sunday todai yesterdai for'.split(' ')); // prettier-ignore
const MODAL = new Set('will would shall can could mai might must should ought need is am ar wa were be been do doe did ha had have want wish intend plan readi prepar will abl unabl refus'.split(' ')); // prettier-ignore
const SKIP = new Set('also now still simpli just ever alreadi alwai onli realli full fulli certainli again therefor to be have go'.split(' ')); // prettier-ignore
const NEGATIONS = new Set(['not', 'never', 'no', 'nor', 'neither', 'none']);
const WE = new Set(['we', 'i', 'our', 'us', 'my']);
const THEY = new Set(['he', 'she', 'thei', 'it', 'their', 'hi', 'her']);
const HEAD_WORDS = 9;
const OPENING_WORDS = 5;

/** Who does what a verb says, by the word that stands before it. */
function subjectOf(words: readonly ActWord[], at: number): string {
  for (let i = at - 1; i >= 0 && i >= at - 4; i--) {
    const stem = words[i]?.stem ?? '';
    if (SKIP.has(stem)) continue;
    if (WE.has(stem)) return 'we';
    if (THEY.has(stem)) return 'they';
    if (stem === 'OWN' || stem === 'OTHER' || stem === 'NAME') return stem;
    if (
      stem === 'you' ||
      stem === 'there' ||
      stem === 'who' ||
      stem === 'thi' ||
      stem === 'that' ||
      stem === 'no'
    )
      return stem;
    return 'noun';
  }
  return at === 0 ? 'begin' : 'noun';
}

/** The subject that the content opens with. */
function openingOf(words: readonly ActWord[]): string {
  const first = words[0]?.stem === 'that' ? words[1]?.stem : words[0]?.stem;
  if (first === undefined) return 'none';
  if (WE.has(first)) return 'we';
  if (THEY.has(first)) return 'they';
  if (first === 'OTHER' && words.slice(1, OPENING_WORDS).some(({ stem }) => stem === 'OWN')) return 'both';
  if (first === 'OWN' || first === 'OTHER' || first === 'NAME' || first === 'to') return first;
  if (words.slice(1, OPENING_WORDS).some(({ stem }) => stem === 'OWN')) return 'own-near';
  if (words.slice(1, OPENING_WORDS).some(({ stem }) => stem === 'OTHER')) return 'other-near';
  return 'noun';
}

/** A feature by its parts: what it is of, then words. None has a space in it. */
export type ActFeature = readonly string[];

/** What the features that name a rule begin with. */
export const BY_RULE = 'rr';

/** What a statement shows. */
export interface ActFeatures {
  /** One list a kind; features of one kind share its weight: each counts n^-1/4. */
  readonly kinds: readonly (readonly ActFeature[])[];
  /** Who does what the content tells: `we`, `they`, `OWN`, `OTHER` party, `both`, another `NAME`, a `noun` … */
  readonly opening: string;
}

/**
 * The features of a statement: words and word pairs of the cue; words, pairs and verb groups (who, modal, negated, verb) of the
 * content, its first clause apart from the rest; who speaks;
 * what the rules vote for, and which of them. One list a kind.
 *
 * @param without ids of rules left out, to see what each gains
 */
export function actFeaturesOf(
  { cue, content, source, side, own }: ActEvidence,
  names: PartyNames,
  without?: ReadonlySet<string>,
): ActFeatures {
  const cueWords = readActWords(cue, side, names);
  const words = readActWords(content, side, names);
  const cueSingle: ActFeature[] = [];
  const cuePairs: ActFeature[] = [];
  let plain = true;
  let negation = false;
  cueWords.forEach(({ stem }, i) => {
    if (!PLAIN.has(stem) && !LITTLE.has(stem)) plain = false;
    cueSingle.push([negation ? 'q!' : 'q', stem]);
    cuePairs.push(['qq', cueWords[i - 1]?.stem ?? '^', stem]);
    if (NEGATIONS.has(stem)) negation = true;
  });
  const last = cueWords.at(-1)?.stem ?? '^';
  const first = words[0]?.stem ?? '';
  const second = words[1]?.stem ?? '';
  const joint = [
    ['j', last, first],
    ['j', last, first, second],
  ];
  if (!plain) joint.push(['b', first], ['b', first, second]);

  const place = plain ? 'p' : 'c';
  const opening = openingOf(words);
  const sided = side === null ? 'none' : 'side';
  const frame = [
    ['o', place, opening],
    ['o', place, sided],
    ['o', place],
  ];
  const single: ActFeature[] = [];
  const pairs: ActFeature[] = [];
  const head: ActFeature[] = [];
  const later: ActFeature[] = [];
  const verbs: ActFeature[] = [];
  const groups: ActFeature[] = [];
  const [inFirst, inLater, ofGroup] = [`${place}1`, `${place}2`, `${place}g`];
  words.forEach(({ stem, clause }, i) => {
    const next = words[i + 1]?.clause === clause ? words[i + 1]?.stem : undefined;
    const third = words[i + 2]?.clause === clause ? words[i + 2]?.stem : undefined;
    if (clause > 0) {
      later.push([inLater, stem]);
      if (next !== undefined) later.push([inLater, stem, next]);
    } else {
      single.push([inFirst, stem]);
      if (next !== undefined) pairs.push([inFirst, stem, next]);
      if (plain && next !== undefined && third !== undefined) pairs.push(['p1', stem, next, third]);
      if (plain && i < HEAD_WORDS) head.push(['h', stem], ['h', opening, stem]);
    }
    if (!MODAL.has(stem)) return;
    let not = '';
    let k = i + 1;
    for (; k < words.length && k < i + 6; k++) {
      const after = words[k]?.stem ?? '';
      if (NEGATIONS.has(after)) not = '!';
      else if (!SKIP.has(after)) break;
    }
    const verb = words[k]?.stem ?? '';
    const who = subjectOf(words, i);
    const scope = clause > 0 ? 'g2' : ofGroup;
    groups.push([scope, stem + not, verb], [scope, who, stem + not], [scope, who + not, verb]);
    if (plain && not === '') verbs.push(['v', verb]);
  });
  const speaker: ActFeature[] =
    source === '' ? [['s']] : readActWords(source, side, names).map(({ stem }) => ['s', stem]);
  const vote = voteByRules(cue, content, own, without);
  const votes = [
    ['r', vote.act],
    ['r', vote.act, sided],
  ];
  const fired = [
    [BY_RULE, vote.by],
    [BY_RULE, vote.by, place],
    [BY_RULE, vote.by, opening],
  ];
  return {
    kinds: [
      votes,
      cueSingle,
      cuePairs,
      joint,
      frame,
      single,
      pairs,
      head,
      later,
      verbs,
      groups,
      speaker,
      fired,
    ],
    opening,
  };
}
