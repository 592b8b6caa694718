import { stemOf } from '../../text/words/words.ts';

/** What a word of a statement stands for, as far as its act goes. */
export interface ActWord {
  /** Stem; `OWN` and `OTHER` for the speaker's and another party, `NAME` for any other name, `NUMBER` for figures. */
  readonly stem: string;
  /** Clauses are counted from 0; a full stop, a semicolon or a "but" opens the next. */
  readonly clause: number;
}

/** Names of the speaker's own side and of the others, by their first word, folded; longest first. */
export type PartyNames = ReadonlyMap<
  string,
  readonly { readonly words: readonly string[]; readonly side: string }[]
>;

/** Reading goes no further: the first sentences show what a statement is for, and the work stays bounded. */
const CHARACTERS_READ = 1200;
const WORDS_READ = 60;
const PIECE = /\p{L}[\p{L}\p{N}'-]*(?:\.\p{L})*|\p{N}[\p{N}.,]*|[.;:!?,%]/gu;
const NEXT_CLAUSE = new Set(['but', 'while', 'although', 'though', 'whereas', 'yet', 'however', 'and', 'who', 'which', 'adding', 'saying']); // prettier-ignore
/** Small words that begin a sentence with a capital and are no names. */
const BEGINNINGS = new Set(
  (
    'a about all also an and any anyone are as at be both but by can could do does each every everything for from had has have he ' +
    'her his how however i if in is it its let many may more most much must my neither never no nobody none not nothing now of on one ' +
    'only or our she should since so some such that the their then there these they this those to unless until we what when where ' +
    'which who why will with without would yes you your'
  ).split(' '),
);
const AFTER_APOSTROPHE: ReadonlyMap<string, string> = new Map([
  ['ll', 'will'],
  ['re', 'are'],
  ['ve', 'have'],
  ['d', 'would'],
  ['m', 'am'],
]);

/** The word in its full forms: "won't" → will, not; "we'll" → we, will; "Iran's" → iran. */
function fullForms(word: string): readonly string[] {
  if (word === 'cannot' || word === "can't") return ['can', 'not'];
  if (word === "won't") return ['will', 'not'];
  if (word.endsWith("n't")) return [word.slice(0, -3), 'not'];
  const at = word.indexOf("'");
  if (at < 0) return [word];
  const ending = AFTER_APOSTROPHE.get(word.slice(at + 1));
  return ending === undefined ? [word.slice(0, at)] : [word.slice(0, at), ending];
}

const fold = (word: string): string =>
  word.includes('.') ? word.toLowerCase().replaceAll('.', '') : word.toLowerCase();

/** Prepares the names of sides for {@link readActWords}. */
export function readPartyNames(names: Iterable<readonly [side: string, name: string]>): PartyNames {
  const found = new Map<string, { words: string[]; side: string }[]>();
  for (const [side, name] of names) {
    const words = (name.match(PIECE) ?? []).map(fold).filter((word) => word !== 'the');
    const [first] = words;
    if (first === undefined) continue;
    const list = [...(found.get(first) ?? []), { words, side }];
    found.set(
      first,
      list.toSorted((a, b) => b.words.length - a.words.length),
    );
  }
  return found;
}

/**
 * The words of a cue or content.
 *
 * @param side the speaker's side; null for none
 * @param inside whether the words go on with a sentence, so that a capital at the beginning makes a name
 */
export function readActWords(text: string, side: string | null, names: PartyNames): ActWord[] {
  const pieces = text.slice(0, CHARACTERS_READ).replaceAll('’', "'").match(PIECE) ?? [];
  const words: ActWord[] = [];
  let clause = 0;
  let opens = true;
  for (let i = 0; i < pieces.length && words.length < WORDS_READ; i++) {
    const piece = pieces[i] ?? '';
    const first = piece.charCodeAt(0);
    if (first < 64 && !(first >= 48 && first <= 57)) {
      if (piece === '%') words.push({ stem: '%', clause });
      opens = piece !== ',' && piece !== '%';
      if (opens && piece !== ':' && words.length > 0) clause++;
      continue;
    }
    if (first >= 48 && first <= 57) {
      words.push({ stem: 'NUMBER', clause });
      opens = false;
      continue;
    }
    const lower = fold(piece);
    const bare = lower.endsWith("'s") ? lower.slice(0, -2) : lower;
    const party = names
      .get(bare)
      ?.find((name) => name.words.every((word, k) => k === 0 || fold(pieces[i + k] ?? '') === word));
    const capital = piece.charAt(0) !== lower.charAt(0);
    if (party && (capital || party.words.length > 1 || party.words[0] !== 'us')) {
      words.push({ stem: party.side === side ? 'OWN' : 'OTHER', clause });
      i += party.words.length - 1;
      opens = false;
      continue;
    }
    const name =
      capital &&
      bare !== 'i' &&
      !(opens && (BEGINNINGS.has(fullForms(lower)[0] ?? '') || lower.endsWith('ing')));
    opens = false;
    if (name) {
      if (words.at(-1)?.stem !== 'NAME') words.push({ stem: 'NAME', clause });
      continue;
    }
    if (NEXT_CLAUSE.has(lower) && words.length > 2 && (lower === 'but' || pieces[i - 1] === ',')) clause++;
    for (const form of fullForms(lower)) if (form !== '') words.push({ stem: stemOf(form), clause });
  }
  return words;
}
