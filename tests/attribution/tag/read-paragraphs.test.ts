import { describe, expect, it } from 'vitest';
import { readParagraphs } from '../../../src/attribution/tag/read-paragraphs.ts';
import { EDGE } from '../../../src/attribution/tag/word-traits.ts';
import { tokenize } from '../../../src/text/tokenize.ts';

/** The sentences of each piece that the text is read in. */
const piecesOf = (text: string): number[] =>
  readParagraphs(text, tokenize(text), [], () => EDGE).map(({ sentence }) => new Set(sentence).size);

describe('paragraphs as they are tagged', () => {
  it('are whole, as writers write them', () => {
    expect(piecesOf('He left. '.repeat(150))).toEqual([150]);
    expect(piecesOf('He left. She stayed.\n\nWe go on.')).toEqual([2, 1]);
  });

  it('are read in pieces where a text has no line ends', () => {
    expect(piecesOf('He left. '.repeat(500))).toEqual([200, 200, 100]);
  });

  it('part no quotation, but where it is endless', () => {
    const quoted = `${'He left. '.repeat(150)}“${'We go on. '.repeat(120)}We stay.” ${'He left. '.repeat(80)}`;
    expect(piecesOf(quoted)).toEqual([271, 80]);
    expect(piecesOf(`“${'We go on. '.repeat(900)}We stay.”`)).toEqual([400, 400, 101]);
  });
});
