import type { PageButton } from './button.ts';

export const back: PageButton = {
  kind: 'page',
  action: 'back',
  label: '◀ Back',
  applies: ({ page }) => page > 0,
  target: ({ page }) => page - 1,
};

export const more: PageButton = {
  kind: 'page',
  action: 'more',
  label: 'More ▶',
  applies: ({ page, pages }) => page < pages - 1,
  target: ({ page }) => page + 1,
};
