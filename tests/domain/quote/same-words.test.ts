import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Evidence } from '../../../src/domain/answer.ts';
import { align } from '../../../src/domain/quote/align.ts';
import { groupSameWords } from '../../../src/domain/quote/same-words.ts';
import { evidence } from '../../support/fake-app.ts';
import { comparedWords } from '../../../src/text/fold.ts';
import { outsideText } from '../../support/outside-text.ts';

const ironclad = evidence({
  n: 1,
  article: 'eight-hour',
  text: "We don't trust the other side. We need ironclad, legally relevant guarantees, not promises, but guarantees",
  speaker: 'Sergei Ryabkov',
  side: 'Russia',
});
const firm = evidence({
  ...ironclad,
  n: 2,
  article: 'messenger',
  text: 'that Russia needs firm and legal guarantees, not promises',
});

/** The numbers of each group. */
const numbers = (items: readonly Evidence[]): number[][] =>
  groupSameWords(items).map(({ first, others }) => [first.n, ...others.map(({ evidence: { n } }) => n)]);

describe('the same words', () => {
  it('of two articles are one, in another translation too, and what differs is told', () => {
    const [group, ...rest] = groupSameWords([ironclad, firm]);
    expect(rest).toEqual([]);
    expect(group?.first).toBe(ironclad);
    expect(group?.others[0]?.evidence).toBe(firm);
    expect(group?.others[0]?.differences).toContainEqual({
      kind: 'changed',
      given: 'firm and legal',
      source: 'ironclad, legally relevant',
    });
    expect(groupSameWords([firm, ironclad])[0]?.others[0]?.differences).toContainEqual({
      kind: 'changed',
      given: 'ironclad, legally relevant',
      source: 'firm and legal',
    });
  });

  it.each<[string, Partial<Evidence>, Partial<Evidence>]>([
    [
      'reported in other words',
      { text: 'its readiness to discuss the future of certain missile systems' },
      { text: 'to discuss the future of some missile systems' },
    ],
    [
      'brought in by a reporter',
      {
        text: 'The Deputy Minister said that Russia needs firm and legal guarantees, not promises',
        speaker: 'Sergei Ryabkov',
      },
      {
        text: "We don't trust the other side. We need ironclad, legally relevant guarantees, not promises",
        speaker: 'Sergei Ryabkov',
      },
    ],
    ['of a few words', { text: '“No means no.”' }, { text: 'no means no' }],
    ['of a side and of one who speaks for it', { speaker: null }, {}],
  ])('%s are grouped', (_, one, two) => {
    expect(numbers([evidence(one), evidence({ ...two, n: 2, article: 'ndo' })])).toEqual([[1, 2]]);
  });

  it.each<[string, Partial<Evidence>, Partial<Evidence>]>([
    ['of one article', { article: 'ndo' }, {}],
    ['of two people', { speaker: 'Antony Blinken' }, {}],
    ['of two sides', { speaker: null, side: 'Russia' }, { speaker: null }],
    ['of nobody', { speaker: null, side: null }, { speaker: null, side: null }],
    [
      'that are but about the same',
      { text: 'to discuss the future of some missile systems' },
      {
        text:
          'she discussed with the Russian representative in Geneva the bilateral steps towards a lasting ' +
          'de-escalation concerning missile systems and military exercises',
      },
    ],
    [
      'that share but a name',
      { text: 'has hinted at the revival of the Intermediate-Range Nuclear Forces Treaty' },
      {
        text: 'discuss missile systems along the lines of the Intermediate-Range Nuclear Forces (INF) Treaty of then',
      },
    ],
    [
      'that name the same place and topic',
      { text: 'Moscow’s proposals on security guarantees and some suggestions', speaker: null },
      { text: 'He also stressed that Moscow will not deviate from its requirements for security guarantees' },
    ],
    ['that are too few', { text: 'sanctions and missiles' }, { text: 'missiles or sanctions' }],
  ])('%s stand apart', (_, one, two) => {
    expect(numbers([evidence(one), evidence({ ...two, n: 2, article: 'ndo' })])).toEqual([[1], [2]]);
  });

  it('go to the group that has most of them', () => {
    const one = 'ready to discuss the future of missile systems';
    const two = 'ready to discuss the future of certain missile systems in Europe';
    const items = [one, 'ready to discuss the future of certain talks in Europe', two].map((text, index) =>
      evidence({ text, n: index + 1, article: index < 2 ? 'ndo' : 'messenger' }),
    );
    expect(numbers(items)).toEqual([[1, 3], [2]]);
  });

  it('leave no item out and keep the order, whatever the texts are', () => {
    const items = fc.array(fc.record({ text: outsideText, article: fc.constantFrom('a', 'b', 'c') }), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(items, (given) => {
        const all = given.map((fields, index) =>
          evidence({ ...fields, text: fields.text.slice(0, 300), n: index + 1 }),
        );
        const groups = numbers(all);
        expect(groups.flat().toSorted((a, b) => a - b)).toEqual(all.map(({ n }) => n));
        for (const group of groups) expect(group).toEqual(group.toSorted((a, b) => a - b));
        const firsts = groups.map(([first]) => first ?? 0);
        expect(firsts).toEqual(firsts.toSorted((a, b) => a - b));
      }),
    );
  });

  it('are those of which enough stands together, or at its place, as comparing all with all tells', () => {
    const content = fc.constantFrom('missile', 'treaty', 'border', 'troop', 'drill', 'ship', 'radar');
    const texts = fc.array(fc.oneof(content, fc.constantFrom('we', 'the', 'not')), {
      minLength: 1,
      maxLength: 14,
    });
    fc.assert(
      fc.property(texts, texts, (one, two) => {
        const items = [one, two].map((words, i) =>
          evidence({ text: words.join(' '), n: i + 1, article: `a${i}` }),
        );
        expect(numbers(items)).toEqual(isSame(one, two) ? [[1, 2]] : [[1], [2]]);
      }),
      { numRuns: 500 },
    );
  });

  it('are found however long the sentences are', () => {
    const text = Array.from({ length: 60_000 }, (_, i) => `treaty${i % 9_000}`).join(' ');
    const items = ['ndo', 'messenger'].map((article, i) => evidence({ text, article, n: i + 1 }));
    expect(numbers(items)).toEqual([[1, 2]]);
  });
});

/** The rule, word for word: of the shorter's content 65 % in a stretch of the longer, or 80 % of its words at their places. */
function isSame(one: readonly string[], two: readonly string[]): boolean {
  const [few, many] = [one, two]
    .map((words) => words.filter((word) => !['we', 'the', 'not'].includes(word)))
    .toSorted((a, b) => a.length - b.length);
  if (!few || !many || !few.some((word) => many.includes(word))) return false;
  const together = many.map((_, start) => {
    const stretch = many.slice(start, start + 2 * few.length);
    return new Set(stretch.filter((word) => few.includes(word))).size;
  });
  const shared = Math.max(...together);
  if (shared >= 3 && shared >= 0.65 * new Set(few).size) return true;
  const [short, long] = one.length <= two.length ? [one, two] : [two, one];
  const placed = align(comparedWords(short.join(' ')), comparedWords(long.join(' ')))?.matchedWords ?? 0;
  return placed >= 3 && placed >= 0.8 * short.length;
}
