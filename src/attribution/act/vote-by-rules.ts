import type { Act } from '../../domain/statement.ts';
import { type ActRule, CUE_RULES } from './act-rules.ts';
import { CONTENT_RULES } from './content-rules.ts';
import { STEP_RULES } from './step-rules.ts';

const RULES = [...CONTENT_RULES, ...STEP_RULES];
/** The rules' names in their order, which decides between two at one place. */
export const RULE_IDS: readonly string[] = [...CUE_RULES, ...RULES].map(({ id }) => id);
/** What else a vote may come by. */
const BY = { charge: 'charge', deed: 'deed', insist: 'insist', nothing: '-' } as const;
/** All that a vote may come by. */
export const VOTERS: ReadonlySet<string> = new Set([...RULE_IDS, ...Object.values(BY)]);
const NONE: ReadonlySet<string> = new Set();

/** Rules look no further: a quotation's first sentences show what it is for, and the work stays bounded. */
const CHARACTERS_READ = 1200;
/** So much of the content belongs to the cue: "declined | to comment". */
const OBJECT_CHARACTERS = 16;
/** A new clause of the reporter's sentence, with another verb of its own. */
const NEXT_CLAUSE =
  /[.;!?](?:\s|$)|,? (?:and|but)(?: also| then| that)? (?:is|are|was|were|has|have|had|will|would|can|could|should|may|does|did)\b|, (?:but|while|although|though|whereas|yet|adding)\b/;
/** The content repeats somebody's charge: rejecting that is denying. */
const CHARGE =
  /^(?:any |all |the |these |such |as \w+ )*(?:[\w-]+ )?(?:claims?|accusations?|allegations?|charges?|reports?|suggestions?|rumou?rs|criticism)\b/;
/** "we did not violate …": past deeds that one is blamed for. */
const PAST_DEED =
  /\b([\w'. ]{1,40}?) (?:did not|didn't|had not|hadn't|have not|haven't|has not|hasn't|has never|have never|had never|never) (?:violat|br[eo]k|attack|invad|bomb|shoot|shot|kill|cheat|interfer|hack|meddl|threaten|target|provok|steal|stol|breach|lie[d]?\b|spread|us(?:e|ed) (?:force|chemical)|supply|supplied)/;

/** Without one of these there is no past deed: a look before the long one. */
const NOT_DONE = /\bnot |n't |never /;

/** A cue with one may hold the beginning of what is said. */
const AUXILIARY = /\b(?:is|are|was|were|be|not|will|would|has|have|had|clear)\b|n't\b/;

const fold = (words: string): string =>
  words
    .slice(0, CHARACTERS_READ)
    .replace(/[’‘]/g, "'")
    .replace(/["“”„«»]/g, '')
    .replace(/\s{2,}|[^\S ]/g, ' ')
    .toLowerCase()
    .trim();

const foldedNames = new WeakMap<readonly string[], readonly string[]>();

/** The names of a side, which come again with each of its statements, folded once. */
function foldAll(names: readonly string[]): readonly string[] {
  const known = foldedNames.get(names);
  if (known) return known;
  const folded = names.map(fold);
  foldedNames.set(names, folded);
  return folded;
}

/** Whether the content denies a deed that the speaker, or the speaker's side, is blamed for. */
function deniesDeed(content: string, own: readonly string[]): boolean {
  const subject = NOT_DONE.test(content) ? (PAST_DEED.exec(content)?.[1]?.trim() ?? '') : '';
  return /(?:^|\s)(?:we|i|it|he|she|they)$/.test(subject) || own.some((name) => subject.endsWith(name));
}

/** A side that is named as who acts is the "it" of the rules: "the Union also accepts". */
function asOwn(content: string, own: readonly string[]): string {
  const words = content.replace(/^the /, '');
  const name = own.filter((one) => words.startsWith(`${one} `)).toSorted((a, b) => b.length - a.length)[0];
  return name === undefined ? content : `it${words.slice(name.length)}`;
}

/** The rule that the cue shows. It may need the beginning of the content, but never find all of its match there. */
function ruleOfCue(cue: string, content: string, without: ReadonlySet<string>): ActRule | undefined {
  if (cue === '') return undefined;
  const joined = `${cue} ${content.slice(0, OBJECT_CHARACTERS)}`;
  return CUE_RULES.find(
    ({ id, pattern }) => !without.has(id) && (pattern.exec(joined)?.index ?? Infinity) < cue.length,
  );
}

/** What the rules say of a statement. */
export interface Vote {
  readonly act: Act;
  /** The `id` of the rule that did, or what else decided: one of `VOTERS`. */
  readonly by: string;
}

/**
 * What the tables of `act-rules.ts`, `content-rules.ts` and `step-rules.ts` say; `states` where no rule speaks. Features among
 * others: how far each rule is to be trusted is learned, but for those that `act-weights.json` names as `unlearned`, whose vote
 * counts by its act alone.
 *
 * @param own names of the speaker's side: "Iran had not …" said by Iran denies
 * @param without ids of rules left out, to see what each gains
 */
export function voteByRules(
  cue: string,
  content: string,
  own: readonly string[],
  without: ReadonlySet<string> = NONE,
): Vote {
  const cueWords = fold(cue);
  const names = foldAll(own);
  const words = asOwn(fold(content).replace(/^that /, ''), names);
  const byCue = ruleOfCue(cueWords, words, without);
  if (byCue?.act === 'rejects' && CHARGE.test(words)) return { act: 'denies', by: BY.charge };
  if (byCue) return { act: byCue.act, by: byCue.id };
  if (deniesDeed(words, names)) return { act: 'denies', by: BY.deed };

  const firstClause = NEXT_CLAUSE.exec(words)?.index ?? words.length;
  // The cue may hold the beginning of what is said ("made clear it would not | accept").
  const read = AUXILIARY.test(cueWords) ? `${cueWords} ${words}` : words;
  const shift = read.length - words.length;
  let act: Act = /\binsist/.test(cueWords) ? 'demands' : 'states';
  let by: string = act === 'states' ? BY.nothing : BY.insist;
  let first = Infinity;
  for (const rule of RULES) {
    if (without.has(rule.id)) continue;
    const found = read.search(rule.pattern);
    if (found < 0 || found >= first || (rule.weak && found - shift >= firstClause)) continue;
    first = found;
    act = rule.act;
    by = rule.id;
  }
  return { act, by };
}
