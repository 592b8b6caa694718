import { ApplicationCommandOptionType, MessageFlags } from 'discord.js';
import { z } from 'zod';
import type { Answer } from '../../../src/discord-double/rest/rest-answers.ts';
import { startDiscord } from '../../../src/discord-double/discord.ts';
import type { SentFile } from '../../../src/discord-double/files.ts';
import * as interactions from '../../../src/discord-double/interactions.ts';
import { storedMessage, writtenMessage } from '../../../src/discord-double/messages.ts';
import type { User } from '../../../src/discord-double/people.ts';
import { buttonsOf, readCards } from './read-cards.ts';
import { asGuest, filled, IDS, OTHER_PERSON, PERSON, type OptionValue } from './discord-payloads.ts';

/** Something the bot did: a REST request with what it was answered, or a gateway packet (`method` is `GATEWAY`). */
export interface Recorded {
  readonly method: string;
  /** The route without prefix and query, or the gateway opcode's name. */
  readonly path: string;
  /** Parsed JSON; null for none. Test code reads it as it likes. */
  readonly body: any; // oxlint-disable-line typescript/no-explicit-any
  /** Files that came with it. */
  readonly files: readonly SentFile[];
  /** 0 for gateway packets and for requests that are never answered. */
  readonly status: number;
  /** What the double answered. */
  readonly answer?: any; // oxlint-disable-line typescript/no-explicit-any
}

export interface Match {
  readonly method?: string;
  readonly path?: RegExp;
  readonly status?: number;
  readonly where?: (recorded: Recorded) => boolean;
}

function isMatch(entry: Recorded, match: Match): boolean {
  return (
    (match.method === undefined || entry.method === match.method) &&
    (match.path === undefined || match.path.test(entry.path)) &&
    (match.status === undefined || entry.status === match.status) &&
    (match.where === undefined || match.where(entry))
  );
}

/** A message's buttons, as far as clicking needs them. */
export interface Buttons {
  readonly id?: string;
  readonly flags?: number;
  readonly components?: readonly unknown[];
}

/** An error that a route answers with instead of its own answer. */
export interface Failure {
  readonly method: string;
  readonly path: RegExp;
  readonly status: number;
  /** Discord's error code, such as 10062. */
  readonly code?: number;
  readonly message?: string;
  readonly retryAfterSeconds?: number;
  /** True: it is never answered. */
  readonly hangs?: true;
  /** How often; once by default. */
  readonly times?: number;
}

export interface DoubleOptions {
  readonly token?: string;
  readonly grantsMessageContent?: boolean;
  readonly authenticates?: boolean;
  readonly refusesGateway?: boolean;
  /** Commands that were registered before. */
  readonly registered?: ReadonlyMap<string | null, readonly object[]>;
  /** What everybody may do in the server. */
  readonly everyone?: bigint;
}

/** Where somebody writes or asks. */
type Place = 'server' | 'direct';
const CHANNELS: Readonly<Record<Place, string>> = { server: IDS.channel, direct: IDS.directChannel };

interface ClickOptions {
  readonly by?: User;
  /** Whether the message is seen by one person only. */
  readonly isPrivate?: boolean;
}

interface MessageOptions {
  readonly author?: User;
  readonly place?: Place;
  /** The id of a thread, in place of `place`. */
  readonly thread?: string;
  /** The message that it replies to, of the bot where nobody else wrote it. */
  readonly repliesTo?: { readonly id: string };
}

/** The preview's Discord with what tests need: it records, waits and fails as told. Call `stop` at the end. */
export async function startDiscordDouble({
  token = 'test-token',
  grantsMessageContent = true,
  authenticates = true,
  refusesGateway = false,
  registered,
  everyone,
}: DoubleOptions = {}) {
  const recorded: Recorded[] = [];
  const waiting = new Set<(entry: Recorded) => void>();
  const failures: { failure: Failure; left: number }[] = [];
  const discord = await startDiscord({
    token,
    person: PERSON,
    grantsMessageContent,
    authenticates,
    refusesGateway,
    registered,
    everyone,
    fileUrl: (id, name) => `https://files.example/${id}/${encodeURIComponent(name)}`,
    instead: ({ method, path }) => failing(method, path),
    onPacket: (path, body) => record({ method: 'GATEWAY', path, body, files: [], status: 0 }),
    onAnswer: ({ json, ...request }, { status, body }) =>
      record({ ...request, body: readCards(json), status, answer: body }),
  });

  function failing(method: string, path: string): Answer | Promise<Answer> | null {
    const found = failures.find(
      ({ failure, left }) => left > 0 && failure.method === method && failure.path.test(path),
    );
    if (!found) return null;
    found.left -= 1;
    if (found.failure.hangs) {
      record({ method, path, body: null, files: [], status: 0 });
      return new Promise(() => undefined);
    }
    const { status, code = 0, message = 'told to fail', retryAfterSeconds } = found.failure;
    const limited = status === 429 ? { retry_after: retryAfterSeconds ?? 0, global: false } : {};
    return { status, body: { code, message, ...limited } };
  }

  function record(entry: Recorded): void {
    recorded.push(entry);
    for (const look of waiting) look(entry);
  }

  const all = (match: Match): Recorded[] => recorded.filter((entry) => isMatch(entry, match));

  /** The `nth` thing (from 1) the bot did that matches, as soon as it has been done. */
  function waitFor(match: Match, nth = 1): Promise<Recorded> {
    const before = all(match);
    const found = before[nth - 1];
    if (found) return Promise.resolve(found);
    let left = nth - before.length;
    return new Promise((resolve) => {
      // Each new one is looked at once: who waits in vain costs one look for each.
      const look = (entry: Recorded): void => {
        if (!isMatch(entry, match) || --left > 0) return;
        waiting.delete(look);
        resolve(entry);
      };
      waiting.add(look);
    });
  }

  /** Sends an interaction; what the bot does about it is awaited through the result. */
  function interact(payload: interactions.InteractionPayload) {
    const original = new RegExp(`^/webhooks/\\d+/${payload.token}/messages/@original$`);
    const mayDo =
      everyone === undefined || payload.context !== 0 ? {} : { app_permissions: everyone.toString() };
    discord.interact({ ...payload, ...mayDo });
    return {
      ...payload,
      callback: () => waitFor({ method: 'POST', path: new RegExp(`^/interactions/${payload.id}/`) }),
      edited: (nth = 1) => waitFor({ method: 'PATCH', path: original, status: 200 }, nth),
      deleted: () => waitFor({ method: 'DELETE', path: original }),
      followedUp: () => waitFor({ method: 'POST', path: new RegExp(`^/webhooks/\\d+/${payload.token}$`) }),
    };
  }

  /** The edit of a message of the bot that is not an interaction's own. */
  function edited(id: string): Promise<Recorded> {
    return waitFor({ method: 'PATCH', path: new RegExp(`/messages/${id}$`), status: 200 });
  }

  const by = { by: PERSON };
  const slashCommand = (
    name: string,
    options: Readonly<Record<string, OptionValue>> = {},
    place: Place = 'server',
  ) => interactions.slashCommand(name, filled(options), { ...by, channelId: CHANNELS[place] });

  return {
    apiUrl: discord.apiUrl,
    token,
    recorded,
    all,
    waitFor,
    edited,
    interact,
    dispatch: discord.dispatch,
    dropGateway: (code?: number) => discord.dropGateway(code),
    refuseGateway: () => discord.refuseGateway(),
    hangGateway: () => discord.hangGateway(),
    revokeMessageContent: () => discord.revokeMessageContent(),
    slash: (...command: Parameters<typeof slashCommand>) => interact(slashCommand(...command)),
    /** `permissions` are theirs in the server who send it. */
    subcommand(
      name: string,
      below: string,
      options: Readonly<Record<string, OptionValue>>,
      permissions: bigint,
    ) {
      const type = ApplicationCommandOptionType.Subcommand;
      const chosen = [{ name: below, type, options: filled(options) }];
      return interact(interactions.slashCommand(name, chosen, { ...by, permissions }));
    },
    autocomplete: (name: string, option: string, value: string) =>
      interact(
        interactions.autocomplete(
          name,
          filled({ [option]: value }).map((one) => ({ ...one, focused: true })),
          by,
        ),
      ),
    /** Clicks the button of that label under a message of the bot, of which this was the body. */
    click(body: Buttons, label: string, { by: clicker = PERSON, isPrivate = false }: ClickOptions = {}) {
      const buttons = buttonsOf(body.components ?? []);
      const button = buttons.find((one) => one.label === label);
      if (!button)
        throw new Error(`no button "${label}" among ${buttons.map((one) => one.label).join(', ')}`);
      // As Discord has it by now: a message with a thread says so.
      const now = discord.message(body.id);
      const flags = (isPrivate ? MessageFlags.Ephemeral : 0) | (body.flags ?? 0) | (now?.flags ?? 0);
      const on = storedMessage({ ...body, ...(flags & MessageFlags.IsComponentsV2 ? NOTHING : {}), flags });
      return interact(interactions.buttonClick(on, button.custom_id, { by: clicker }));
    },
    /** The same as `slash`, from where the bot is not. */
    slashAsGuest: (name: string, options: Readonly<Record<string, OptionValue>>) =>
      interact(asGuest(slashCommand(name, options))),
    messageCommand: (name: string, text: string) =>
      interact(interactions.messageCommand(name, storedMessage({ author: OTHER_PERSON, content: text }), by)),
    submitForm: (form: interactions.Form, fields: Readonly<Record<string, string>>) =>
      interact(interactions.formSubmit(form, fields, by)),
    /** Sends a message; `replied` is the bot's answer to it, `edited` what that becomes. */
    message(content: string, { author = PERSON, place = 'server', thread, repliesTo }: MessageOptions = {}) {
      const sent = writtenMessage(content, {
        author,
        channelId: thread ?? CHANNELS[place],
        repliesTo:
          repliesTo &&
          (discord.message(repliesTo.id) ?? storedMessage({ content: 'before', id: repliesTo.id })),
      });
      discord.say(sent);
      const isReply = ({ body }: Recorded): boolean => body?.message_reference?.message_id === sent.id;
      const replied = () =>
        waitFor({ method: 'POST', path: /^\/channels\/\d+\/messages$/, status: 200, where: isReply });
      return { ...sent, replied, edited: async () => edited((await replied()).answer.id) };
    },
    join: (...joined: Parameters<typeof discord.join>): string => discord.join(...joined),
    /** Somebody changes the words of their message. */
    editMessage: ({ id }: { readonly id: string }, content: string): void => discord.editMessage(id, content),
    fail(failure: Failure): void {
      failures.push({ failure, left: failure.times ?? 1 });
    },
    registered: discord.registered,
    stop: () => discord.stop(),
  };
}

/** What a message that is laid out by components has beside them. */
const NOTHING = { content: '', embeds: [] };

const Flags = z.looseObject({ flags: z.number().optional() });

/** Whether only the person who asked sees a message with this body. */
export function isEphemeral(body: unknown): boolean {
  return ((Flags.parse(body).flags ?? 0) & MessageFlags.Ephemeral) !== 0;
}
