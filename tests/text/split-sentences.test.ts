import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../src/text/split-sentences.ts';
import { textAt, type Span } from '../../src/text/span.ts';

const split = (text: string, skips: Span[] = []): string[] =>
  splitSentences(text, skips).map((sentence) => textAt(text, sentence));

describe('splitSentences', () => {
  const cases: [name: string, sentences: string[]][] = [
    ['abbreviations inside', ['The U.S. and Ms. Sherman met on Jan. 10.', 'No. 5 came later.']],
    ['an abbreviation at the end', ['They flew to the U.S.', 'The talks began at 5 p.m.', 'Then they left.']],
    ['numbers and compounds', ['The 7.5-hour-long meeting cost 3.2 billion.', 'It ended.']],
    ['initials', ['George W. Bush and J. K. Smith agreed.', 'So did Gen. Lee.']],
    ['a quotation of several sentences', ['"We came early.', 'We leave late," he said.', 'He left.']],
    ['curly quotation marks', ['“We came.', 'We saw,” she said.', '“Why?” asked Ryabkov.', 'Nobody knew.']],
    ['a question inside a sentence', ['“Why now?” he asked, and left.', 'Nobody answered.']],
    ['an ellipsis', ['This is an issue of security...', 'We cannot wait.', 'Well… we can.']],
    [
      'closing marks behind the full stop',
      ['He called it “a step.”', 'She did not (not yet.)', 'It was late.'],
    ],
    ['the pronoun I at the end', ['It was Russia and I.', 'We agreed.']],
    ['other scripts', ['Он сказал «нет».', 'Она ушла.', '¿Quién?', 'Nadie.']],
  ];
  it.each(cases)('keeps %s whole', (_name, sentences) => {
    expect(split(sentences.join(' '))).toEqual(sentences);
  });

  it('parts sentences that a page has glued together', () => {
    expect(
      split('No new military exercises...Historians know that. Nothing at example.Com or Node.Js here.'),
    ).toEqual([
      'No new military exercises...',
      'Historians know that.',
      'Nothing at example.Com or Node.Js here.',
    ]);
  });

  it('ends a sentence where a line ends', () => {
    expect(split('NATO issues\nRyabkov spoke\n\nSherman answered')).toEqual([
      'NATO issues',
      'Ryabkov spoke',
      'Sherman answered',
    ]);
  });

  it('reads lines that were wrapped at a fixed width as one paragraph', () => {
    const text = [
      'The talks between the two delegations went on until late in the',
      'evening, and neither side was ready to say whether they would be',
      'continued. Both spoke of a long and professional conversation about',
      'missiles.',
    ].join('\n');
    expect(splitSentences(text).map(({ paragraph }) => paragraph)).toEqual([0, 0]);
  });

  it('puts nothing of a skip span into a sentence', () => {
    const text = 'Quote"We agree." Facebook Pixel She left.';
    const skips = [
      { start: 0, end: 5 },
      { start: 17, end: 31 },
    ];
    expect(split(text, skips)).toEqual(['"We agree."', 'She left.']);
  });

  it.each([
    ['behind a clause', 'We want, he said, no more than peace', ', ', /,$/],
    ['between words', 'no end of words without a mark', ' ', /[a-z]$/],
    ['between characters', '\u00e9\u{1F469}\u200D\u{1F467}e\u0301', '', /(?:\u00e9|\u{1F467}|e\u0301)$/u],
  ])('cuts what never ends where it is safest: %s', (_name, words, between, end) => {
    const text = Array.from({ length: 200_000 / words.length }, () => words).join(between);
    const pieces = split(text);
    expect(pieces.length).toBeGreaterThan(199);
    for (const piece of pieces.slice(0, -1)) {
      expect(piece.length).toBeLessThanOrEqual(1000);
      expect(piece).toMatch(end);
      expect(piece).not.toMatch(/^[\u0301\u200D]/);
    }
    expect(pieces.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
  });

  it('cuts no pair of halves even where no whole character ends', () => {
    const pieces = split('e' + '\u{1D167}'.repeat(3000));
    expect(pieces.length).toBeGreaterThan(5);
    for (const each of pieces) expect(each).not.toMatch(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/);
  });

  it('reads 150,000 lines without a blank one', () => {
    expect(splitSentences('The talks began.\n'.repeat(150_000))).toHaveLength(150_000);
  });

  it('holds every character but white space and skips, in order, whatever the text', () => {
    const piece = fc.constantFrom(
      'Mr.',
      'U.S.',
      'We',
      'said',
      '"',
      '“',
      '”',
      '.',
      '?!',
      '...',
      ' ',
      '\n',
      '\n\n',
      '7.5',
      '🙂',
      'é',
    );
    const texts = fc.array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 60 });
    fc.assert(
      fc.property(texts, fc.nat(40), fc.nat(20), (pieces, from, length) => {
        const text = pieces.join('');
        const start = Math.min(from, text.length);
        const end = Math.min(start + length, text.length);
        const skips = start < end ? [{ start, end }] : [];
        const sentences = splitSentences(text, skips);
        let rest = text;
        for (const span of [...sentences, ...skips].toSorted((a, b) => b.start - a.start)) {
          rest = rest.slice(0, span.start) + rest.slice(span.end);
        }
        expect(rest.trim()).toBe('');
        sentences.forEach((sentence, index) => {
          expect(sentence.index).toBe(index);
          expect(textAt(text, sentence)).toBe(textAt(text, sentence).trim());
          expect(sentence.start).toBeGreaterThanOrEqual(sentences[index - 1]?.end ?? 0);
        });
      }),
    );
  });
});
