import type { APIModalInteractionResponseCallbackData } from 'discord.js';
import type { App } from '../../app.ts';
import type { Command, Server } from '../commands/define/command.ts';
import type { Reply } from '../reply.ts';
import type { ShownMessage } from '../messages/shown-message.ts';

/** A reply and, when it shows evidence, the command and options that made it. */
interface Made {
  readonly reply: Reply;
  readonly command: string;
  readonly options: ShownMessage['options'];
}

export interface ClickContext {
  readonly app: App;
  readonly commands: readonly Command[];
  readonly server: Server | null;
  /** What the message shows that the button is on. */
  readonly shown: ShownMessage;
  readonly clicker: { readonly id: string; readonly name: string };
  readonly signal: AbortSignal;
}

interface FormContext extends ClickContext {
  /** What was filled in, by the custom id of the field. */
  readonly fields: Readonly<Record<string, string>>;
}

interface Base {
  /** The first part of the custom id. */
  readonly action: string;
  readonly label: string;
  /** Whether it stands under that message. */
  applies(shown: ShownMessage): boolean;
}

/** Answers privately, to who clicked. */
export interface ReplyButton extends Base {
  readonly kind: 'reply';
  /** Waits where articles are being read. */
  readonly takesLong?: true;
  run(context: ClickContext): Promise<Made>;
}

/** Shows another page in place of this one; to somebody else than who asked, privately. */
export interface PageButton extends Base {
  readonly kind: 'page';
  target(shown: ShownMessage): number;
}

/** Shows a private answer to all. */
export interface ShareButton extends Base {
  readonly kind: 'share';
}

/** Opens a thread under the message. */
export interface ThreadButton extends Base {
  readonly kind: 'thread';
}

/** Opens a form; what is filled in is answered privately. */
export interface FormButton extends Base {
  readonly kind: 'form';
  form(shown: ShownMessage, customId: string): APIModalInteractionResponseCallbackData;
  submit(context: FormContext): Promise<Reply>;
}

/** A button as data and functions; only `dispatch` talks to Discord. */
export type Button = ReplyButton | PageButton | ShareButton | ThreadButton | FormButton;
