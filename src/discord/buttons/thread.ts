import type { ThreadButton } from './button.ts';

/** Opens a thread under an answer, for who wants to ask on. */
export const thread: ThreadButton = {
  kind: 'thread',
  action: 'thread',
  label: 'Thread',
  applies: ({ isPrivate, canThread, isList }) => !isPrivate && canThread && isList !== true,
};
