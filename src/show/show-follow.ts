import type { FollowRow } from '../domain/follow.ts';
import { labelOf, type Labels } from './show-speaker.ts';

/** "what Ingrid Sollen offers", "what is said on Pay": what is followed. Outside text, not escaped yet. */
export function showFollowed(
  { subject, target, act }: Pick<FollowRow, 'subject' | 'target' | 'act'>,
  { sides, topics }: Labels,
): string {
  if (subject === 'topic') {
    const what = act === null || act === 'states' ? 'what is said' : `who ${act} what`;
    return `${what} on ${labelOf(target, topics)}`;
  }
  const who = subject === 'side' ? labelOf(target, sides) : target;
  return `what ${who} ${act === null || act === 'states' ? 'says' : act}`;
}
