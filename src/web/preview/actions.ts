import { PermissionsBitField } from 'discord.js';
import { z } from 'zod';
import { UserError } from '../../errors.ts';
import { fillOptions, type Commands } from './commands.ts';
import type { ChangesSeen } from './changes-seen.ts';
import type { Discord } from '../../discord-double/discord.ts';
import * as interactions from '../../discord-double/interactions.ts';
import { writtenMessage, type StoredMessage } from '../../discord-double/messages.ts';
import type { User } from '../../discord-double/people.ts';

/** Discord tells that the application did not respond when nothing came by then. */
const RESPOND_WITHIN_MS = 3000;
/** Forms that were opened and can still be sent off. */
const MOST_FORMS = 20;

const id = z.string().regex(/^\d{1,20}$/);
const name = z.string().min(1).max(100);
const values = z.record(name, z.union([z.string().max(6000), z.number(), z.boolean()]));

/** What the page sends for each thing that the visitor can do. */
export const Bodies = {
  command: z.object({ channel: id, name, subcommand: name.optional(), values }),
  menu: z.object({ channel: id, name, message: id }),
  message: z.object({ channel: id, content: z.string().trim().min(1).max(2000), repliesTo: id.nullable() }),
  click: z.object({ message: id, customId: name }),
  form: z.object({ interaction: id, fields: z.record(name, z.string().max(4000)) }),
  autocomplete: z.object({ channel: id, name, subcommand: name.optional(), values, focused: name }),
};
type Body<K extends keyof typeof Bodies> = z.infer<(typeof Bodies)[K]>;

export interface ActionDependencies {
  readonly discord: Discord;
  readonly conversation: ChangesSeen;
  readonly commands: () => Commands;
  readonly visitor: User;
  readonly applicationId: string;
}

export type Actions = ReturnType<typeof createActions>;

/** What the visitor does in the server, told to the bot as Discord tells it. All throw `UserError` for what is not there. */
export function createActions({
  discord,
  conversation,
  commands,
  visitor,
  applicationId,
}: ActionDependencies) {
  const forms = new Map<string, { readonly form: interactions.Form; readonly on: StoredMessage }>();
  const permissions = PermissionsBitField.All;
  const by = (channelId: string) => ({ by: visitor, channelId, applicationId, permissions });

  /** Null when the bot did not answer in Discord's time. */
  async function asked<T>(
    payload: interactions.InteractionPayload,
    pick: Parameters<typeof conversation.next<T>>[0],
  ): Promise<T | null> {
    const answered = conversation.next(pick, RESPOND_WITHIN_MS);
    discord.interact(payload);
    return answered;
  }

  async function acknowledged(payload: interactions.InteractionPayload): Promise<void> {
    const isAnswered = await asked(payload, (change) =>
      change.kind === 'acknowledged' && change.interaction === payload.id ? true : null,
    );
    if (isAnswered === null) throw new UserError('The application did not respond.');
  }

  function messageOf(messageId: string): StoredMessage {
    const message = discord.message(messageId);
    if (!message) throw new UserError('This message is no longer there.');
    return message;
  }

  function requireChannel(channel: string): void {
    if (!discord.hasChannel(channel)) throw new UserError('This channel is not there.');
  }

  return {
    async command({ channel, ...command }: Body<'command'>) {
      requireChannel(channel);
      const options = fillOptions(commands(), command);
      await acknowledged(interactions.slashCommand(command.name, options, by(channel)));
      return {};
    },
    /** A command in the menu of a message. */
    async menu({ channel, name: command, message }: Body<'menu'>) {
      requireChannel(channel);
      if (!commands().some((one) => one.name === command))
        throw new UserError(`There is no command “${command}” for messages.`);
      await acknowledged(interactions.messageCommand(command, messageOf(message), by(channel)));
      return {};
    },
    async message({ channel, content, repliesTo }: Body<'message'>) {
      requireChannel(channel);
      const replied = repliesTo === null ? undefined : messageOf(repliesTo);
      discord.say(writtenMessage(content, { author: visitor, channelId: channel, repliesTo: replied }));
      return {};
    },
    /** A button; gives the form that it opens, or null. */
    async click({ message, customId }: Body<'click'>) {
      const on = messageOf(message);
      if (!hasButton(on, customId)) throw new UserError('This button is no longer there.');
      const payload = interactions.buttonClick(on, customId, by(on.channel_id));
      const { id: interaction } = payload;
      let opened: interactions.Form | null = null;
      const stop = conversation.listen((change) => {
        if (change.kind === 'form' && change.interaction === interaction) opened = change.form;
      });
      try {
        await acknowledged(payload);
      } finally {
        stop();
      }
      if (opened === null) return { form: null };
      forms.set(interaction, { form: opened, on });
      const [oldest] = forms.keys();
      if (forms.size > MOST_FORMS && oldest !== undefined) forms.delete(oldest);
      return { form: opened, interaction };
    },
    async form({ interaction, fields }: Body<'form'>) {
      const opened = forms.get(interaction);
      if (!opened) throw new UserError('This form is no longer open; please click the button again.');
      const { form, on } = opened;
      await acknowledged(interactions.formSubmit(form, fields, by(on.channel_id), on));
      forms.delete(interaction);
      return {};
    },
    /** What is offered for the option that is being typed. */
    async autocomplete({ channel, ...command }: Body<'autocomplete'>) {
      requireChannel(channel);
      const options = fillOptions(commands(), command);
      const payload = interactions.autocomplete(command.name, options, by(channel));
      const choices = await asked(payload, (change) =>
        change.kind === 'choices' && change.interaction === payload.id ? change.choices : null,
      );
      return { choices: choices ?? [] };
    },
  };
}

const Component = z.looseObject({
  custom_id: z.string().optional(),
  accessory: z.looseObject({ custom_id: z.string().optional() }).optional(),
  components: z.array(z.unknown()).optional(),
});

function hasButton({ components }: StoredMessage, customId: string): boolean {
  const isIn = (inner: unknown): boolean =>
    (z.array(Component).safeParse(inner).data ?? []).some(
      (one) => [one.custom_id, one.accessory?.custom_id].includes(customId) || isIn(one.components),
    );
  return isIn(components);
}
