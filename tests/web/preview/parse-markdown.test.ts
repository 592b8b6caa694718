import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeMarkdown, unescapeMarkdown } from '../../../src/discord/render/escape.ts';
import {
  parseInline,
  parseMarkdown,
  type Inline,
} from '../../../src/web/preview/client/show/parse-markdown.ts';

function wordsOf(inline: readonly Inline[]): string {
  return inline
    .map((one) => {
      if (typeof one === 'string') return one;
      if (one.kind === 'code') return one.text;
      return 'children' in one ? wordsOf(one.children) : '';
    })
    .join('');
}

describe('Markdown on the preview', () => {
  it('shows outside text that the bot escaped character for character, and nothing of it as more than text', () => {
    const text = fc.string({
      unit: fc.constantFrom(
        ...'*_~`|<>[]()@:/\\#+-.1 \naAé'.split(''),
        '**',
        '__',
        'https://',
        '<@1>',
        '-# ',
        '> ',
      ),
      maxLength: 40,
    });
    fc.assert(
      fc.property(text, (outside) => {
        const blocks = parseMarkdown(escapeMarkdown(outside));
        expect(blocks.every(({ kind }) => kind === 'text')).toBe(true);
        const inline = blocks.flatMap((block) => ('children' in block ? block.children : []));
        expect(inline.every((one) => typeof one === 'string')).toBe(true);
        expect(wordsOf(inline)).toBe(unescapeMarkdown(escapeMarkdown(outside)));
      }),
      { numRuns: 2000 },
    );
  });

  it('reads emphasis, also within each other and over escaped signs', () => {
    expect(parseInline('a **b *c* \\*\\* d** e')).toEqual([
      'a ',
      { kind: 'strong', children: ['b ', { kind: 'em', children: ['c'] }, ' ** d'] },
      ' e',
    ]);
    expect(parseInline('**open, 2 * 3 and snake_case_name')).toEqual(['**open, 2 * 3 and snake_case_name']);
    expect(parseInline('`a * b` ~~no~~')).toEqual([
      { kind: 'code', text: 'a * b' },
      ' ',
      { kind: 's', children: ['no'] },
    ]);
  });

  it('links to the web alone', () => {
    const href = 'https://example.org/a';
    expect(parseInline(`[open](<${href}>)`)).toEqual([{ kind: 'link', href, children: ['open'] }]);
    expect(parseInline(`see ${href}.`)).toEqual(['see ', { kind: 'link', href, children: [href] }, '.']);
    expect(parseInline('[open](javascript:alert)')).toEqual(['[open](javascript:alert)']);
  });

  it('reads mentions', () => {
    expect(parseInline('<@12> in <#34>')).toEqual([
      { kind: 'user', id: '12' },
      ' in ',
      { kind: 'channel', id: '34' },
    ]);
  });

  it('reads quotes, small print, headings, lists and code by line', () => {
    const text = '# Head\n> one\n> two\nplain\n-# small\n- item\n```\n**code**\n```';
    expect(
      parseMarkdown(text).map((block) => [
        block.kind,
        'text' in block ? block.text : wordsOf(block.children),
      ]),
    ).toEqual([
      ['heading', 'Head'],
      ['quote', 'one\ntwo'],
      ['text', 'plain'],
      ['small', 'small'],
      ['item', 'item'],
      ['pre', '**code**'],
    ]);
  });
});
