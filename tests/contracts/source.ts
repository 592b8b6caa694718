import { describe, expect, it } from 'vitest';
import { freezeText } from '../../src/domain/article.ts';
import { overlaps } from '../../src/text/span.ts';
import { UserError } from '../../src/errors.ts';
import type { Draft, Source } from '../../src/sources/draft.ts';

const PARAGRAPHS = [
  'The talks between the two delegations began in the morning, and nobody left before noon.',
  '"We will not sign under threat," Minister Kari Lie said on Monday in the old town hall.',
  'The envoy answered that the strait would stay open (it has been so since 1998).',
];

/**
 * What every kind of source keeps.
 *
 * @param bytesOf a source of that kind with these paragraphs
 */
export function sourceContract(
  name: string,
  source: Source,
  bytesOf: (paragraphs: readonly string[]) => Uint8Array,
): void {
  const file = `talks${source.endings[0]}`;
  const read = async (bytes: Uint8Array): Promise<Draft> =>
    source.read({ name: file, bytes, contentType: null });

  describe(`the source ${name}`, () => {
    it('keeps every paragraph’s words, in order, and marks none of them as furniture', async () => {
      const { text, skips } = await read(bytesOf(PARAGRAPHS));
      let from = 0;
      for (const paragraph of PARAGRAPHS) {
        const start = text.indexOf(paragraph, from);
        expect(start, paragraph).toBeGreaterThanOrEqual(from);
        from = start + paragraph.length;
        expect(skips.filter((skip) => overlaps(skip, { start, end: from }))).toEqual([]);
      }
    });

    it('gives frozen text, and skips and places within it, in order', async () => {
      const { text, skips, places, partial } = await read(bytesOf(PARAGRAPHS));
      expect(freezeText(text)).toBe(text);
      expect(partial).toBeNull();
      let end = 0;
      for (const skip of skips) {
        expect(skip.start).toBeGreaterThanOrEqual(end);
        expect(skip.end).toBeGreaterThan(skip.start);
        end = skip.end;
      }
      expect(end).toBeLessThanOrEqual(text.length);
      const starts = places.map(({ start }) => start);
      expect(starts).toEqual(starts.toSorted((a, b) => a - b));
      for (const start of starts) expect(start).toBeLessThan(text.length);
    });

    it('reads the same bytes the same way, and leaves them as they are', async () => {
      const bytes = bytesOf(PARAGRAPHS);
      const before = Buffer.from(bytes);
      expect(await read(bytes)).toEqual(await read(bytes));
      expect(before.equals(bytes)).toBe(true);
    });

    it('reads or refuses in one sentence what is cut off anywhere', async () => {
      const bytes = bytesOf(PARAGRAPHS);
      for (let parts = 0; parts < 8; parts++) {
        const end = Math.floor((bytes.length * parts) / 8);
        const error: unknown = await read(bytes.slice(0, end)).then(
          () => null,
          (reason: unknown) => reason,
        );
        if (error === null) continue;
        expect(error).toBeInstanceOf(UserError);
        if (error instanceof UserError) expect(error.message).toMatch(/^talks\.\w+ [^\n]+\.$/);
      }
    });
  });
}
