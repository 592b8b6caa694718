import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  escapeMarkdown,
  markdownLine,
  plainLine,
  unescapeMarkdown,
} from '../../../src/discord/render/escape.ts';
import { showQuote } from '../../../src/discord/render/quote.ts';
import { outsideText } from '../../support/outside-text.ts';

describe('escapeMarkdown', () => {
  it.each([
    [
      '*bold* _it_ ~~gone~~ `code` ||hidden||',
      '\\*bold\\* \\_it\\_ \\~\\~gone\\~\\~ \\`code\\` \\|\\|hidden\\|\\|',
    ],
    ['[free](https://evil.example)', '\\[free\\](https\\://evil.example)'],
    ['<@1> <@&2> <#3> <t:4> @everyone', '\\<\\@1\\> \\<\\@&2\\> \\<#3\\> \\<t:4\\> \\@everyone'],
    [
      '# Head\n-# small\n- item\n+ item\n12. item\n> said',
      '\\# Head\n\\-\\# small\n\\- item\n\\+ item\n12\\. item\n\\> said',
    ],
    ['join discord.gg/abc or discord.com/invite/abc', 'join discord.gg\\/abc or discord.com\\/invite/abc'],
    ['7.5/10 and/or U.S./Russia', '7.5/10 and/or U.S./Russia'],
    ['at 10:30 :smile: it', 'at 10:30 \\:smile: it'],
    ['a\u202Eb\u200Bc⟦', 'a⟦U+202E⟧b⟦U+200B⟧c⟦U+27E6⟧'],
    ['plain-spoken, 7.5-hour "talks" (#1) – fine.', 'plain-spoken, 7.5-hour "talks" (#1) – fine.'],
  ])('%j', (text, shown) => {
    expect(escapeMarkdown(text)).toBe(shown);
    expect(unescapeMarkdown(shown)).toBe(text);
  });

  it('gives back any text exactly, and leaves nothing that Discord would read', () => {
    fc.assert(
      fc.property(outsideText, (text) => {
        const shown = escapeMarkdown(text);
        expect(unescapeMarkdown(shown)).toBe(text);
        // Neither a space, which would make a heading of what follows, nor part of an emoji’s name.
        const bare = shown.replace(/\\[^0-9A-Za-z\s]/gu, '·');
        expect(bare).not.toMatch(/[*_~`|<>[\]@\\]|:\/\/|:[\w+-]+:|^[ \t]*(?:#{1,3}|[-+]|\d+\.)\s/m);
        expect(bare).not.toMatch(/[a-z]\.[a-z]{2,}\//i);
        expect(bare).not.toMatch(/[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/u);
      }),
      { numRuns: 500 },
    );
  });
});

it('lines keep to their length, without half an escape or half a character', () => {
  fc.assert(
    fc.property(outsideText, fc.integer({ min: 1, max: 300 }), (text, maxChars) => {
      for (const line of [markdownLine(text, maxChars), plainLine(text, maxChars)]) {
        expect(line.length).toBeLessThanOrEqual(maxChars);
        expect(line).not.toMatch(/\n|[\uD800-\uDBFF](?![\uDC00-\uDFFF])/);
      }
      expect(markdownLine(text, maxChars)).not.toMatch(/(?<!\\)(?:\\\\)*\\…$/);
    }),
  );
});

it('a line keeps to its length where half a character is cut off behind signs that then end it', () => {
  const line = markdownLine(`${'-'.repeat(74)}🙂${'\0'.repeat(50)}`, 100);
  expect(line.length).toBeLessThanOrEqual(100);
});

it('a quote keeps to its length where its beginning alone is a block quote', () => {
  const text = `'"x" ${"a\n'".repeat(3000)}`;
  for (let maxChars = 100; maxChars < 4000; maxChars += 50) {
    const { markdown, shownChars } = showQuote(text, 'direct', maxChars);
    expect(markdown.length).toBeLessThanOrEqual(maxChars);
    expect(shownChars).toBeGreaterThan(maxChars / 4);
  }
});
