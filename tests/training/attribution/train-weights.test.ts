import { describe, expect, it } from 'vitest';
import { createExtractor } from '../../../src/attribution/extract-spans.ts';
import { parseBrat } from '../../../src/training/attribution/read-brat.ts';
import { readExample } from '../../../src/training/attribution/label-articles.ts';
import { train } from '../../../src/training/attribution/train-weights.ts';
import { readWeights } from '../../../src/attribution/tag/read-weights.ts';
import { textAt } from '../../../src/text/span.ts';

const SPEAKERS = ['Novak', 'Lind', 'Mr. Hale', 'The ministry', 'Ana Reyes', 'The envoy'];
const VERBS = ['said', 'warned', 'added', 'told reporters'];
const CONTENTS = [
  'that the talks would go on',
  'the offer was serious',
  'that nobody wants a crisis',
  'it was time to act',
];

/** Small articles of one pattern: enough to see whether anything is learned. */
const examples = SPEAKERS.map((speaker, i) => {
  let text = '';
  const statements = VERBS.map((verb, k) => {
    const content = CONTENTS[(i + k) % CONTENTS.length] ?? '';
    const start = text.length;
    text += `${speaker} ${verb} ${content}.\nThe weather was fine all week in the old town.\n`;
    const cue = start + speaker.length + 1;
    const said = cue + verb.length + 1;
    return {
      source: [{ start, end: start + speaker.length }],
      cue: [{ start: cue, end: cue + verb.length }],
      content: [{ start: said, end: said + content.length }],
    };
  });
  return readExample({ id: speaker, text, statements });
});
const SETTINGS = { epochs: 12, alpha: 0.1, l1: 0.1, dropout: 0.3, seed: 1, minimumCount: 1 };
const weights = train(examples, SETTINGS, () => {});

describe('train', () => {
  it('learns a pattern it has seen, for words it has not', () => {
    const text = 'Okafor said that the bridge would open.';
    const words = createExtractor(readWeights(weights))(text).map(({ source, cue, content }) =>
      [source, cue, content].map((spans) => spans.map((span) => textAt(text, span)).join(' | ')),
    );
    expect(words).toEqual([['Okafor', 'said', 'that the bridge would open']]);
  });

  it('makes the same weights from the same data', () => {
    expect(train(examples, SETTINGS, () => {})).toEqual(weights);
  });

  it('refuses weights of another format', () => {
    expect(() => readWeights({ ...weights, format: 99 })).toThrow('npm run train');
  });
});

describe('parseBrat', () => {
  it('reads spans in pieces, in code points, and leaves out what has no content', () => {
    const text = '🙂 "Yes," said Ana, "of course."';
    const annotations = [
      'T1\tContent 2 8;19 31\t"Yes," "of course."',
      'T2\tCue 9 13\tsaid',
      'T3\tSource 14 17\tAna',
      'E1\tAttribution:T2 Content:T1 Cue:T2 Source:T3',
      'E2\tAttribution:T2 Cue:T2',
    ].join('\n');
    const [statement, ...others] = parseBrat(annotations, text);
    expect(others).toEqual([]);
    expect(statement?.content.map((span) => textAt(text, span))).toEqual(['"Yes,"', '"of course."']);
    expect(statement?.cue.map((span) => textAt(text, span))).toEqual(['said']);
    expect(statement?.source.map((span) => textAt(text, span))).toEqual(['Ana']);
  });
});
