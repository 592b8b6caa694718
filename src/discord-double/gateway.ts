import type { Server } from 'node:http';
import { GatewayDispatchEvents, GatewayIntentBits, GatewayOpcodes } from 'discord.js';
import { WebSocketServer, type RawData, type WebSocket } from 'ws';
import { z } from 'zod';
import { BOT_USER, IDS } from './people.ts';
import { guildCreate } from './server.ts';

const Packet = z.object({ op: z.enum(GatewayOpcodes), d: z.unknown() });
const Identify = z.object({ token: z.string(), intents: z.number() });
const Resume = z.object({ token: z.string(), session_id: z.string(), seq: z.number() });

/** Discord's own limit for what comes with one packet. */
const MOST_BYTES = 4096;
/** Events kept for a RESUME. */
const MOST_KEPT = 1000;

interface Sent {
  readonly t: string;
  readonly d: unknown;
  readonly s: number;
}

export interface GatewayOptions {
  readonly http: Server;
  readonly token: string;
  readonly url: () => string;
  readonly applicationId: string;
  /** False: an IDENTIFY with the Message Content intent is answered with close code 4014. */
  readonly grantsMessageContent: boolean;
  /** False: every IDENTIFY is answered with close code 4004. */
  readonly authenticates: boolean;
  /** True: every connection is closed before a word is said. */
  readonly refuses?: boolean;
  /** What everybody may do in the server; all that the bot needs where it is not said. */
  readonly everyone?: bigint | undefined;
  /** Called with each opcode and its data as they come in. */
  readonly onPacket: (name: string, data: unknown) => void;
}

/** Discord's gateway for one shard: HELLO, IDENTIFY, READY, heartbeats and RESUME with what was missed. */
export function createGateway(options: GatewayOptions) {
  const sockets = new WebSocketServer({ server: options.http, maxPayload: MOST_BYTES });
  const sent: Sent[] = [];
  let sequence = 0;
  let { grantsMessageContent, refuses = false } = options;
  /** Several processes of one bot may be connected; each hears of all. */
  const open = new Set<WebSocket>();

  sockets.on('connection', (socket) => {
    if (refuses) {
      options.onPacket('Refused', null);
      socket.terminate();
      return;
    }
    send(socket, { op: GatewayOpcodes.Hello, d: { heartbeat_interval: 41_250 }, s: null, t: null });
    // Any page in a browser can connect here: what it sends wrongly ends its own connection and nothing else.
    socket.on('error', () => socket.terminate());
    socket.on('message', (raw) => {
      const packet = readPacket(raw);
      if (packet) receive(socket, packet);
      else socket.close(4002, 'Error while decoding payload.');
    });
    socket.on('close', () => {
      open.delete(socket);
    });
  });

  function receive(socket: WebSocket, { op, d }: z.infer<typeof Packet>): void {
    options.onPacket(GatewayOpcodes[op], d);
    if (op === GatewayOpcodes.Heartbeat)
      send(socket, { op: GatewayOpcodes.HeartbeatAck, d: null, s: null, t: null });
    if (op === GatewayOpcodes.Identify) identify(socket, Identify.safeParse(d).data);
    if (op === GatewayOpcodes.Resume) resume(socket, Resume.safeParse(d).data);
  }

  function identify(socket: WebSocket, asked: z.infer<typeof Identify> | undefined): void {
    if (asked?.token !== options.token || !options.authenticates)
      return socket.close(4004, 'Authentication failed.');
    if (asked.intents & GatewayIntentBits.MessageContent && !grantsMessageContent)
      return socket.close(4014, 'Disallowed intent(s).');
    open.add(socket);
    tell([socket], GatewayDispatchEvents.Ready, {
      v: 10,
      user: BOT_USER,
      guilds: [{ id: IDS.guild, unavailable: true }],
      session_id: 'session-1',
      resume_gateway_url: options.url(),
      application: { id: options.applicationId, flags: 0 },
    });
    tell([socket], GatewayDispatchEvents.GuildCreate, guildCreate(options.everyone));
  }

  function resume(socket: WebSocket, asked: z.infer<typeof Resume> | undefined): void {
    if (asked?.token !== options.token) return socket.close(4004, 'Authentication failed.');
    open.add(socket);
    for (const event of sent.filter(({ s }) => s > asked.seq))
      send(socket, { op: GatewayOpcodes.Dispatch, ...event });
    tell([socket], GatewayDispatchEvents.Resumed, {});
  }

  /** Sends an event; while nobody is connected it is kept for the RESUME, as Discord does. */
  function dispatch(t: string, d: unknown): void {
    tell(open, t, d);
  }

  function tell(to: Iterable<WebSocket>, t: string, d: unknown): void {
    sequence += 1;
    const event = { t, d, s: sequence };
    sent.push(event);
    if (sent.length > MOST_KEPT) sent.shift();
    for (const socket of to) send(socket, { op: GatewayOpcodes.Dispatch, ...event });
  }

  return {
    dispatch,
    /** Closes the connection from Discord's side; 4000 asks for a RESUME. */
    drop(code = 4000): void {
      for (const socket of open) socket.close(code);
      open.clear();
    },
    /** From now on nobody can connect, and who is connected is not any more. */
    refuse(): void {
      refuses = true;
      for (const socket of sockets.clients) socket.terminate();
    },
    /** From now on nothing is heard of it, and it hears nothing. */
    hang(): void {
      for (const socket of sockets.clients) socket.pause();
    },
    /** From now on Message Content is refused. */
    revokeMessageContent(): void {
      grantsMessageContent = false;
    },
    stop(): void {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
    },
  };
}

/** Null for what is no packet. */
function readPacket(raw: RawData): z.infer<typeof Packet> | null {
  try {
    return Packet.parse(JSON.parse(Buffer.isBuffer(raw) ? raw.toString('utf8') : '{}'));
  } catch {
    return null;
  }
}

function send(socket: WebSocket, packet: object): void {
  socket.send(JSON.stringify(packet));
}
