import type { ShareButton } from './button.ts';

export const share: ShareButton = {
  kind: 'share',
  action: 'share',
  label: 'Share',
  applies: ({ isPrivate, isList }) => isPrivate && isList !== true,
};
