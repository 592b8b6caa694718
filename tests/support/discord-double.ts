import { createServer, type IncomingMessage } from 'node:http';
import { once } from 'node:events';
import { GatewayDispatchEvents } from 'discord.js';
import { createGateway } from './discord-gateway.ts';
import * as payloads from './discord-payloads.ts';
import { createRest, type Answer } from './discord-rest.ts';

/** Something the bot did: a REST request with what it was answered, or a gateway packet (`method` is `GATEWAY`). */
export interface Recorded {
  readonly method: string;
  /** The route without prefix and query, or the gateway opcode's name. */
  readonly path: string;
  /** Parsed JSON; null for none. Test code reads it as it likes. */
  readonly body: any; // oxlint-disable-line typescript/no-explicit-any
  /** 0 for gateway packets. */
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

/** A message's buttons, as far as clicking needs them. */
export interface Buttons {
  readonly components?: readonly {
    readonly components: readonly { readonly label: string; readonly custom_id: string }[];
  }[];
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
  /** How often; once by default. */
  readonly times?: number;
}

export interface DoubleOptions {
  readonly token?: string;
  readonly grantsMessageContent?: boolean;
  readonly authenticates?: boolean;
  /** What everybody may do in the server. */
  readonly everyone?: bigint;
}

/** Discord on loopback, for the real discord.js client: its gateway, its REST routes, its refusals. Call `stop` at the end. */
export async function startDiscordDouble({
  token = 'test-token',
  grantsMessageContent = true,
  authenticates = true,
  everyone,
}: DoubleOptions = {}) {
  const recorded: Recorded[] = [];
  const waiting = new Set<() => void>();
  const failures: { failure: Failure; left: number }[] = [];
  const http = createServer((request, response) => {
    void respond(request).then(({ status, body }) => {
      const type = body === undefined ? {} : { 'content-type': 'application/json' };
      const retryAfter = status === 429 ? { 'retry-after': String(retrySeconds(body)) } : {};
      response.writeHead(status, { ...type, ...retryAfter });
      response.end(body === undefined ? undefined : JSON.stringify(body));
    });
  });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const address = http.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const gatewayUrl = (): string => `ws://127.0.0.1:${port}`;
  const rest = createRest({ token, gatewayUrl });
  const gateway = createGateway({
    http,
    token,
    url: gatewayUrl,
    grantsMessageContent,
    authenticates,
    everyone,
    onPacket: (path, body) => record({ method: 'GATEWAY', path, body, status: 0 }),
  });

  async function respond(incoming: IncomingMessage): Promise<Answer> {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(Buffer.from(chunk));
    const text = Buffer.concat(chunks).toString('utf8');
    const path = new URL(incoming.url ?? '/', 'http://double').pathname.replace(/^\/api\/v10/, '');
    const request = {
      method: incoming.method ?? '',
      path: decodeURIComponent(path),
      body: text ? JSON.parse(text) : null,
    };
    const answer = failing(request.method, request.path) ?? rest.answer(request, incoming.headers);
    record({ ...request, status: answer.status, answer: answer.body });
    return answer;
  }

  function failing(method: string, path: string): Answer | null {
    const found = failures.find(
      ({ failure, left }) => left > 0 && failure.method === method && failure.path.test(path),
    );
    if (!found) return null;
    found.left -= 1;
    const { status, code = 0, message = 'told to fail', retryAfterSeconds } = found.failure;
    const limited = status === 429 ? { retry_after: retryAfterSeconds ?? 0, global: false } : {};
    return { status, body: { code, message, ...limited } };
  }

  function record(entry: Recorded): void {
    recorded.push(entry);
    for (const look of waiting) look();
  }

  function all(match: Match): Recorded[] {
    return recorded.filter(
      (entry) =>
        (match.method === undefined || entry.method === match.method) &&
        (match.path === undefined || match.path.test(entry.path)) &&
        (match.status === undefined || entry.status === match.status) &&
        (match.where === undefined || match.where(entry)),
    );
  }

  /** The `nth` thing (from 1) the bot did that matches, as soon as it has been done. */
  function waitFor(match: Match, nth = 1): Promise<Recorded> {
    return new Promise((resolve) => {
      const look = (): void => {
        const found = all(match)[nth - 1];
        if (!found) return;
        waiting.delete(look);
        resolve(found);
      };
      waiting.add(look);
      look();
    });
  }

  /** Sends an interaction; what the bot does about it is awaited through the result. */
  function interact(payload: payloads.InteractionPayload) {
    const original = new RegExp(`^/webhooks/\\d+/${payload.token}/messages/@original$`);
    rest.expect(payload);
    gateway.dispatch(GatewayDispatchEvents.InteractionCreate, payload);
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

  return {
    apiUrl: `http://127.0.0.1:${port}/api`,
    token,
    recorded,
    all,
    waitFor,
    edited,
    interact,
    dispatch: gateway.dispatch,
    dropGateway: (code?: number) => gateway.drop(code),
    revokeMessageContent: () => gateway.revokeMessageContent(),
    slash: (
      name: string,
      options: Readonly<Record<string, payloads.OptionValue>> = {},
      place: payloads.Place = 'server',
    ) => interact(payloads.slashCommand(name, options, place)),
    subcommand: (...args: Parameters<typeof payloads.subcommand>) => interact(payloads.subcommand(...args)),
    autocomplete: (name: string, option: string, value: string) =>
      interact(payloads.autocomplete(name, option, value)),
    /** Clicks the button of that label under a message of the bot, of which this was the body. */
    click(body: Buttons, label: string, options: payloads.ClickOptions = {}) {
      const buttons = (body.components ?? []).flatMap((row) => row.components);
      const button = buttons.find((one) => one.label === label);
      if (!button)
        throw new Error(`no button "${label}" among ${buttons.map((one) => one.label).join(', ')}`);
      return interact(payloads.click(body, button.custom_id, options));
    },
    /** The same as `slash`, from where the bot is not. */
    slashAsGuest: (name: string, options: Readonly<Record<string, payloads.OptionValue>>) =>
      interact(payloads.asGuest(payloads.slashCommand(name, options, 'server'))),
    messageCommand: (name: string, text: string) => interact(payloads.messageCommand(name, text)),
    submitForm: (form: payloads.Form, fields: Readonly<Record<string, string>>) =>
      interact(payloads.submitForm(form, fields)),
    /** Sends a message; `replied` is the bot's answer to it, `edited` what that becomes. */
    message(content: string, options: payloads.MessageOptions = {}) {
      const sent = payloads.message(content, options);
      gateway.dispatch(GatewayDispatchEvents.MessageCreate, sent);
      const isReply = ({ body }: Recorded): boolean => body?.message_reference?.message_id === sent.id;
      const replied = () =>
        waitFor({ method: 'POST', path: /^\/channels\/\d+\/messages$/, status: 200, where: isReply });
      return { ...sent, replied, edited: async () => edited((await replied()).answer.id) };
    },
    fail(failure: Failure): void {
      failures.push({ failure, left: failure.times ?? 1 });
    },
    async stop(): Promise<void> {
      gateway.stop();
      http.closeAllConnections();
      http.close();
      await once(http, 'close');
    },
  };
}

function retrySeconds(body: unknown): number {
  return typeof body === 'object' && body !== null && 'retry_after' in body ? Number(body.retry_after) : 0;
}
