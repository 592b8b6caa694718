import type { APIActionRowComponent, APIButtonComponent } from 'discord.js';
import type { Evidence, ReadQuestion } from '../domain/answer.ts';
import { markdownLine } from './render/escape.ts';
import { LIMITS } from './limits.ts';

/** The evidence that a message shows, numbered as shown there: what its buttons work on. Pages count from 0. */
interface Shown {
  readonly items: readonly Evidence[];
  readonly page: number;
  readonly pages: number;
  /** Whether it is looked up in a list, and holds no evidence: absent where it does. */
  readonly isList?: boolean;
  /** The options that make it, where they are not those that were asked with. */
  readonly options?: Readonly<Record<string, string | number | boolean>>;
}

/** Something that a button offers to ask for. */
export interface Suggestion {
  readonly label: string;
  readonly command: string;
  readonly options: Readonly<Record<string, string>>;
}

/** A picture that is sent with a message; a card shows it by `attachment://NAME`. */
export interface ReplyFile {
  readonly name: string;
  readonly data: Buffer;
  /** What it shows, for those who do not see it. */
  readonly description: string;
}

/**
 * One box of a message, and the quotes in it: who or what it is about, then what it says, then small print. `title`,
 * `description` and `fields` are Markdown. It is sent as a container.
 */
export interface Card {
  readonly color?: number;
  readonly author?: { readonly name: string; readonly url?: string };
  readonly title?: string;
  readonly description?: string;
  readonly fields?: readonly { readonly name: string; readonly value: string }[];
  readonly footer?: { readonly text: string };
  readonly image?: { readonly url: string };
  /** From where to where they stand among the items that the message shows; absent where it shows none. */
  readonly items?: { readonly from: number; readonly to: number };
  /** Beside its small print. */
  readonly button?: APIButtonComponent;
}

/** A message as data, which is laid out as Discord takes it. It never pings anybody. */
export interface Reply {
  readonly content: string;
  readonly cards: readonly Card[];
  readonly components: readonly APIActionRowComponent<APIButtonComponent>[];
  readonly allowed_mentions: { readonly parse: readonly [] };
  /** Sent beside the JSON; absent for none. */
  readonly files?: readonly ReplyFile[];
  /** Not sent; absent when no evidence is shown. */
  readonly shown?: Shown;
  /** Not sent as they are: each becomes a button. */
  readonly suggestions?: readonly Suggestion[];
  /** Not sent: how many statements answer what was asked, 0 for no answer; absent where nothing was asked. */
  readonly found?: number;
  /** Not sent: called once the message shows it. */
  readonly sent?: () => Promise<void>;
  /** Not sent: gives what a model adds to the message. */
  readonly later?: (signal: AbortSignal) => Promise<Added>;
}

/** What a model added to an answer. */
interface Added {
  /** What the message becomes; null when it stays. */
  readonly reply: Reply | null;
  /** For each claim of the model that was left out, the check that it failed. */
  readonly dropped: readonly string[];
  /** What the question was read as, where only the model could read it. */
  readonly read?: ReadQuestion | undefined;
}

/** `content` is Markdown of ours: outside text in it is escaped by the caller. */
export function createReply(content: string, cards: readonly Card[] = []): Reply {
  return { content, cards, components: [], allowed_mentions: { parse: [] } };
}

/** A reply of one sentence that may hold outside text. */
export function sentenceReply(sentence: string): Reply {
  return createReply(markdownLine(sentence, LIMITS.contentChars));
}

/** The reply changed so, and what it becomes later too. */
export async function amended(
  { later, ...now }: Reply,
  change: (reply: Reply) => Promise<Reply>,
): Promise<Reply> {
  const changed = await change(now);
  if (later === undefined) return changed;
  return {
    ...changed,
    async later(signal) {
      const added = await later(signal);
      return { ...added, reply: added.reply && (await change(added.reply)) };
    },
  };
}
