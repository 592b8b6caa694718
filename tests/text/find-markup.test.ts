import { describe, expect, it } from 'vitest';
import { findMarkup } from '../../src/text/marks/find-markup.ts';
import { textAt } from '../../src/text/span.ts';

const markup = (text: string): string[] => findMarkup(text).map((span) => textAt(text, span).trim());

describe('findMarkup', () => {
  it.each([
    ['emphasis', '*“We go,”* said **Ann _Roe_**.', ['*', '*', '**', '_', '_**']],
    ['what is no emphasis', 'He paid 3 * 4 and wrote snake_case_names for the f**king b*.', []],
    ['notes', '“We go,”[12] Roe said.³ “Now.”* And [sic] M[3]x.', ['[12]', '³', '*']],
    ['bullets and numbers', '- one\n• two\n3) three\n4. four\n2.5 five', ['-', '•', '3)', '4.']],
    ['quoted lines', '> We go.\n>> We do not.\n## Heading', ['>', '>>', '##']],
  ])('finds %s', (_name, text, expected) => {
    expect(markup(text)).toEqual(expected);
  });
});
