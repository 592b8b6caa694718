import type {
  ButtonInteraction,
  ChatInputCommandInteraction,
  MessageContextMenuCommandInteraction,
  ModalSubmitInteraction,
} from 'discord.js';
import type { ReadQuestion } from '../domain/answer.ts';
import type { About } from './journal.ts';
import { placeOf, type Place } from './render/place.ts';
import type { Reply } from './reply.ts';
import type { ServerSettings } from './server-settings.ts';

export type Asked =
  | ChatInputCommandInteraction
  | MessageContextMenuCommandInteraction
  | ButtonInteraction
  | ModalSubmitInteraction;

/** One interaction that is to be answered. */
export interface Task {
  readonly about: About;
  readonly place: Place;
  readonly settings: ServerSettings;
  readonly isPrivate: boolean;
  /** Whether it is a question, of which only so many may be asked in a minute. */
  readonly counts: boolean;
  /** The words asked, for the log where that is wanted. */
  readonly question?: string | undefined;
  /** Told the id of the message that shows evidence, and again what a model read the question as. */
  readonly shown?: (messageId: string, read?: ReadQuestion) => Promise<void>;
  /** In place of half a minute. */
  readonly withinMs?: number;
  /** `tell` shows where long work is. */
  readonly work: (signal: AbortSignal, tell: (reply: Reply) => void) => Promise<Reply>;
}

/** What is the same for whatever a click does. */
export function clickTask(
  interaction: ButtonInteraction | ModalSubmitInteraction,
  settings: ServerSettings,
  action: string,
  counts: boolean,
): Omit<Task, 'work'> {
  return {
    about: { command: `button ${action}`, server: interaction.guildId },
    place: placeOf(interaction),
    settings,
    isPrivate: true,
    counts,
  };
}
