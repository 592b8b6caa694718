import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { GatewayDispatchEvents, InteractionType } from 'discord.js';
import { z } from 'zod';
import { refuse, type Answer } from './rest/rest-answers.ts';
import type { Change } from './seen-changes.ts';
import { checkFilled } from './checks/check-filled.ts';
import { createFiles, type FileUrl } from './files.ts';
import { createGateway } from './gateway.ts';
import type { InteractionPayload } from './interactions.ts';
import { createKeptMessages } from './kept-messages.ts';
import { storedMessage, type StoredMessage } from './messages.ts';
import { IDS, newId, type User } from './people.ts';
import { MEMBERS_MAY, otherGuild } from './server.ts';
import { readBody } from './request-body.ts';
import { createRest, type RestRequest } from './rest/rest.ts';

/** Discord's own limit for what comes with one request, in bytes. */
const MOST_BYTES = 10 * 1024 * 1024;

const WRITTEN: string = GatewayDispatchEvents.MessageCreate;
const Written = z.looseObject({ id: z.string(), channel_id: z.string(), content: z.string() });

export interface DiscordOptions {
  /** The bot's; another is refused. */
  readonly token: string;
  readonly person: User;
  readonly applicationId?: string;
  /** Where people find the files of messages, which `file` gives. */
  readonly fileUrl: FileUrl;
  readonly onChange?: (change: Change) => void;
  /** False: an IDENTIFY with the Message Content intent is answered with close code 4014. */
  readonly grantsMessageContent?: boolean;
  /** False: every IDENTIFY is answered with close code 4004. */
  readonly authenticates?: boolean;
  /** True: nobody can connect to the gateway. */
  readonly refusesGateway?: boolean;
  /** Commands that were registered before, by server; null: everywhere. */
  readonly registered?: ReadonlyMap<string | null, readonly object[]> | undefined;
  /** What everybody may do in the server; all that the bot needs where it is not said. */
  readonly everyone?: bigint | undefined;
  /** Called with each opcode of the gateway and its data as they come in. */
  readonly onPacket?: (name: string, data: unknown) => void;
  /** An answer in place of Discord's own; null for Discord's own. */
  readonly instead?: (request: RestRequest) => Answer | Promise<Answer> | null;
  /** Called with each request and what it was answered. */
  readonly onAnswer?: (request: RestRequest, answer: Answer) => void;
}

export type Discord = Awaited<ReturnType<typeof startDiscord>>;

/** A Discord of one server on loopback, for the real discord.js client: its gateway, its REST routes, its refusals. Call `stop` at the end. */
export async function startDiscord(options: DiscordOptions) {
  const { token, person, applicationId = IDS.application, onChange = () => undefined } = options;
  const http = createServer((request, response) => {
    void respond(request).then(
      (answer) => write(response, answer),
      () => write(response, refuse(400, 50109, 'The request body contains invalid JSON.')),
    );
  });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const address = http.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const url = (): string => `ws://127.0.0.1:${port}`;
  const files = createFiles(options.fileUrl);
  const messages = createKeptMessages({ files, onChange });
  const { registered } = options;
  const rest = createRest({ token, gatewayUrl: url, applicationId, person, messages, onChange, registered });
  const gateway = createGateway({
    http,
    token,
    url,
    applicationId,
    grantsMessageContent: options.grantsMessageContent ?? true,
    authenticates: options.authenticates ?? true,
    refuses: options.refusesGateway ?? false,
    everyone: options.everyone,
    onPacket: options.onPacket ?? (() => undefined),
  });

  async function respond(incoming: IncomingMessage): Promise<Answer> {
    const { pathname, searchParams } = new URL(incoming.url ?? '/', 'http://discord');
    const path = decodeURIComponent(pathname.replace(/^\/api\/v10/, ''));
    const { json, files: sent, size } = await readBody(incoming, MOST_BYTES);
    const query = Object.fromEntries(searchParams);
    const request = { method: incoming.method ?? '', path, query, json, files: sent };
    const answer =
      (await options.instead?.(request)) ??
      (size > MOST_BYTES
        ? refuse(413, 40005, 'Request entity too large')
        : rest.answer(request, incoming.headers));
    options.onAnswer?.(request, answer);
    return answer;
  }

  return {
    /** Discord's REST address without the version. */
    apiUrl: `http://127.0.0.1:${port}/api`,
    token,
    /** Sends an event to the bot as it is; what is written can then be read in its channel. */
    dispatch: (event: string, data: unknown): void => {
      const written = event === WRITTEN ? Written.safeParse(data).data : undefined;
      if (written !== undefined) messages.keep(storedMessage(written));
      gateway.dispatch(event, data);
    },
    dropGateway: (code?: number): void => gateway.drop(code),
    refuseGateway: (): void => gateway.refuse(),
    hangGateway: (): void => gateway.hang(),
    revokeMessageContent: (): void => gateway.revokeMessageContent(),
    /** What is there under that id: undefined, or false, where nothing is. */
    message: messages.get,
    file: files.get,
    hasChannel: rest.isChannel,
    registered: rest.registered,
    /** Somebody does something that the bot is to answer. Throws for a command that nobody can send like that. */
    interact(payload: InteractionPayload): void {
      const isSent = payload.type === InteractionType.ApplicationCommand;
      const problem = isSent ? checkFilled([...rest.registered.values()].flat(), payload.data) : null;
      if (problem !== null) throw new Error(`Discord would not send this command: ${problem}`);
      rest.expect(payload);
      gateway.dispatch(GatewayDispatchEvents.InteractionCreate, payload);
    },
    /** Somebody writes a message that all see. */
    say(message: StoredMessage): void {
      messages.show(message);
      gateway.dispatch(GatewayDispatchEvents.MessageCreate, message);
    },
    /** The bot joins another server; gives its system channel, which may be one that there is already. */
    join(everyone: bigint = MEMBERS_MAY, channelId = newId(), id = newId()): string {
      rest.addChannel(channelId);
      gateway.dispatch(GatewayDispatchEvents.GuildCreate, otherGuild(id, channelId, everyone));
      return channelId;
    },
    /** Somebody changes the words of their message. */
    editMessage(id: string, content: string): void {
      const before = messages.get(id);
      if (before === undefined) throw new Error(`there is no message ${id}`);
      const message = messages.show({ ...before, content, edited_timestamp: new Date().toISOString() });
      gateway.dispatch(GatewayDispatchEvents.MessageUpdate, message);
    },
    async stop(): Promise<void> {
      gateway.stop();
      http.closeAllConnections();
      http.close();
      await once(http, 'close');
    },
  };
}

function write(response: ServerResponse, { status, body }: Answer): void {
  const type = body === undefined ? {} : { 'content-type': 'application/json' };
  const retryAfter = status === 429 ? { 'retry-after': String(retrySeconds(body)) } : {};
  response.writeHead(status, { ...type, ...retryAfter });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}

function retrySeconds(body: unknown): number {
  return typeof body === 'object' && body !== null && 'retry_after' in body ? Number(body.retry_after) : 0;
}
