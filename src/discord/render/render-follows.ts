import type { FollowRow } from '../../domain/follow.ts';
import { showFollowed } from '../../show/show-follow.ts';
import { LIMITS } from '../limits.ts';
import { createReply, type Reply } from '../reply.ts';
import { markdownLine } from './escape.ts';
import { headed } from './notices.ts';
import type { Labels } from './render-positions.ts';
import { FOLLOW_WORDS } from '../words/follow-words.ts';
import { SHARED_WORDS } from '../words/shared-words.ts';

const SHOWN = 40;
const WHAT_CHARS = 90;
/** For how many more there are. */
const LEFT_CHARS = 30;

/** "12 · what is said on Pay · daily · in direct messages · quiet 22-7", as Markdown. */
export function followLine(follow: FollowRow, labels: Labels): string {
  const { kind, place, pace, quiet } = follow;
  const where = kind === 'channel' ? FOLLOW_WORDS.inChannel(place) : FOLLOW_WORDS.directMessages;
  const parts = [
    markdownLine(showFollowed(follow, labels), WHAT_CHARS),
    pace,
    where,
    quiet === null ? null : FOLLOW_WORDS.quiet(markdownLine(quiet, WHAT_CHARS)),
  ];
  return parts.filter((part) => part !== null).join(' · ');
}

/** A list of follows with their numbers. */
export function renderFollows(follows: readonly FollowRow[], labels: Labels): Reply {
  if (follows.length === 0) return createReply(FOLLOW_WORDS.youFollowNothing);
  const all = follows.map((follow) => {
    const feed = follow.feed === undefined ? '' : FOLLOW_WORDS.feed(follow.feed);
    return `**${follow.id}** · ${followLine(follow, labels)}${feed}`;
  });
  const lines = withinChars(all.slice(0, SHOWN), LIMITS.descriptionChars - LEFT_CHARS);
  const left = all.length - lines.length;
  const description = [...lines, ...(left > 0 ? [SHARED_WORDS.andMore(left).trim()] : [])].join('\n');
  return createReply(FOLLOW_WORDS.unfollowNumberEnds, [
    { ...headed(FOLLOW_WORDS.whatFollowed), description },
  ]);
}

/** The first lines that fit; an address that is cut leads nowhere. */
function withinChars(lines: readonly string[], most: number): string[] {
  let chars = 0;
  const end = lines.findIndex((line) => (chars += line.length + 1) > most);
  return lines.slice(0, end === -1 ? undefined : end);
}
