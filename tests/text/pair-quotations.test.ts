import { describe, expect, it } from 'vitest';
import { pairQuotations } from '../../src/text/marks/pair-quotations.ts';
import { paragraphs } from '../../src/text/paragraphs.ts';
import { textAt } from '../../src/text/span.ts';

const quotations = (text: string): string[] =>
  pairQuotations(text, paragraphs(text)).map((span) => textAt(text, span));

describe('pairQuotations', () => {
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
    ['a mark never closed', 'She said: "We must go on. And so we will', ['"We must go on.']],
    ['a mark never closed before its tag', '“We go on, said Ann Roe. It was late.', ['“We go on']],
    [
      'a mark never closed before others',
      '“We go on, Ann said. “Never,” said Bo. “No,” he said.',
      ['“We go on', '“Never,”', '“No,”'],
    ],
    ['low marks closed by high ones', '„Why now?“, asked Roe. „Go,” he said.', ['„Why now?“', '„Go,”']],
    ['nested low marks', '„He said ‚no‘ to „us“ and left“, she said.', ['„He said ‚no‘ to „us“ and left“']],
    ['guillemets that point inwards', '»We go,« she said. »Now.« And left.', ['»We go,«', '»Now.«']],
    ['guillemets with spaces', 'Il dit : « Non », puis « oui ».', ['« Non »', '« oui »']],
    ['grave accents and apostrophes', "``We go,'' she said.", ["``We go,''"]],
    ['doubled straight marks', '""We go,"" she said. ""Now.""', ['""We go,""', '""Now.""']],
    [
      'an inner quotation that ends with the outer',
      '"He told us "no"" was all she said.',
      ['"He told us "no""'],
    ],
    ['years and letters left out', "In the '90s rock 'n' roll was 'dead', he said.", ["'dead'"]],
    ['inches', 'A 12" pipe burst. "Shut it," Roe said. "Now."', ['"Shut it,"', '"Now."']],
    ['feet and inches', `He is 6' 2" tall. "So what," he said.`, ['"So what,"']],
    ['inches within a quotation', '"It was a 12" pipe," Roe said.', ['"It was a 12" pipe,"']],
    ['emphasis about marks', '*"We go,"* she said. **"Now."**', ['"We go,"', '"Now."']],
    ['notes behind marks', '"We go,"[4] she said. "Now."[5]', ['"We go,"', '"Now."']],
    ['a quotation over lines', '“We go\nhome tonight,” she said.', ['“We go', 'home tonight,”']],
    [
      'a quotation opened again',
      '“We go on.\n\n“And so do you,” she said.',
      ['“We go on.', '“And so do you,”'],
    ],
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

it.each([
  ['nested straight marks', '"a '.repeat(200_000) + 'a" '.repeat(200_000)],
  ['curly marks never closed', '“We go. '.repeat(200_000)],
  ['paragraphs never closed', '“We go.\n'.repeat(200_000)],
])('reads 200,000 marks: %s', (_name, text) => {
  const found = pairQuotations(text, paragraphs(text));
  expect(found.length).toBeGreaterThan(0);
  expect(found.filter(({ start }, i) => start < (found[i - 1]?.end ?? 0))).toEqual([]);
});
