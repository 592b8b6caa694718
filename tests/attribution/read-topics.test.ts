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

  it('leaves out what only names the occasion', () => {
    expect(topics('the talks were frank')).toEqual(['talks']);
    expect(topics('it would hold talks on sanctions')).toEqual(['sanctions']);
    expect(topics('inspections, it was said over sanctions')).toEqual(['sanctions']);
    expect(topics('the session dealt with inspections only')).toEqual(['inspections', 'talks']);
  });

  it('leaves out what comes up long after the subject', () => {
    const aside = `${'and it was so '.repeat(5)} under sanctions`;
    expect(topics(`inspections go on ${aside}`)).toEqual(['inspections']);
    expect(topics(aside)).toEqual(['sanctions']);
  });

  it('looks at the context only while the content shows no topic', () => {
    expect(
      topics('that will never happen', 'Nothing here.', 'He spoke of inspections.', 'Sanctions'),
    ).toEqual(['inspections']);
    expect(topics('sanctions stay', 'He spoke of inspections.')).toEqual(['sanctions']);
  });

  it('goes on with the topic that the statement before opened', () => {
    const opened = ['enrichment'];
    expect(reader.topicsOf('it will never stop', ['On sanctions he was brief.'], opened)).toEqual([
      'enrichment',
    ]);
    expect(reader.topicsOf('nobody will stop', ['On sanctions he was brief.'], opened)).toEqual([
      'sanctions',
    ]);
    expect(reader.topicsOf('nobody will stop', [], opened)).toEqual(['enrichment']);
    expect(reader.topicsOf('it ends with inspections', [], opened)).toEqual(['inspections']);
  });
});
