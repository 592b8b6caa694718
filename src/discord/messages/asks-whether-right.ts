import type { App } from '../../app.ts';
import type { Named } from '../../domain/question.ts';
import { stemOf } from '../../text/words/words.ts';
import { isCallFor } from '../commands/define/called.ts';
import { quotationsIn } from './quoted-in-message.ts';

/** Words of whether something is so, and of where it stands. */
const CHECKING = {
  names:
    'right wrong true false real fake fact legit legitimate correct incorrect accurate actual actually honest lie check doublecheck ' +
    'verify confirm quote source proof link',
  beside: 'say word literally please pls lol',
};
const CHECKING_STEMS = new Set(CHECKING.names.split(' ').map(stemOf));
/** Whether a word asks for nothing but whether something is so. */
export const isCheckingWord = (word: string): boolean => CHECKING_STEMS.has(stemOf(word));
/** A word for what was said before, or for who said it. */
const THAT = /\b(?:th(?:at|is|ese|ose)|it|he|she|they)\b/i;
/** "Am I mad or is that made up": what is asked is asked of that. */
const OF_THAT =
  /\b(?:is|was|are|were|did|does|do|has|have|had)(?:n['’]?t)?\s+(?:th(?:at|is|ese|ose)|it|he|she|they)\b/i;
/** Asks for more than whether it is so. */
const OPEN = /\b(?:what|why|how|which)\b/i;
/** "True or false": a question by its form, without a verb. */
const EITHER = /^\W*\p{L}+\s+or\s+(?:\p{L}+\W*){1,2}$/u;
const ONE_WORD = /^\W*\p{L}+\W*$/u;

/** What is known of a message that may ask whether another is right. */
export interface Asking {
  readonly text: string;
  readonly named: Named;
  readonly isQuestion: boolean;
  /** Whether it is about who writes or who reads. */
  readonly isOfPeople: boolean;
}

/**
 * Whether a message asks if the one it replies to is right, by what it leaves out: it asks, or says a word of checking, and
 * names nothing of the articles but who is said to have said it.
 */
export function asksWhetherRight({ text, named, isQuestion, isOfPeople }: Asking): boolean {
  if (named.topic !== undefined) return false;
  if (named.kind === 'about-the-bot' || named.kind === 'not-english' || named.kind === 'who-is') return false;
  const isOfWords = named.rest.length === 0 || isChecking(named);
  if (named.parts.length + named.unknown.length > 0)
    return isOfWords && named.kind === 'yes-no' && THAT.test(text);
  if (isChecking(named)) return true;
  if ((isOfPeople && !OF_THAT.test(text)) || OPEN.test(text)) return false;
  return isQuestion || isOfWords || EITHER.test(text) || OF_THAT.test(text);
}

/** The same where it replies to none and may go on with something else: then it must point at what was said. */
export function pointsAtWhatWasSaid(asking: Asking): boolean {
  const { text, named } = asking;
  const points = named.rest.length === 0 || isChecking(named) || THAT.test(text) || ONE_WORD.test(text);
  return points && asksWhetherRight(asking);
}

/** Whether a quotation stands in it, and what is beside that asks for nothing but whether it is right. */
export async function isQuoteToCheck(
  app: Pick<App, 'readNames'>,
  text: string,
  named: Named,
): Promise<boolean> {
  if (named.kind === 'who-said') return false;
  const quoted = quotationsIn(text);
  if (quoted.length === 0) return false;
  const beside = await app.readNames(quoted.map((one) => one.beside).join(' '));
  // "Sherman: …", "did she really say …".
  const isOfWords = beside.rest.length === 0 && (beside.speaker !== undefined || beside.kind === 'yes-no');
  const isCall = isCallFor(beside, CHECKING);
  return beside.topic === undefined && (isOfWords || isCall);
}

function isChecking({ rest }: Named): boolean {
  return rest.some(isCheckingWord);
}
