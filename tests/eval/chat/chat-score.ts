import type { App } from '../../../src/app.ts';
import type { Answer } from '../../../src/domain/answer.ts';
import { surnameOf } from '../../../src/domain/name.ts';
import type { LookedUp } from './chat-recorder.ts';
import { writeToBot, type Happened } from './chat-world.ts';
import type { ChatMessage, Kind } from './chat.ts';

/** "English", in the languages of the messages. */
const ENGLISH = /english|inglés|englisch|английск|англійськ|anglais/i;

/** Whether an answer is one about the bot, however it says so. */
function isAboutBot(answer: Answer | undefined): boolean {
  return answer !== undefined && 'reason' in answer && answer.reason === 'about-the-bot';
}

/** The help, with its examples of what the articles answer. */
const isHelp = ({ reply }: Happened): boolean => reply?.includes('the articles I have read:') ?? false;

/** What each kind looks like from outside. */
const IS: Readonly<Record<Kind, (happened: Happened, expected: ChatMessage['expected']) => boolean>> = {
  silent: ({ reply, reacted }) => reply === null && !reacted,
  react: ({ reply, reacted }) => reply === null && reacted,
  answer: isAnswer,
  'follow-up': (happened, expected) => isAnswer(happened) && isTheirs(happened, expected) !== false,
  command: (happened, expected) =>
    happened.reply !== null && askedIn(happened) === undefined && isCommand(happened, expected),
  // What is no quotation is asked for where its words stand nowhere.
  verify: ({ reply, lookedUp }) => reply !== null && lookedUp[0]?.command === 'verify',
  'about-the-bot': (happened) =>
    isHelp(happened) ||
    (happened.reply !== null && (happened.lookedUp.length === 0 || isAboutBot(askedIn(happened)?.answer))),
  'other-language': (happened) =>
    happened.reply !== null && ENGLISH.test(happened.reply) && askedIn(happened)?.answer?.answered !== true,
};

function isAnswer(happened: Happened): boolean {
  const asked = askedIn(happened);
  return happened.reply !== null && asked !== undefined && !isAboutBot(asked.answer);
}

function askedIn({ lookedUp }: Happened): LookedUp | undefined {
  return lookedUp.find(({ command }) => command === 'ask');
}

function isCommand(happened: Happened, { command, speaker, topic, side }: ChatMessage['expected']): boolean {
  if (command === 'help' || isHelp(happened)) return command === 'help' && isHelp(happened);
  return happened.lookedUp.some(
    (one) =>
      one.command === command &&
      [speaker === undefined ? undefined : surnameOf(speaker), topic, side].every(
        (name) =>
          name === undefined || one.with.some((given) => given.toLowerCase().includes(name.toLowerCase())),
      ),
  );
}

/** Whether the first evidence is of whom the message asks for; null where it asks for nobody, or there is none. */
function isTheirs(
  happened: Happened,
  { kind, side, speaker, topic }: ChatMessage['expected'],
): boolean | null {
  if (kind !== 'answer' && kind !== 'follow-up') return null;
  const isOpen = side === undefined && speaker === undefined;
  if (isOpen && (kind === 'answer' || topic === undefined)) return null;
  const first = askedIn(happened)?.answer?.evidence[0];
  if (first === undefined) return null;
  const isHim = speaker === undefined || (first.speaker?.endsWith(surnameOf(speaker)) ?? false);
  const isOnIt = kind === 'answer' || topic === undefined || first.topics.includes(topic);
  return isHim && (side === undefined || first.side === side) && isOnIt;
}

function inBrief({ lookedUp, reply, reacted }: Happened): string {
  const did = lookedUp.map((one) => `${one.command} ${one.with.join(', ')}`).join('; ');
  return `${reply === null ? (reacted ? 'a reaction' : 'silence') : 'a reply'}${did === '' ? '' : `: ${did}`}`;
}

/** How many messages of a file came out how. */
interface ChatFigures {
  readonly right: number;
  /** Replies though nothing was asked. */
  readonly unasked: number;
  /** Messages that ask for somebody's words and got some, and those whose first are theirs. */
  readonly named: number;
  readonly theirs: number;
}

/** Writes every message to the bot and prints for how many what should happen happens, and what does not. */
export async function evaluateChat(
  app: App,
  messages: readonly ChatMessage[],
  print: (line: string) => void,
): Promise<ChatFigures> {
  const kinds = new Map<Kind, { all: number; right: number }>();
  const count = { right: 0, unasked: 0, named: 0, theirs: 0 };
  for (const message of messages) {
    const { expected } = message;
    const happened = await writeToBot(app, message);
    const accepted = [expected.kind, ...(expected.also ?? [])];
    const right = accepted.some((kind) => IS[kind](happened, expected));
    const { all, right: before } = kinds.get(expected.kind) ?? { all: 0, right: 0 };
    kinds.set(expected.kind, { all: all + 1, right: before + (right ? 1 : 0) });
    if (right) count.right++;
    else print(`  wanted ${accepted.join(' or ')}: ${message.text} [${inBrief(happened)}]`);
    if (happened.reply !== null && accepted.every((kind) => kind === 'silent' || kind === 'react'))
      count.unasked++;
    const theirs = isTheirs(happened, expected);
    if (theirs !== null) count.named++;
    if (theirs === true) count.theirs++;
    if (theirs === false)
      print(`  not whom it asks for, or not on that: ${message.text} [${inBrief(happened)}]`);
  }
  print(
    `chat: right ${count.right} of ${messages.length}; replied though nothing was asked ${count.unasked}; first evidence of ` +
      `whom it asks for ${count.theirs} of ${count.named}`,
  );
  print(`  by kind: ${[...kinds].map(([kind, { all, right }]) => `${kind} ${right}/${all}`).join(', ')}`);
  return count;
}
