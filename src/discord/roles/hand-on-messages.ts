import type { Message } from 'discord.js';
import type { Logger } from 'pino';
import { loggable } from '../../domain/loggable.ts';
import { mayBeAddressed } from '../messages/addressed.ts';
import type { Mentions } from '../messages/mentions.ts';
import type { ReadSettings } from '../server-settings.ts';
import { describeServer } from './describe-server.ts';
import { ANSWER_JOB, writeHandedOn, type HandedOn, type Jobs } from './handed-on.ts';
import type { Packets } from './packets.ts';

export interface HandOnMessagesDependencies {
  readonly jobs: Jobs;
  readonly packets: Packets;
  readonly readSettings: ReadSettings;
  readonly log: Logger;
}

/** Leaves messages that are written to the bot to another process; of several that see the same, one does. */
export function createHandOnMessages({
  jobs,
  packets,
  readSettings,
  log,
}: HandOnMessagesDependencies): Mentions {
  async function handOn(message: Message, event: HandedOn['event'], key: string): Promise<void> {
    try {
      if (!(await mayBeAddressed(message, readSettings))) return;
      const server = message.guild && describeServer(message.guild, message.channel);
      const packet = packets.of(message.id);
      await jobs.add(
        ANSWER_JOB,
        key,
        writeHandedOn({
          event,
          packet,
          server,
          isAcknowledged: false,
          servers: message.client.guilds.cache.size,
        }),
      );
    } catch (error) {
      log.error({ server: message.guildId, err: loggable(error) }, 'message could not be handed on');
    }
  }
  return {
    written: (message) => handOn(message, 'written', message.id),
    async edited(before, message) {
      if (before.content !== message.content)
        await handOn(message, 'edited', `${message.id}.${message.editedTimestamp ?? 0}`);
    },
  };
}
