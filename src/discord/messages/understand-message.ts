import type { App } from '../../app.ts';
import type { Named } from '../../domain/question.ts';
import type { Command, OptionValues } from '../commands/define/command.ts';
import { isCallFor } from '../commands/define/called.ts';
import {
  followUp,
  isGoingOn,
  isReference,
  withoutOpening,
  type FollowUp,
  type Talk,
} from './conversation.ts';
import { quotationsIn } from './quotations.ts';

/** A message that may be for the bot. */
export interface Heard {
  /** Without the mention. */
  readonly text: string;
  /** What was talked about before; null for nothing. */
  readonly before: Talk | null;
  /** What somebody else's message says that this one replies to; null for none. */
  readonly repliedTo: string | null;
  /** `addressed`: to the bot alone. `ours`: in its thread. `open`: where everybody talks, and every question is for it. */
  readonly where: 'addressed' | 'ours' | 'open';
  /** Whether it is to somebody else. */
  readonly isToOthers: boolean;
}

/** What a message wants of the bot. */
export type Meant =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'thanks' }
  | { readonly kind: 'empty' | 'about-the-bot' }
  | { readonly kind: 'other-language'; readonly language: string }
  | { readonly kind: 'command'; readonly command: Command; readonly options: OptionValues }
  | { readonly kind: 'verify'; readonly text: string }
  | {
      readonly kind: 'question';
      readonly question: string;
      /** What comes from before. */
      readonly followUp: FollowUp | null;
      /** How sure an answer must be to be one at all, from 0 to 1; null: a refusal is said too. */
      readonly least: number | null;
      /** Where it is none, whether that is shown by a reaction. */
      readonly isSeen: boolean;
      /** Whether it may be about the bot instead, where the articles have no answer. */
      readonly isOfBot: boolean;
    };

/** Where everybody talks, what names nobody and nothing of the articles is asked of them only where they surely answer it. */
const SURE = 0.8;
/** The same of what names a topic: "the meeting" may be theirs. */
const LIKELY = 0.4;
const VERIFYING = {
  names: 'check verify true real fake fact legit legitimate source correct accurate actually quote',
  beside: 'say word literally please pls lol',
};
/** A question's form: its mark, a question word with its verb, a verb that opens it, or "you … or …" without its verb. */
const QUESTION =
  /\?|\b(?:what|who|whom|whose|which|why|when|where|how)(?:'?s|'?d|'?re)?\s+(?:[\p{L}\p{N}'’-]+\s+){0,4}?(?:do|does|did|is|are|was|were|has|have|had|will|would|can|could|should)\b|^\W*(?:and |but |so |or )?(?:what|who|whose|which|why|when|where|how|do|does|did|is|are|was|were|has|have|had|will|would|can|could|should)\b|^\W*(?:r\s+)?(?:you|u|ya)\b.*\bor\b/iu;
/** Who asks and who is asked: such a question is about them, where it names nobody. */
const YOU_OR_I = /\b(?:you|u|ya|your|ur|yours|yourself|i|i'm|im|me|my|mine|we|our)\b/i;
/** The same, or a word for what is before their eyes. */
const OF_BOT = new RegExp(`${YOU_OR_I.source}|\\b(?:this|it)\\b`, 'i');
/** "Whos", "whats": an apostrophe left out. */
const GLUED = /\b(who|what|where|when|how)s\b/gi;
const LINKS = /<?https?:\/\/\S+>?/g;

/** What a message wants, by its form and by what it names; what it names is read as `ask` reads it. */
export async function understandMessage(
  { app, commands }: { readonly app: App; readonly commands: readonly Command[] },
  { text: written, before, repliedTo, where, isToOthers }: Heard,
): Promise<Meant> {
  const plain = written.replace(LINKS, ' ').replace(GLUED, "$1's").trim();
  if (written === '') return { kind: where === 'addressed' ? 'empty' : 'nothing' };
  if (isToOthers || plain === '') return { kind: 'nothing' };
  const whole = await app.readNames(plain);
  const text = withoutOpening(plain, whole);
  const named = text === plain ? whole : await app.readNames(text);
  const isQuestion = QUESTION.test(text) || QUESTION.test(named.clause);
  const isNamed = named.parts.length > 0 || named.unknown.length > 0;
  // What chat says beside the articles needs no word of the bot's.
  const isSeen = where === 'addressed' || (where === 'ours' && isThanks(named));
  const otherwise: Meant = { kind: isSeen ? 'thanks' : 'nothing' };

  if (where === 'addressed' && repliedTo !== null && before === null && isAboutOther(text, named, repliedTo))
    return { kind: 'verify', text: repliedTo };
  if (await isQuoteToCheck(app, text, named)) return { kind: 'verify', text };
  const called = where === 'open' && !isQuestion ? null : commandFor(commands, named);
  // A model reads other languages; names alone, with a word that calls for a command, are of none.
  if (named.kind === 'not-english' && !app.composes && called === null)
    return where === 'addressed' || (isQuestion && named.parts.length > 0)
      ? { kind: 'other-language', language: named.language ?? 'en' }
      : otherwise;
  const goesOn =
    before === null
      ? null
      : followUp(
          text,
          named,
          before,
          before.question === undefined ? null : await app.readNames(before.question),
        );
  // "Sources?" is about what was said last; "which papers are these from" is not.
  if (called !== null && (goesOn === null || named.parts.length > 0 || !named.rest.every(isReference)))
    return called;
  // "Awesome, that helps" goes on with nothing.
  const saysSomething = isQuestion || isNamed || named.rest.every(isReference);
  if (
    goesOn !== null &&
    saysSomething &&
    (isQuestion || where === 'addressed' || named.rest.every(isGoingOn))
  )
    if (isNamed || isQuestion || named.kind !== 'about-the-bot')
      return {
        kind: 'question',
        question: goesOn.question,
        followUp: goesOn,
        least: null,
        isSeen,
        isOfBot: false,
      };
  if (named.kind === 'about-the-bot' || (named.parts.length === 0 && YOU_OR_I.test(named.clause)))
    return where === 'addressed' && isQuestion ? { kind: 'about-the-bot' } : otherwise;
  if (where !== 'addressed' && !isQuestion) return otherwise;
  if (named.rest.length === 0 && !isNamed)
    return where === 'addressed' && isQuestion ? { kind: 'about-the-bot' } : otherwise;
  const isOfSomebody = named.side !== undefined || named.speaker !== undefined;
  const refusalHelps = where === 'addressed' ? isQuestion || isNamed : isOfSomebody;
  const isForBot = where === 'addressed' || (where === 'ours' && isNamed);
  const leastHere = isForBot ? 0 : isNamed ? LIKELY : SURE;
  const least = refusalHelps ? null : leastHere;
  // "Can you read pdfs", "how does this work": to whom it is said, of what nobody spoke before.
  const isOfBot = where === 'addressed' && isQuestion && !isNamed && OF_BOT.test(plain);
  return { kind: 'question', question: text, followUp: null, least, isSeen, isOfBot };
}

function commandFor(commands: readonly Command[], named: Named): Meant | null {
  for (const command of commands) {
    const options = command.calledBy?.(named) ?? null;
    if (options !== null) return { kind: 'command', command, options };
  }
  return null;
}

/** "Is this true?", "did he?", "fact check": about what it replies to; to a quotation every bare "…?" is. */
function isAboutOther(text: string, named: Named, repliedTo: string): boolean {
  if (named.parts.length > 0) return false;
  const isOfQuote = /\?\W*$/.test(text) && named.rest.length <= 1 && quotationsIn(repliedTo).length > 0;
  return isOfQuote || named.rest.length === 0 || isCallFor(named, VERIFYING);
}

/** Whether a quotation stands in it, and what is beside that asks for nothing but whether it is right. */
async function isQuoteToCheck(app: App, text: string, named: Named): Promise<boolean> {
  if (named.kind === 'who-said') return false;
  const quoted = quotationsIn(text);
  if (quoted.length === 0) return false;
  const beside = await app.readNames(quoted.map((one) => one.beside).join(' '));
  // "Sherman: …", "did she really say …".
  const isOfWords = beside.rest.length === 0 && (beside.speaker !== undefined || beside.kind === 'yes-no');
  return beside.topic === undefined && (isOfWords || isCallFor(beside, VERIFYING));
}

/** Greetings, thanks and the like, as questions are told from them. */
function isThanks({ kind, clause }: Named): boolean {
  return kind === 'about-the-bot' && !QUESTION.test(clause);
}
