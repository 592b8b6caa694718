import { expect, it } from 'vitest';
import { createFakeApp } from '../support/fake-app.ts';
import { createTestSite } from '../support/pages/test-site.ts';

it('the first page’s table has how each side last moved, its sign unread and its words told', async () => {
  const app = createFakeApp();
  const matrix = await app.matrix();
  const [first, ...rest] = matrix.cells.filter(({ statements }) => statements > 0);
  if (first === undefined) throw new Error('somebody says something');
  const moved = {
    when: '2024-02-26',
    trend: 'fell',
    acts: { from: 'offers', to: 'offers' },
    words: { from: '9 per cent', to: '<b>8</b> per cent' },
  } as const;
  const site = createTestSite({
    app: { ...app, matrix: () => Promise.resolve({ ...matrix, cells: [{ ...first, moved }, ...rest] }) },
  });
  const { $ } = await site.page('/');
  expect($('.matrix .moved').length).toBe(1);
  expect($('.matrix .moved').text()).toBe('▼ moved 26 Feb 2024: 9 per cent → <b>8</b> per cent');
  expect($('.matrix .moved [aria-hidden=true]').text()).toBe('▼');
});
