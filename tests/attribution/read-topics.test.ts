import { describe, expect, it } from 'vitest';
import { createTopicReader } from '../../src/attribution/read-topics.ts';
import { NUCLEAR } from './tables.ts';

const reader = createTopicReader(NUCLEAR.topics);
const topics = (content: string, ...context: string[]): string[] => reader.topicsOf(content, context);

describe('topicsOf', () => {
  it.each([
    ['all sanctions must be lifted', ['sanctions']],
    ['Enriching is not enrichment’s end', ['enrichment']],
    ['no nuclear-weapons programme', ['enrichment']],
    ['inspectors and sanctions', ['sanctions', 'inspections']],
    ['nothing of the kind', []],
    ['', []],
  ])('%s', (content, wanted) => {
    expect(topics(content)).toEqual(wanted);
  });

  it('gives the talks where nothing else shows, or where they are what is spoken of', () => {
    expect(topics('the talks were frank')).toEqual(['talks']);
    expect(topics('it would hold talks on sanctions')).toEqual(['sanctions']);
    expect(topics('the session dealt with inspections only')).toEqual(['inspections', 'talks']);
    expect(topics('negotiations about sanctions go on')).toEqual(['sanctions']);
  });

  it('looks at the context only while the content shows no topic', () => {
    expect(
      topics('that will never happen', 'Nothing here.', 'He spoke of inspections.', 'Sanctions'),
    ).toEqual(['inspections']);
    expect(topics('sanctions stay', 'He spoke of inspections.')).toEqual(['sanctions']);
  });

  it('adds what is close in meaning, where that was computed', () => {
    const close = createTopicReader(NUCLEAR.topics, (text, { id }) =>
      text.includes('uranium') ? (id === 'enrichment' ? 0.7 : 0.1) : null,
    );
    expect(close.topicsOf('uranium stays here', [])).toEqual(['enrichment']);
    expect(close.topicsOf('nothing stays here', [])).toEqual([]);
  });
});
