import { describe, expect, it } from 'vitest';
import { paragraphs } from '../../src/text/paragraphs.ts';
import { textAt } from '../../src/text/span.ts';

const read = (text: string): string[] => paragraphs(text).map((span) => textAt(text, span));

describe('paragraphs', () => {
  it('reads each line as one', () => {
    expect(read('Talks stall\n\n  The talks stalled.\nNobody spoke.\n')).toEqual([
      'Talks stall',
      'The talks stalled.',
      'Nobody spoke.',
    ]);
  });

  it('joins a line that was cut before a small letter', () => {
    const wrapped =
      '“Nobody will leave the harbour until all of the fishermen have been\npaid,” Ann Roe said.';
    expect(read(`${wrapped}\nShe left.`)).toEqual([wrapped, 'She left.']);
  });

  it('joins lines at the width that the text is wrapped at elsewhere', () => {
    const wrapped = [
      'The talks between the two delegations went on until late in the',
      'evening, and neither side was ready to say whether they would be',
      'continued. Both spoke of a long and professional conversation.',
    ].join('\n');
    const two = 'Nothing was known of the plans of Foreign Minister Ann Maria van\nRoe, who had left.';
    expect(read(`${wrapped}\n\n${two}`)).toEqual([wrapped, two]);
  });

  it('joins a name that is broken over two lines', () => {
    const broken =
      'The tug left at five. “We heard the bell\nlong before we could see it,” said bosun Oona\nParkvig.';
    expect(read(`${broken}\nThe ferry sank.`)).toEqual([broken, 'The ferry sank.']);
  });

  it('joins quoted lines', () => {
    const quoted = '> The council will accept two of the three conditions that the union\n> has named.';
    expect(read(quoted)).toEqual([quoted]);
  });

  it('keeps short lines, lists and headings apart', () => {
    const lines = ['Roe listed what she wants', 'no cars', 'no lorries', 'Talks stall', 'The talks stalled.'];
    expect(read(lines.join('\n'))).toEqual(lines);
  });
});
