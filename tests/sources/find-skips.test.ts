import { describe, expect, it } from 'vitest';
import { textAt } from '../../src/text/span.ts';
import { findSkips } from '../../src/sources/find-skips.ts';

const skipped = (text: string, author: string | null = null): string[] =>
  findSkips(text, author).map((span) => textAt(text, span));

describe('findSkips', () => {
  it.each([
    'Facebook Pixel',
    'All News',
    'Read more: What comes next',
    'Subscribe to our newsletter for more',
    'By Jane Doe',
    'By Jane Doe and John Roe, Example Post',
    'Translated by Example Service',
    'Tuesday, January 11, 2022',
    'Published: 11 January 2022, 14:05 GMT',
    'Posted: Fri 6:45 PM, Feb 16, 2018  |',
    'Published 2:16 AM EST Nov 20, 2019',
    '21:17 18.11.2019Get short URL',
    'The views expressed here are those of the author and do not necessarily reflect those of the Example.',
    'The two ministers in Geneva. Photo: Example / Agency',
    '© 2022 Example Media',
  ])('marks the line %j', (line) => {
    expect(skipped(`${line}\nThe talks began in the morning.`)).toEqual([line]);
  });

  it.each([
    'By noon nobody had said a word.',
    'By the numbers',
    'She called for more: more talks, more time.',
    'On January 11, 2022 the ministers met.',
    'May 2022: 14 of 16 agreed',
    'The views of the two sides did not change in 2022, he said.',
    'He shared a photo: “This is our picture/our story,” he said.',
    'All news was bad that day.',
  ])('leaves the line %j alone', (line) => {
    expect(skipped(`${line}\nThe talks began in the morning.`)).toEqual([]);
  });

  it('marks a paragraph from its second time on, and a caption each time', () => {
    const caption = 'The delegations at the table in Geneva (Photo: Agency)';
    const line = 'Negotiations: there is minimal progress';
    expect(skipped(`${caption}\n${caption}\n${line}\nText.\n${line}\n`)).toEqual([caption, caption, line]);
  });

  it('marks only the label where "Quote" is glued to a quotation mark', () => {
    expect(skipped('Quote"We agree," he said. Quote “No”. He would quote"x".')).toEqual(['Quote']);
  });

  it('knows the byline by the author', () => {
    expect(skipped('Jo Poe, specially for the Example\nJo Poe met the minister.', 'Jo Poe')).toEqual([
      'Jo Poe, specially for the Example',
    ]);
  });
});
