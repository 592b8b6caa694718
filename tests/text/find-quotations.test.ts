import { describe, expect, it } from 'vitest';
import { findQuotations } from '../../src/text/find-quotations.ts';
import { tokenize } from '../../src/text/tokenize.ts';

function quotations(text: string): string[] {
  const tokens = tokenize(text);
  return findQuotations(text, tokens, 0, tokens.count).map(({ open, close }) =>
    text.slice(tokens.start[open], tokens.end[close]),
  );
}

describe('findQuotations', () => {
  it.each([
    ['straight marks', 'She said "no" and "never".', ['"no"', '"never"']],
    ['curly marks', 'She said “no” and “never”.', ['“no”', '“never”']],
    ['guillemets', 'She said «no».', ['«no»']],
    ['doubled apostrophes', "''We go,'' she said.", ["''We go,''"]],
    ['single marks', "She called it 'a mistake' twice.", ["'a mistake'"]],
    ['apostrophes and plural possessives', "The allies' fleet can't use its neighbours' ports.", []],
    [
      'nested marks of one kind',
      '"He used the words "must", "never" and left," she said.',
      ['"He used the words "must", "never" and left,"'],
    ],
    ['nested single marks', `"He called it 'bold' and left," she said.`, [`"He called it 'bold' and left,"`]],
    ['a mark never closed', 'She said: "We must go on. And so we will', ['"We must go on. And so we will']],
    ['a closing mark where an opening one belongs', '”We go on.”', ['”We go on.”']],
    [
      'a single mark closed by a double one',
      `'It is too early to judge", he wrote.`,
      [`'It is too early to judge"`],
    ],
    [
      'one mark that closes two quotations',
      '"We found it in the form of "understanding", he said.',
      ['"We found it in the form of "understanding"'],
    ],
    ['a mark glued to the word before', 'Quote"We go on," she said.', ['"We go on,"']],
  ])('reads %s', (_name, text, expected) => {
    expect(quotations(text)).toEqual(expected);
  });
});
