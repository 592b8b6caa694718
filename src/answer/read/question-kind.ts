import type { QuestionKind } from '../../domain/question.ts';
import { stemOf, type Term } from '../../text/words/words.ts';
import { AUXILIARIES, asksForSaying, isAttitudeVerb } from './asking-words.ts';

/** What nobody asks of articles: greetings, thanks, and what is asked of the bot itself. */
const SMALL_TALK =
  /^(?:hi|hello|hey|yo|sleep well|see (?:you|ya)(?: later| soon)?|thanks?(?: you)?|thx|ty|cheers|good (?:morning|afternoon|evening|night|bot)|bye|ok(?:ay)?|cool|nice|great|lol|test(?:ing)?|ping|help|how are you|how(?:'s| is) it going|what(?:'s| is|s) (?:up|new|this|that|going on|happening)|wh?at do(?: you|es (?:it|this(?: bot| thing)?)) do|sup)(?:[\s,!.]+(?:there|all|bot|parley|today|please|everyone|sleep well|thanks?|thank you|bye))*\W*$/i;
const OF_THE_BOT =
  /\b(?:who|what|how) (?:are|can|do|did|were|would|could|should|does|is) (?:you|u|this bot|the bot|parley)\b(?! (?:think|know)\b.*\b(?:about|of|on)\b.{6})|\bare (?:you|u) (?:a|an|the|human|real|there|ok|sure|alive|chatgpt|ai)\b|\b(?:your|ur) (?:name|purpose|sources?|source code|prompt|instructions?|owner|creator|developer)\b|\bhow (?:do|can|should) i (?:use|ask|work|talk|start)\b/i;

/** Both, each, and what two do to each other. */
const OF_BOTH =
  /\b(?:(?:both|each|either|two|all) (?:of )?(?:the )?(?:sides?|parties|delegations?|countries|camps?|negotiators)|(?:the )(?:two )?(?:sides|parties))\b|\bwho (?:blames?|accuses?|wants?|threatens?|opposes?|supports?) (?:whom|who|what)\b|(?<!\bwho )(?<!\bwhat (?:did|does|do|has|have|had) (?:[\p{L}'.-]+ ){1,4}?)\bcompar(?:e|ed|ing|ison)\b|\bdiffer(?:s|ences?|ent)?\b|\bdisagree(?:ments?|s|d)?\b|\bwho (?:said|says|wants|offers|demands) what\b|\beach (?:other|side)\b|\b(?:versus|vs)\b/iu;

const WHO =
  /^(?:and |so |but )?(?:who(?!\s*(?:is|'s|are|was|were)\b)|whose|which (?:side|party|person|politician|official|minister|delegation|country|analyst|expert|union|company))\b/i;
/** "Who said that?" behind or before the words in question. */
const WHO_SAID =
  /\bwho (?:(?:in|from|on|of|at|among) (?:[\p{L}.'-]+ ){1,4}?)?(?:was it (?:that|who) )?(?:has |have |had |first |actually |really |even )*(?:said|says|say|told|tells|claimed|claims|stated|wrote|suggested|proposed|came up with)\b|^which (?:[\p{L}.-]+(?:'s)? ){1,4}(?:said|says|told|claimed|claims|stated)\b|\bwhose (?:words|quote|line|idea|proposal|statement)\b|\bby whom\b|\bwho(?:'s| is) (?:the quote|that quote|quoted)\b/iu;
const WHO_IS =
  /^(?:and |so |but )?(?:who(?:'s| is| are| was| were|s)\b(?! (?:saying|asking|demanding|offering|blaming|threatening|willing|ready|against|for|in favou?r|to \p{L}+)\b)|what is .{2,40}'s (?:role|job|title|office|position in)\b)/iu;
/** "Who leads the delegation": it is told where they are introduced. */
const WHO_LEADS =
  /^(?:and |so |but )?who (?:leads?|led|heads?|headed|chairs?|chaired|represents?|represented|(?:speaks?|spoke|negotiates?|negotiated|bargains?|bargained|(?:takes?|took) part) for|attended|took part|participated)\b/i;
const LATEST =
  /\b(?:now|latest|newest|newer|currently|current|nowadays|today|(?:most|more) recent(?:ly)?|last(?: offer| position| word| proposal| demand| statement)|at the moment|so far|still|these days|as of|on the table|final offer|recently)\b/i;

/** Verbs of whoever puts something in words of their own: "who likened it to a siege". */
const NAMING = new Set(['compare', 'liken', 'label', 'brand', 'dub', 'portray', 'depict'].map(stemOf));

/** Whether the newest is asked for. */
export function asksForLatest(clause: string): boolean {
  return LATEST.test(clause);
}

/** Whether a word only sets two beside each other: what is asked of both stands elsewhere. */
export function isComparing(word: string): boolean {
  return /^(?:compar(?:e|ed|ing|isons?)|differ(?:s|ed|ences?|ent)?|vs|versus)$/i.test(word);
}

const GROUP = new Set(
  'team delegation side camp group party member negotiator representative leader head chief lead chair represent boss'
    .split(' ')
    .map(stemOf),
);

/** Asks who came, whatever the group is called: "who was there for Norland". */
const PRESENT =
  /\b(?:there|present|attend(?:s|ed|ing)?|(?:take|takes|took|taking) part|participat(?:e|es|ed|ing))\b/i;

/** Whether it is asked who is in a group, or leads it, and not what one of them is. */
export function asksForGroup(clause: string, terms: readonly Term[]): boolean {
  return PRESENT.test(clause) || terms.some(({ stem }) => isOfGroup(stem));
}

/** Whether a word only says among whom somebody is looked for: "who is in the team", "who leads the delegation". */
export function isOfGroup(stem: string): boolean {
  return GROUP.has(stem);
}

/** Whether a word sets somebody apart from those asked about: "besides", "other" of "other than". */
export function isExcepting(word: string): boolean {
  return /^(?:besides?|except|excluding|other|apart|aside)$/i.test(word);
}

/** Whether the question is talk, or about the bot itself. */
export function isAboutTheBot(clause: string): boolean {
  return SMALL_TALK.test(clause.trim()) || OF_THE_BOT.test(clause);
}

/** Whether both sides' words are asked for, whoever is named. */
function asksForBoth(clause: string): boolean {
  return OF_BOTH.test(clause);
}

/**
 * What kind of question it is.
 *
 * @param terms of the clause
 * @param asked how many are asked for their words
 */
export function questionKind(clause: string, terms: readonly Term[], asked: number): QuestionKind {
  if (WHO_SAID.test(clause)) return 'who-said';
  if (asksForBoth(clause) || asked > 1) return 'two-sides';
  if (WHO_IS.test(clause) || WHO_LEADS.test(clause)) return 'who-is';
  if (AUXILIARIES.has(terms[0]?.word.toLowerCase() ?? '')) return 'yes-no';
  // "Who does Doe think is to blame": Doe's words, of somebody.
  const isOfWho = WHO.test(clause) && !(asked > 0 && AUXILIARIES.has(terms[1]?.word.toLowerCase() ?? ''));
  if (isOfWho && terms.some(({ stem }, i) => i > 0 && i < 4 && (isAttitudeVerb(stem) || NAMING.has(stem))))
    return 'who-said';
  if (asked > 0 || asksForSaying(terms)) return 'said';
  return 'fact';
}
