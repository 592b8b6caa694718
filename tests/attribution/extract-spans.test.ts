import { describe, expect, it } from 'vitest';
import { textAt, type Span } from '../../src/text/span.ts';
import { extractSpans } from '../../src/attribution/extract-spans.ts';

function read(text: string, skips: Span[] = []) {
  const words = (spans: Span[]): string => spans.map((span) => textAt(text, span)).join(' | ');
  return extractSpans(text, skips).map(({ content, source, cue }) => [
    words(source),
    words(cue),
    words(content),
  ]);
}

const classes = (text: string): string[] => extractSpans(text).map(({ cueClass }) => cueClass);

describe('extractSpans', () => {
  it.each([
    ['direct speech, tag behind', '"We will not leave the table," said Minister Anna Novak.',
      ['Minister Anna Novak', 'said', '"We will not leave the table,"']],
    ['direct speech, tag before', 'Novak told reporters: "Nobody wants a new crisis."',
      ['Novak', 'told', '"Nobody wants a new crisis."']],
    ['content cut in two by its tag', '"The offer is serious," Novak said, "and we expect a serious answer."',
      ['Novak', 'said', '"The offer is serious," | "and we expect a serious answer."']],
    ['mixed speech', 'The minister said the offer was "serious and complete."',
      ['The minister', 'said', 'the offer was "serious and complete."']],
    ['indirect speech', 'The ministry said that the talks would go on next week.',
      ['The ministry', 'said', 'that the talks would go on next week']],
    ['who is told, and what', 'Novak told the crowd in the square that the talks would go on.',
      ['Novak', 'told', 'that the talks would go on']],
    ['according to', 'According to Novak, the talks would go on next week.',
      ['Novak', 'According to', 'the talks would go on next week']],
    ['according to a pronoun', 'According to him, the talks would go on next week.',
      ['him', 'According to', 'the talks would go on next week']],
    ['a quotation signed with a name', '“We waited three years for this day.” — Maria Lind',
      ['Maria Lind', '—', '“We waited three years for this day.”']],
  ])('finds %s', (_name, text, expected) => {
    expect(read(text)).toContainEqual(expected);
  }); // prettier-ignore

  it('carries a quotation on over sentences and paragraphs', () => {
    const text =
      'Novak said: "We came with an offer. It is a fair one.\n\n"We will stay until it is answered."';
    const [statement] = read(text);
    expect(statement?.[0]).toBe('Novak');
    expect(statement?.[2]).toBe(
      '"We came with an offer. It is a fair one | "We will stay until it is answered."',
    );
  });

  it('gives a paragraph of bare quotation to who spoke last', () => {
    const text =
      'Novak said that the talks had been useful.\n"We will meet again in March, and we will bring a new draft."';
    expect(read(text).map(([source]) => source)).toEqual(['Novak', 'Novak']);
  });

  it('gives an announced paragraph to who announced it', () => {
    const text =
      'Asked about the delay, Novak replied:\n"There is no delay. There is only a careful reading."';
    expect(read(text)).toContainEqual([
      'Novak',
      'replied:',
      '"There is no delay. There is only a careful reading."',
    ]);
  });

  it('tells saying from wanting', () => {
    expect(classes('Novak warned that the talks could fail.')).toEqual(['speech']);
    expect(classes('Novak believes that the talks could fail.')).toEqual(['attitude']);
  });

  it('says nothing of skipped text', () => {
    const text = 'Novak said that the talks would go on.\nLind said that the talks would end.';
    const skip = { start: text.indexOf('Lind'), end: text.length };
    expect(read(text, [skip])).toEqual([['Novak', 'said', 'that the talks would go on']]);
  });

  it('finds nothing in nothing', () => {
    expect(extractSpans('')).toEqual([]);
    expect(extractSpans(' \n\n ')).toEqual([]);
  });
});
