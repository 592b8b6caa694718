import { renderFollows } from '../../render/render-follows.ts';
import type { Command } from '../define/command.ts';
import { FOLLOW_WORDS } from '../../words/follow-words.ts';

/** Lists what somebody follows, and what is told in the channel. */
export const following: Command = {
  name: 'following',
  description: FOLLOW_WORDS.followingDescription,
  isFree: true,
  options: () => [],
  visibility: () => 'private',
  async run({ app, asker }) {
    if (asker === undefined) return renderFollows([], app);
    const { userId, channelId } = asker;
    const [own, here] = await Promise.all([
      app.follows({ person: userId }),
      channelId === null ? [] : app.follows({ place: channelId }),
    ]);
    const all = new Map([...own, ...here].map((one) => [one.id, one]));
    return renderFollows(
      [...all.values()].toSorted((a, b) => a.id - b.id),
      app,
    );
  },
};
