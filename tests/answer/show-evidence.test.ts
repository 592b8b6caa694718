import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spanToShow, toEvidence } from '../../src/answer/show-evidence.ts';
import { statementSpan } from '../../src/domain/said/statement-span.ts';
import { countArticles } from '../../src/domain/answer.ts';
import type { Span } from '../../src/text/span.ts';
import type { StoredStatement } from '../../src/store/ports.ts';
import { recordOf, spanOf, UNSAID } from '../support/records.ts';

const statement = (content: readonly Span[], type: StoredStatement['type'] = 'direct'): StoredStatement => ({
  key: 1,
  article: 'a',
  content,
  source: [],
  cue: [],
  ...UNSAID,
  type,
  act: 'states',
  topics: [],
});

const TEXT =
  'The talks began. “We want this. We want it now,” she said. “No,” he said, waving to the many people outside.';
const article = recordOf({ id: 'a', text: TEXT }).article;
const shown = (sentence: string, content: readonly string[], type?: StoredStatement['type']): string => {
  const span = spanToShow(
    spanOf(TEXT, sentence),
    statement(
      content.map((one) => spanOf(TEXT, one)),
      type,
    ),
    article,
  );
  return TEXT.slice(span.start, span.end);
};

describe('what is shown of a sentence', () => {
  it('is the whole quotation that it belongs to', () => {
    expect(shown('We want it now,” she said.', ['We want this. We want it now,'])).toBe(
      'We want this. We want it now,',
    );
  });

  it('is the sentence where the quotation is a small part of it', () => {
    const sentence = '“No,” he said, waving to the many people outside.';
    expect(shown(sentence, ['No,'])).toBe(sentence);
  });

  it('is called own words only where nothing of the reporter’s is shown with them', () => {
    const quote = statement([spanOf(TEXT, 'No,')]);
    const typeOf = (words: string): string =>
      toEvidence(1, article, { span: spanOf(TEXT, words), statement: quote, topics: [], score: 1 }).type;
    expect(typeOf('No,')).toBe('direct');
    expect(typeOf('“No,”')).toBe('direct');
    expect(typeOf('“No,” he said')).toBe('mixed');
  });

  it('tells the page or time at which it stands, and whose words the article mostly is', () => {
    const places = [
      { start: 0, label: 'page 1' },
      { start: TEXT.indexOf('“No'), label: 'page 2' },
    ];
    const paged = recordOf({ id: 'a', text: TEXT, places, copyOf: 'agency' }).article;
    const of = (words: string, from = paged) =>
      toEvidence(1, from, { span: spanOf(TEXT, words), statement: null, topics: [], score: 1 });
    expect([of('We want it now').place, of('No,').place, of('No,').copyOf]).toEqual([
      'page 1',
      'page 2',
      'agency',
    ]);
    expect(Object.keys(of('No,', article))).not.toContain('place');
    expect(
      countArticles([of('No,'), of('No,', { ...article, id: 'agency' }), of('No,', { ...article, id: 'b' })]),
    ).toBe(2);
  });

  it('is the sentence for what the reporter words', () => {
    expect(shown('The talks began.', ['talks began'], 'indirect')).toBe('The talks began.');
  });

  it('is the sentence’s part of a quotation that is long', () => {
    const text = `“${'Long words go on and on. '.repeat(20)}Here it ends,” he said.`;
    const long = recordOf({ id: 'a', text }).article;
    const content = { start: 1, end: text.indexOf('”') };
    const sentence = { start: text.indexOf('Here'), end: text.length };
    const span = spanToShow(sentence, statement([content]), long);
    expect(text.slice(span.start, span.end)).toBe('Here it ends,');
  });
});

describe('what is shown of a statement', () => {
  const TOLD =
    'In Rome, Ms. Doe said, the sky is blue, and added that grass is green. He also noted that it rained. It was late, she told them. “Never,” he said.';
  const told = recordOf({
    id: 'b',
    text: TOLD,
    statements: [
      { content: ['the sky is blue'], source: 'Ms. Doe', cue: 'said' },
      { content: ['that grass is green'], source: 'Ms. Doe', cue: 'added' },
      { content: ['that it rained'], source: 'He', cue: 'also noted' },
      { content: ['It was late'], source: 'she', cue: 'told' },
      { content: ['“Never,”'], source: 'he said', type: 'direct' },
      { content: ['It was late'], source: 'He', cue: 'also noted' },
    ],
  });
  const all = told.statements.map((one, key): StoredStatement => ({ ...one, key, article: 'b' }));

  it.each([
    ['who says it, right before it', 0, 'Ms. Doe said, the sky is blue'],
    ['the cue alone where other words stand before', 1, 'added that grass is green'],
    ['from the source on', 2, 'He also noted that it rained'],
    ['to the cue behind it', 3, 'It was late, she told'],
    ['the words alone of direct speech', 4, '“Never,”'],
    ['nothing of another sentence', 5, 'It was late'],
  ])('has %s', (_, at, expected) => {
    const one = all[at];
    if (!one) throw new Error('no such statement');
    const span = statementSpan(one, told.article, all);
    expect(TOLD.slice(span.start, span.end)).toBe(expected);
  });
});

describe('evidence of any statement', () => {
  const spans = fc
    .array(fc.nat({ max: TEXT.length - 2 }), { minLength: 2, maxLength: 8 })
    .map((points) => [...new Set(points)].toSorted((a, b) => a - b))
    .map((points) => points.slice(1).map((end, i): Span => ({ start: points[i] ?? 0, end })))
    .filter((all) => all.length > 0);

  it('is the article at its span', () => {
    fc.assert(
      fc.property(
        spans,
        spans,
        fc.constantFrom('direct', 'indirect', 'mixed'),
        (contents, [sentence], type) => {
          if (!sentence) return;
          const own = statement(contents, type);
          for (const span of [spanToShow(sentence, own, article), statementSpan(own, article, [])]) {
            const evidence = toEvidence(1, article, { span, statement: own, topics: [], score: 1 });
            expect(evidence.text).toBe(TEXT.slice(evidence.start, evidence.end));
            expect(evidence.text.length).toBeGreaterThan(0);
          }
        },
      ),
    );
  });
});
