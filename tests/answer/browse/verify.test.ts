import { beforeAll, describe, expect, it } from 'vitest';
import { createVerify, type Verify } from '../../../src/answer/browse/verify.ts';
import { createDirectory } from '../../../src/parties/directory.ts';
import { SEEDS } from '../../support/collection.ts';
import { createMemoryStore } from '../../support/stores/memory-store.ts';
import { recordOf } from '../../support/records.ts';

/** An article of our own, with what people say in it. */
const TEXT = [
  'The harbour talks began on Monday.',
  '“We will not sell the northern quay to any foreign company,” Wendy Sherman said. “The crane stays where it is.',
  '“It has been ours since the war.”',
  'Sergei Ryabkov told reporters that the ministry cannot accept a new toll on grain ships, and that it wanted a long-term lease.',
  'Under clause nine the port is not allowed to close the eastern gate in winter.',
  'The harbour master refused to open the old customs house to visitors before spring.',
  'The lawyers came from the US on Friday, and U.S. ships followed them into the outer harbour.',
  'The deal on dis\u00ADarm\u00ADa\u00ADment, worth $7.2 billion, is acceptable to U.S. lawyers who re-negotiate it.',
  'The two sides said they would never return to the previous tariff of 40 percent.',
].join('\n\n');

let verify: Verify;
beforeAll(async () => {
  const store = createMemoryStore();
  await store.setEmbeddingStamp({ provider: 'test', model: 'letters', dimensions: 16 });
  const statements = [
    {
      content: [
        'We will not sell the northern quay to any foreign company,',
        'The crane stays where it is.',
        'It has been ours since the war.',
      ],
      type: 'direct' as const,
      speaker: 'Wendy Sherman',
      side: 'US',
    },
    {
      content: ['the ministry cannot accept a new toll on grain ships'],
      speaker: 'Sergei Ryabkov',
      side: 'Russia',
    },
  ];
  await store.saveArticle(recordOf({ id: 'harbour', text: TEXT, statements }));
  verify = createVerify({ store, directory: createDirectory({ store, actors: SEEDS.actors }) });
});

describe('a quote is verbatim', () => {
  it.each([
    ['in other marks', 'we will not sell the northern quay – to any foreign company!'],
    ['without soft hyphens', 'the deal on disarmament worth'],
    ['with hyphens of its own', 'who renegotiate it'],
    ['without hyphens', 'it wanted a long term lease'],
    ['without the points of an abbreviation', 'acceptable to US lawyers'],
    ['over paragraphs', 'The crane stays where it is. It has been ours since the war.'],
    ['without what the reporter puts in', 'to any foreign company. The crane stays where it is'],
    ['of two rare words', 'harbour master'],
  ])('%s', async (_, quote) => {
    expect(await verify(quote)).toMatchObject({ verdict: 'verbatim', warning: null, differences: [] });
  });

  it.each([
    ['allowed to close the eastern gate in winter', 'not', 'before'],
    ['told reporters that the ministry', 'cannot', 'after'],
    ['sell the northern quay to any foreign company', 'not', 'before'],
    ['return to the previous tariff', 'never', 'before'],
    ['open the old customs house to visitors', 'refused', 'before'],
    ['Under clause nine the port is', 'not', 'after'],
  ])('but cut off a negation: %s', async (quote, word, place) => {
    expect(await verify(quote)).toMatchObject({
      verdict: 'verbatim',
      warning: `The article has “${word}” right ${place} these words.`,
    });
  });

  it.each([
    ['Antony Blinken said “We will not sell the northern quay”', 'not Antony Blinken'],
    ['“We will not sell the northern quay”, Mr. Blinken told reporters', 'not Antony Blinken'],
    ['"We will not sell the northern quay" – Sergei Ryabkov', 'not Sergei Ryabkov'],
    ["Ryabkov: 'We will not sell the northern quay'", 'not Sergei Ryabkov'],
    ['According to John Smith, “We will not sell the northern quay”', 'not John Smith'],
    ['Ryabkov: We will not sell the northern quay to any foreign company', 'not Sergei Ryabkov'],
    ['We will not sell the northern quay to any foreign company — Blinken', 'not Antony Blinken'],
    ['Russia said “We will not sell the northern quay”', 'not Russia'],
  ])('but said by another than is named: %s', async (quote, notWho) => {
    const { verdict, warning, match } = await verify(quote);
    expect(verdict).toBe('verbatim');
    expect(warning).toBe(`In the article Wendy Sherman says these words, ${notWho}.`);
    expect(match?.speaker).toBe('Wendy Sherman');
  });

  it.each([
    'Wendy Sherman said “We will not sell the northern quay”',
    '“We will not sell the northern quay”, Sherman told Sergei Ryabkov',
    'US officials said “We will not sell the northern quay”',
    'The US said on Monday: “We will not sell the northern quay”',
    'Did anybody really say “We will not sell the northern quay”?',
    'As reported on Monday: “We will not sell the northern quay”',
  ])('and said by who is named, or nobody is: %s', async (quote) => {
    expect(await verify(quote)).toMatchObject({ verdict: 'verbatim', warning: null });
  });

  it('also where one name stands in two spellings nearby', async () => {
    expect(await verify('on Friday, and U.S. ships followed them into')).toMatchObject({
      verdict: 'verbatim',
      differences: [],
    });
  });

  it('and what was written beside it names another', async () => {
    const { warning } = await verify('We will not sell the northern quay', undefined, 'Blinken in Geneva:');
    expect(warning).toContain('Wendy Sherman');
  });
});

describe('a quote is reversed', () => {
  it.each([
    'We will sell the northern quay to any foreign company',
    'The ministry can accept a new toll on grain ships',
    'the port is allowed to close the eastern gate in winter',
    'they would always return to the previous tariff of 40 percent',
    'they would return to the previous tariff of 40 percent',
    'the ministry cannot reject a new toll on grain ships',
    'The crane never stays where it is',
    'is unacceptable to U.S. lawyers who re-negotiate it',
    'We will … sell the northern quay to any foreign company',
    'The harbour master agreed to open the old customs house to visitors',
    'Sherman said “we will sell the northern quay”',
    'Ryabkov: we will sell the northern quay to any foreign company',
    'The customs officers now accept a new toll on grain ships',
  ])('%s', async (quote) => {
    expect((await verify(quote)).verdict).toBe('reversed');
  });
});

describe('a quote is altered', () => {
  it.each([
    'We will not sell the southern quay to any foreign company',
    'We will never sell the northern quay to any foreign company',
    'the deal on disarmament, worth $72 billion',
    'the deal on disarmament, worth €7.2 billion',
    'the previous tariff of 14 percent',
    'The ministry cannot accept … grain ships',
  ])('%s', async (quote) => {
    expect((await verify(quote)).verdict).toBe('altered');
  });
});

describe('a quote is not found', () => {
  it.each(['the', 'we will', 'said', '“of the”'])('of common words alone: %s', async (quote) => {
    const { verdict, warning, match } = await verify(quote);
    expect([verdict, match]).toEqual(['not-found', null]);
    expect(warning).toContain('too little to verify');
  });

  it('where nobody has anything like it', async () => {
    expect(await verify('Ask not what your country can do for you')).toEqual({
      quote: 'Ask not what your country can do for you',
      verdict: 'not-found',
      warning: null,
      match: null,
      differences: [],
    });
  });
});

it('of several quotations in one text the worst is told', async () => {
  const text = 'She said “The crane stays where it is” and “we will sell the northern quay”';
  expect((await verify(text)).verdict).toBe('reversed');
});
