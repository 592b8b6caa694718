import { BUTTON_WORDS } from '../words/button-words.ts';
import type { ShareButton } from './button.ts';

export const share: ShareButton = {
  kind: 'share',
  action: 'share',
  label: BUTTON_WORDS.share,
  applies: ({ isPrivate, isList }) => isPrivate && isList !== true,
};
