import type { App } from '../../app.ts';
import type { Named } from '../../domain/question.ts';
import type { Command, OptionValues } from '../commands/define/command.ts';
import { followUp, isGoingOn, isReference, withoutOpening, type FollowUp } from './conversation.ts';
import type { Talk } from './talk.ts';
import { asksWhetherRight, isQuoteToCheck, pointsAtWhatWasSaid } from './asks-whether-right.ts';
import { quotationsIn } from './quoted-in-message.ts';

/** A message that may be for the bot. */
export interface Heard {
  /** Without the mention. */
  readonly text: string;
  /** What was talked about before; null for nothing. */
  readonly before: Talk | null;
  /** What somebody else's message says that this one replies to; null for none. */
  readonly repliedTo: string | null;
  /** What the message right before it says, where it replies to none; null for none, and for one of the bot's. */
  readonly saidBefore: () => Promise<string | null>;
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
  | {
      readonly kind: 'verify';
      readonly text: string;
      /** The message that asks for it, where it is another: it may say whose words they are to be. */
      readonly asked?: string;
    }
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
/** A question's form: its mark, a question word with its verb, a verb that opens it, or "any …", "you … or …" without theirs. */
const QUESTION =
  /\?|\b(?:what|who|whom|whose|which|why|when|where|how)(?:'?s|'?d|'?re)?\s+(?:[\p{L}\p{N}'’-]+\s+){0,4}?(?:do|does|did|is|are|was|were|has|have|had|will|would|can|could|should)\b|^\W*(?:and |but |so |or )?(?:what|who|whose|which|why|when|where|how|do|does|did|is|are|was|were|has|have|had|will|would|can|could|should)\b|^\W*(?:and |but |so |or )?(?:got |have )?any(?:thing)?\b|^\W*(?:r\s+)?(?:you|u|ya)\b.*\bor\b/iu;
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
  { text: written, before, repliedTo, saidBefore, where, isToOthers }: Heard,
): Promise<Meant> {
  const plain = written.replace(LINKS, ' ').replace(GLUED, "$1's").trim();
  if (written === '') return where === 'addressed' ? nothingBut(repliedTo) : { kind: 'nothing' };
  if (isToOthers || plain === '') return { kind: 'nothing' };
  const whole = await app.readNames(plain);
  const text = withoutOpening(plain, whole);
  const named = text === plain ? whole : await app.readNames(text);
  const isQuestion = QUESTION.test(text) || QUESTION.test(named.clause);
  const isNamed = named.parts.length > 0 || named.unknown.length > 0;
  // What chat says beside the articles needs no word of the bot's.
  const isSeen = where === 'addressed' || (where === 'ours' && isThanks(named));
  const otherwise: Meant = { kind: isSeen ? 'thanks' : 'nothing' };

  const asking = { text: plain, named: whole, isQuestion, isOfPeople: YOU_OR_I.test(whole.clause) };
  if (where === 'addressed' && repliedTo !== null && asksWhetherRight(asking))
    return { kind: 'verify', text: repliedTo, asked: plain };
  if (await isQuoteToCheck(app, text, named)) return { kind: 'verify', text };
  if ((where === 'addressed' || (where === 'ours' && isQuestion)) && pointsAtWhatWasSaid(asking)) {
    const said = await saidBefore();
    if (said !== null && quotationsIn(said).length > 0) return { kind: 'verify', text: said, asked: plain };
  }
  const called = where === 'open' && !isQuestion ? null : commandFor(commands, named);
  // A model reads other languages; names alone, with a word that calls for a command, are of none.
  if (named.kind === 'not-english' && !app.composes && called === null)
    return (where === 'addressed' && isSurelyOther(text, named)) || (isQuestion && named.parts.length > 0)
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
  const saysSomething = isQuestion || isNamed || named.time !== undefined || named.rest.every(isReference);
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

/** What a mention without a word means: the quotation that it replies to, if there is one. */
function nothingBut(repliedTo: string | null): Meant {
  return repliedTo !== null && quotationsIn(repliedTo).length > 0
    ? { kind: 'verify', text: repliedTo }
    : { kind: 'empty' };
}

function commandFor(commands: readonly Command[], named: Named): Meant | null {
  for (const command of commands) {
    const options = command.calledBy?.(named) ?? null;
    if (options !== null) return { kind: 'command', command, options };
  }
  return null;
}

/** Of three words of slang a language is no more than guessed: "ty ur a legend". */
function isSurelyOther(text: string, { parts }: Named): boolean {
  const words = text.match(/[\p{L}\p{M}\p{N}'’]+/gu) ?? [];
  return parts.length > 0 || text.includes('?') || words.length > 4 || !/\p{Script=Latin}/u.test(text);
}

/** Greetings, thanks and the like, as questions are told from them. */
function isThanks({ kind, clause }: Named): boolean {
  return kind === 'about-the-bot' && !QUESTION.test(clause);
}
