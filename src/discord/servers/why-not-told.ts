import type { Client } from 'discord.js';
import type { Destination } from '../../domain/follow.ts';
import type { ReadSettings } from '../server-settings.ts';
import { collectionAt, isReadIn } from './ties.ts';
import { FOLLOW_WORDS } from '../words/follow-words.ts';

export interface WhyNotToldDependencies {
  readonly client: Client<true>;
  readonly readSettings: ReadSettings;
}

/** Why a place is told no more of what arrives; null where it goes on. Rejects while that is not known. */
export type WhyNotTold = (place: Pick<Destination, 'kind' | 'place'>) => Promise<string | null>;

/**
 * A server's collection is told in the channels that read it, and to the server's members as long as it is read there: nobody
 * else could see or end what they follow in it.
 *
 * @param key the collection's
 */
export function createWhyNotTold({ client, readSettings }: WhyNotToldDependencies, key: string): WhyNotTold {
  async function ofChannel(id: string): Promise<string | null> {
    const channel = await client.channels.fetch(id);
    if (channel === null || channel.isDMBased()) return FOLLOW_WORDS.channelNoServer;
    const parentId = channel.isThread() ? channel.parentId : null;
    const settings = await readSettings(channel.guildId);
    return collectionAt({ channelId: id, parentId }, settings) === key ? null : OTHERS_READ;
  }

  async function ofPerson(id: string): Promise<string | null> {
    for (const { id: guildId, members } of client.guilds.cache.values()) {
      const settings = await readSettings(guildId);
      if (!settings.collections.some((one) => one.key === key)) continue;
      if (!isReadIn(settings, key)) return OTHERS_READ;
      // Who left is remembered as a member; Discord answers with an error for who is none.
      await members.fetch({ user: id, force: true });
      return null;
    }
    throw new Error('the server of a collection is not there now');
  }

  return ({ kind, place }) => (kind === 'channel' ? ofChannel(place) : ofPerson(place));
}

const OTHERS_READ = FOLLOW_WORDS.otherArticlesRead;
