import { BUTTON_WORDS } from '../words/button-words.ts';
import type { ThreadButton } from './button.ts';

/** Opens a thread under an answer, for who wants to ask on. */
export const thread: ThreadButton = {
  kind: 'thread',
  action: 'thread',
  label: BUTTON_WORDS.thread,
  applies: ({ isPrivate, canThread, isList }) => !isPrivate && canThread && isList !== true,
};
