import { z } from 'zod';
import { ServerPacket } from './describe-server.ts';

/** What one process leaves to another: something that came over the gateway, and where. */
const HandedOn = z.object({
  event: z.enum(['interaction', 'written', 'edited']),
  packet: z.looseObject({ id: z.string() }),
  /** Null in direct messages, and where the bot is not. */
  server: ServerPacket.nullable(),
  /** Whether Discord was told that an answer will come. */
  isAcknowledged: z.boolean(),
  /** How many servers have the bot. */
  servers: z.int(),
});
export type HandedOn = Readonly<z.infer<typeof HandedOn>>;

/** The kind of job that it is. */
export const ANSWER_JOB = 'answer';

/** What the face of Discord needs of the jobs between processes. */
export interface Jobs {
  /** False where one of that key is there; nobody takes it within `heldMs`. */
  add(kind: string, key: string, payload: string, heldMs?: number): Promise<boolean>;
  release(key: string, payload: string): Promise<void>;
  remove(key: string): Promise<void>;
}

export function writeHandedOn(handedOn: HandedOn): string {
  return JSON.stringify(handedOn);
}

/** Throws for what another version wrote in another form. */
export function readHandedOn(payload: string): HandedOn {
  return HandedOn.parse(JSON.parse(payload));
}
