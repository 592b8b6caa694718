import type { Source } from '../draft.ts';

/** Web pages, by cheerio and Readability, which only the thread loads that reads with them. */
export const pageSource: Source = {
  endings: ['.html', '.htm', '.xhtml'],
  contentTypes: ['text/html', 'application/xhtml+xml'],
  read: async (input) => (await import('../page/read-page.ts')).readPage(input),
};
