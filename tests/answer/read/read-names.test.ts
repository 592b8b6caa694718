import { describe, expect, it } from 'vitest';
import { createFakeApp } from '../../support/fake-app.ts';

const app = createFakeApp();

describe('what a text names', () => {
  it.each([
    ['what did the US offer on missiles?', { side: 'US', topic: 'missiles', rest: ['offer'] }],
    ['what did Moscow tell Washington?', { side: 'Russia', topic: undefined }],
    ['tell us about the American missile', { side: 'US', topic: 'missiles' }],
    ['tell us more', { side: undefined, speaker: undefined, topic: undefined, rest: [] }],
    ['only ryabkov', { speaker: 'Sergey Ryabkov', rest: [] }],
    ['NATO enlargement, says Wendy Sherman', { speaker: 'Wendy Sherman', topic: 'nato-enlargement' }],
    ['timeline of missiles pls', { topic: 'missiles', rest: ['timeline'] }],
    ['what did Lavrov say', { speaker: undefined, unknown: ['Lavrov'] }],
  ])('%s', async (text, named) => expect(await app.readNames(text)).toMatchObject(named));

  it('stands where it says', async () => {
    const { clause, parts } = await app.readNames(
      'thanks! what did the American side say on NATO enlargement?',
    );
    expect(parts.map(({ kind, start, end }) => [kind, clause.slice(start, end)])).toEqual([
      ['side', 'American'],
      ['topic', 'NATO enlargement'],
    ]);
  });

  it('is read in other scripts by its sounds', async () => {
    const { kind, language, speaker } = await app.readNames('что сказал Шерман о ракетах?');
    expect({ kind, language, speaker }).toEqual({
      kind: 'not-english',
      language: 'ru',
      speaker: 'Wendy Sherman',
    });
  });
});
