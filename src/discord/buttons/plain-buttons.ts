import { BUTTON_WORDS } from '../words/button-words.ts';
import type { PageButton, ShareButton, ThreadButton } from './button.ts';

/** Fewer pages are turned one by one; the end is offered to whoever has begun to turn. */
const LEAST_TO_JUMP = 3;

export const first: PageButton = {
  kind: 'page',
  action: 'first',
  label: BUTTON_WORDS.first,
  applies: ({ page, pages }) => pages >= LEAST_TO_JUMP && page > 1,
  target: () => 0,
};

export const back: PageButton = {
  kind: 'page',
  action: 'back',
  label: BUTTON_WORDS.back,
  applies: ({ page }) => page > 0,
  target: ({ page }) => page - 1,
};

export const more: PageButton = {
  kind: 'page',
  action: 'more',
  label: BUTTON_WORDS.more,
  applies: ({ page, pages }) => page < pages - 1,
  target: ({ page }) => page + 1,
};

export const last: PageButton = {
  kind: 'page',
  action: 'last',
  label: BUTTON_WORDS.last,
  applies: ({ page, pages }) => pages >= LEAST_TO_JUMP && page > 0 && page < pages - 2,
  target: ({ pages }) => pages - 1,
};

export const share: ShareButton = {
  kind: 'share',
  action: 'share',
  label: BUTTON_WORDS.share,
  applies: ({ isPrivate, isList }) => isPrivate && isList !== true,
};

/** Opens a thread under an answer, for who wants to ask on. */
export const thread: ThreadButton = {
  kind: 'thread',
  action: 'thread',
  label: BUTTON_WORDS.thread,
  applies: ({ isPrivate, canThread, isList }) => !isPrivate && canThread && isList !== true,
};
