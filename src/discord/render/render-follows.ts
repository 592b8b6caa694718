import type { FollowRow } from '../../domain/follow.ts';
import { showFollowed } from '../../show/show-follow.ts';
import { LIMITS } from '../limits.ts';
import { createReply, type Reply } from '../reply.ts';
import { markdownLine } from './escape.ts';
import { headed } from './notices.ts';
import type { Labels } from './render-positions.ts';

const SHOWN = 40;
const WHAT_CHARS = 90;

/** "12 · what is said on Pay · daily · in direct messages · quiet 22-7", as Markdown. */
export function followLine(follow: FollowRow, labels: Labels): string {
  const { kind, place, pace, quiet } = follow;
  const where = kind === 'channel' ? `in <#${place}>` : 'in direct messages';
  const parts = [
    markdownLine(showFollowed(follow, labels), WHAT_CHARS),
    pace,
    where,
    quiet === null ? null : `quiet ${markdownLine(quiet, WHAT_CHARS)}`,
  ];
  return parts.filter((part) => part !== null).join(' · ');
}

/** A list of follows with their numbers. */
export function renderFollows(follows: readonly FollowRow[], labels: Labels): Reply {
  if (follows.length === 0)
    return createReply('You follow nothing, and nothing is told in this channel. `/follow` begins it.');
  const lines = follows.slice(0, SHOWN).map((follow) => `**${follow.id}** · ${followLine(follow, labels)}`);
  const left = follows.length - lines.length;
  const description = [...lines, ...(left > 0 ? [`and ${left} more`] : [])].join('\n');
  return createReply('`/unfollow` with a number ends one.', [
    { ...headed('What is followed'), description: description.slice(0, LIMITS.descriptionChars) },
  ]);
}
