import { array, assert, constantFrom, property } from 'fast-check';
import { expect, it } from 'vitest';
import { readLayout } from '../../../src/attribution/layout/read-layout.ts';
import { overlaps } from '../../../src/text/span.ts';

const PIECES = [
  'ANN ROE: ', 'Mr. TARR. ', 'Q. ', 'A: ', '**Bo Tarr** (0:12): ', '[00:00:05] ', 'Note: ', '\n', '\n\n', '> ', '>> ', '- ', '# ',
  'We go. ', 'It is safe', '[Laughter] ', '(AP) — ', 'OSLO, May 4 (Reuters) - ', '“', '” ', '— Ann Roe (@roe) May 2, 2022\n', '00:01.000 --> 00:02.000\n',
  '<v Ann Roe>', '</v>', 'On Mon, Jan 3, 2022, Ann Roe <a@b.c> wrote:\n', 'From: Bo Tarr <b@c.d>\n', 'To: Ann\n', '--\n', 'Roe said:\n', '(left)', '*', '_',
]; // prettier-ignore

it('reads any layout: pieces in the text, nobody’s twice and never nobody’s', () => {
  assert(
    property(array(constantFrom(...PIECES), { maxLength: 40 }), (pieces) => {
      const text = pieces.join('');
      const { turns, nobodys } = readLayout(text, []);
      const said = turns.flatMap((turn) => turn.said.flat());
      for (const { start, end } of said) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeLessThanOrEqual(text.length);
        expect(text.slice(start, end)).toMatch(/^\S(?:.*\S)?$/s);
      }
      const sorted = [...said, ...nobodys].toSorted((a, b) => a.start - b.start);
      sorted.forEach((span, i) => {
        const next = sorted[i + 1];
        expect(next !== undefined && overlaps(span, next)).toBe(false);
      });
    }),
    { numRuns: 500 },
  );
});
