import { actOfWord } from '../../domain/said/act-of-word.ts';
import type { Act, StatementType } from '../../domain/statement.ts';
import { isStopWord, stemOf } from '../../text/words/words.ts';

const WORD = /[\p{L}\p{N}]+(?:['’]\p{L}+)?/gu;
/** Who acts: in somebody's own words "they" are others, in a reporter's they may be who speaks. */
const SPEAKERS = /^(?:we|i)$/i;
const ANYBODY = /^(?:we|i|he|she|they|it)$/i;
/** "Our offer stands": whose it is. */
const OUR = /^(?:our|my)$/i;
const THEIR = /^(?:its|their|his|her)$/i;
const STANDS = /^(?:is|are|was|were|remains?|remained|stands?|stood)$/i;
/** Behind these, the word names a thing: "the offer". */
const NAMING =
  /^(?:the|an?|this|that|these|those|their|its|our|his|her|my|your|any|no|each|every|of|on|to)$/i;
/** Behind "its" and "her", and no other's: the side, where others tell it. */
const BODY =
  /^(?:government|ministry|country|cabinet|delegation|administration|army|side|party|team|company|union|city|board)$/i;
const NOT = /^(?:not|never|cannot|neither|hardly|\p{L}+n['’]t)$/iu;
/** "She said the owners accept": whoever says it is not who does it. */
const SAYS = /^(?:said|says|say|told|tells|added|adds)$/i;
const WILL = /^(?:will|would|shall|won['’]t|wouldn['’]t)$/i;
const CANNOT = /^(?:cannot|can['’]t|couldn['’]t)$/i;
const CAN = /^(?:can|could)$/i;
const SHORTENED = /['’](?:ll|d)$/;
const NOBODY = /^(?:nobody|none|nothing)$/i;
const ADVERB = /^(?:now|also|soon|then|still|even|only|again|first|\p{L}+ly)$/iu;
const GIVES = /^(?:let|give|take)$/i;
/** What is no deed, and nothing that one has in hand. */
const STATE =
  /^(?:know|need|want|leave|like|think|believe|hope|win|lose|remain|stay|continue|wait|find|hear|feel|learn|understand|love|prefer)$/i;
/** "We would keep out", "we will step aside" give nothing. */
const ASIDE = /^(?:out|away|aside|quiet|silent)$/i;
/** Forms that are nothing but the name of a thing: "the district's existing proposal". */
const NO_DEED =
  /^(?:proposals?|suggestions?|concessions?|requirements?|rejections?|refusals?|objections?|opposition|insistence|threats?|warnings?|consequences?|retaliation|denials?|conditions?)$/;
/** Verbs that bring in what is so, and what one holds to be so. */
const TELLS = /^(?:acknowledg|admit|recogni[sz]|concur|suggest|insist)/;
/** "What I want", "everything it needs", "as much as we want": nothing is asked for. */
const RELATIVE = /^(?:what|whatever|everything|anything|all|which|as)$/i;
const THAT = /^that$/i;
/** Words before who acts that may say it is not so: "I don't think we need", "no strike that I wanted". */
const BEFORE_ACTOR = 4;
/** Words between who acts and what they do: "is now", "can also". */
const MOST_BETWEEN = 3;

/** A statement's words without who says them and to whom, and whose they are. */
export interface OwnWords {
  readonly text: string;
  readonly type: StatementType;
}

/** Those words one by one, with who acts in them. */
type ActorsOfWords = ReturnType<typeof readActors>;

/** Whether a stem is of a name of the side or its people. */
export type IsOwnName = (stem: string) => boolean;

/**
 * The act that a statement's own words tell, whatever was read of it: "we", "it" or a name of the side stands right before
 * a word of one. What is not offered or agreed to is rejected. Null where there is none, or it is said not to be done.
 */
export function readOwnAct({ type, words, owned, actorBefore }: ActorsOfWords): Act | null {
  for (const [i, word] of words.entries()) {
    const form = word.toLowerCase();
    // "Will" has the stem of "willing".
    const act = isStopWord(form) ? undefined : actOfWord(stemOf(form), words[i + 1]);
    if (act === undefined) continue;
    if (owned.test(words[i - 1] ?? '') && isHeld(words, i)) return act;
    if (NAMING.test(words[i - 1] ?? 'the')) continue;
    const at = actorBefore(i);
    if (NO_DEED.test(form) || isTold(form, words[i + 1]) || isUnasserted(words, at)) continue;
    if (at === -1 || words.slice(at + 1, i).some((one) => SAYS.test(one) || THAT.test(one))) continue;
    // "The paper states that Norland wants …", said by Norland.
    if (type === 'direct' && THAT.test(words[at - 1] ?? '') && !SPEAKERS.test(words[at] ?? '')) continue;
    if (!words.slice(at + 1, i).some((one) => NOT.test(one))) return act;
    return act === 'offers' || act === 'agrees' ? 'rejects' : null;
  }
  return null;
}

/** "Our offer stands", "she stood by her demand". */
function isHeld(words: readonly string[], held: number): boolean {
  return (
    words.slice(held + 1, held + 1 + MOST_BETWEEN).some((one) => STANDS.test(one)) ||
    /^(?:st(?:an|oo)ds?|sticks?|stuck|keeps?|kept|holds?|held) (?:by|to)$/i.test(
      words.slice(held - 3, held - 1).join(' '),
    )
  );
}

/** "Insists that", and not "insists on". */
function isTold(form: string, next: string | undefined): boolean {
  return TELLS.test(form) && next?.toLowerCase() !== 'on';
}

function isUnasserted(words: readonly string[], actor: number): boolean {
  const before = words.slice(Math.max(0, actor - BEFORE_ACTOR), Math.max(0, actor));
  return RELATIVE.test(before.at(-1) ?? '') || before.some((one) => NOT.test(one));
}

/**
 * What a statement's own words promise or rule out: "we would release", "it will not open", "nobody will be released". Null
 * where there is nothing of the kind.
 */
export function readCommitment({ words, actorBefore }: ActorsOfWords): Act | null {
  for (const [i, word] of words.entries()) {
    const isShort = SHORTENED.test(word);
    if (CANNOT.test(word) || (CAN.test(word) && NOT.test(words[i + 1] ?? ''))) {
      const able = words.slice(i + 1, i + 4).find((one) => !NOT.test(one) && !ADVERB.test(one));
      if (actorBefore(i + 1) === i - 1 && able && !isStopWord(able.toLowerCase()) && !STATE.test(able))
        return 'rejects';
      continue;
    }
    if (!isShort && !WILL.test(word)) continue;
    if (NOBODY.test(words[i - 1] ?? '') || givesNone(words.slice(Math.max(0, i - 4), i + 3).join(' ')))
      return 'rejects';
    if (!isShort && actorBefore(i + 1) !== i - 1) continue;
    if (isShort && !SPEAKERS.test(word.replace(SHORTENED, ''))) continue;
    const isNot = NOT.test(word) || NOT.test(words[i + 1] ?? '');
    const verb = words.slice(i + 1, i + 4).find((one) => !NOT.test(one) && !ADVERB.test(one));
    if (verb === undefined || (isStopWord(verb.toLowerCase()) && !GIVES.test(verb)) || STATE.test(verb))
      continue;
    if (actOfWord(stemOf(verb.toLowerCase())) !== undefined) continue;
    if (words.slice(i + 1, i + 5).some((one) => ASIDE.test(one))) continue;
    // "Would pay no damages", "will lend nothing more".
    const given = words[words.indexOf(verb, i) + 1] ?? '';
    return isNot || /^(?:no|nothing|neither)$/i.test(given) ? 'rejects' : 'offers';
  }
  return null;
}

/** Whether it rules out that there will be any of a thing: "there will be no refunds", "no court would have a say". */
export function givesNone(text: string): boolean {
  return /^\W*no (?:[\p{L}'’-]+ ){1,3}(?:will|would|can|could)\b|\bthere (?:will|would|can|could) be no\b/iu.test(
    text,
  );
}

/** The words of a statement, and where before one of them who speaks stands. */
export function readActors({ text, type }: OwnWords, isOwnName: IsOwnName) {
  const [actor, owned] = type === 'direct' ? [SPEAKERS, OUR] : [ANYBODY, THEIR];
  const words = (text.match(WORD) ?? []).map((word) => word.replace(/['’]s$/, ''));
  const isActor = (word: string, before: string): boolean =>
    actor.test(word) || isOwnName(stemOf(word.toLowerCase())) || (owned.test(before) && BODY.test(word));
  const actorBefore = (i: number): number => {
    const from = Math.max(0, i - 1 - MOST_BETWEEN);
    const at = words.slice(from, i).findLastIndex((one, k) => isActor(one, words[from + k - 1] ?? ''));
    return at === -1 ? -1 : from + at;
  };
  return { type, words, owned, actorBefore };
}
