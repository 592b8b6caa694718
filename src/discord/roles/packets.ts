import { GatewayDispatchEvents, type Client } from 'discord.js';
import { z } from 'zod';

/** What the gateway sends, as it is; who reads it takes no more for granted. */
const Packet = z.looseObject({ id: z.string() });
export type Packet = Readonly<z.infer<typeof Packet>>;

const EVENTS = [
  GatewayDispatchEvents.InteractionCreate,
  GatewayDispatchEvents.MessageCreate,
  GatewayDispatchEvents.MessageUpdate,
] as const;
/** Many more than come in the seconds until one is handed on. */
const MOST_KEPT = 2000;

/** Keeps what came over the gateway last, to be handed on as it was. */
export interface Packets {
  follow(client: Client): void;
  /** Throws where none of that id came lately. */
  of(id: string): Packet;
}

export function createPackets(): Packets {
  const kept = new Map<string, Packet>();
  return {
    follow(client) {
      // The client tells of them before it makes anything of them.
      for (const event of EVENTS)
        client.ws.on(event, (packet: unknown) => {
          const { data } = Packet.safeParse(packet);
          if (!data) return;
          kept.delete(data.id);
          kept.set(data.id, data);
          for (const oldest of kept.keys()) {
            if (kept.size <= MOST_KEPT) break;
            kept.delete(oldest);
          }
        });
    },
    of(id) {
      const packet = kept.get(id);
      if (!packet) throw new Error(`no packet came of ${id}`);
      return packet;
    },
  };
}
