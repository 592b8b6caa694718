import { UNSAID } from '../support/records.ts';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applyCorrections,
  attributionOf,
  correctionStatuses,
} from '../../src/attribution/apply-corrections.ts';
import type { Actor, Actors } from '../../src/domain/actor.ts';
import type { Correction } from '../../src/domain/change/correction.ts';
import { textAt } from '../../src/text/span.ts';
import type { Statement } from '../../src/domain/statement.ts';

const person = (name: string, side: string | null, aliases: string[] = []): Actor => ({
  name,
  side,
  role: null,
  kind: 'person',
  pronoun: null,
  aliases,
});
const ACTORS: Actors = {
  sides: [
    { id: 'US', label: 'United States', names: ['Washington'], adjectives: ['American'] },
    { id: 'Russia', label: 'Russia', names: ['Moscow', 'Russian side'], adjectives: ['Russian'] },
  ],
  actors: [
    person('Sergei Ryabkov', 'Russia', ['Sergey Ryabkov', 'Ryabov']),
    person('Wendy Sherman', 'US'),
    person('Anna Kim', null),
    person('John Kim', 'US'),
    { ...person('White House', 'US'), kind: 'body' },
  ],
};
const TEXT =
  'Photo: talks. "We will not move," the envoy said. He also said that Washington wants missiles in Europe. The talks went on. "Nobody knows," wrote the paper.';

let made = 0;
/** A correction of `quote`, which stands in TEXT. */
function correction(quote: string, speaker: string | null, fields: Partial<Correction> = {}): Correction {
  const start = TEXT.indexOf(quote);
  return {
    id: ++made,
    article: 'a',
    quote,
    start,
    end: start + quote.length,
    speaker,
    side: null,
    was: { speaker: null, side: null },
    note: null,
    by: { id: '1', name: 'Nelly' },
    at: '2022-01-13T09:30:00.000Z',
    ...fields,
  };
}

function statement(quote: string, fields: Partial<Statement> = {}): Statement {
  const start = TEXT.indexOf(quote);
  return {
    content: [{ start, end: start + quote.length }],
    source: [],
    cue: [],
    ...UNSAID,
    type: 'indirect',
    act: 'states',
    topics: [],
    ...fields,
  };
}

const MOVED = 'We will not move,';
const MOVE = statement(MOVED, {
  speaker: 'Wendy Sherman',
  side: 'US',
  type: 'direct',
  act: 'rejects',
  topics: ['talks'],
  cue: [{ start: TEXT.indexOf('said'), end: TEXT.indexOf('said') + 4 }],
});
const RELAYED = statement('that Washington wants missiles in Europe', { speaker: 'Wendy Sherman' });
const WANTED = statement('missiles in Europe', { side: 'US' });

const context = (text = TEXT, skips = [{ start: 0, end: 13 }]) => ({
  article: { text, skips },
  actors: ACTORS,
});
const apply = (statements: readonly Statement[], ...corrections: Correction[]) =>
  applyCorrections(statements, corrections, context());
const statuses = (stored: readonly Statement[], corrections: Correction[], text = TEXT) => [
  ...correctionStatuses(stored, corrections, context(text)).values(),
];

describe('whose words they are by a correction', () => {
  it.each<[string, string | null, string | null]>([
    ['Sergei Ryabkov', 'Sergei Ryabkov', 'Russia'],
    ['ryabkov', 'Sergei Ryabkov', 'Russia'],
    ['Mr. Ryabov', 'Sergei Ryabkov', 'Russia'],
    ['SERGEY RYABKOV', 'Sergei Ryabkov', 'Russia'],
    ['the White House', 'White House', 'US'],
    ['Russia', null, 'Russia'],
    ['the russian side', null, 'Russia'],
    ['anna kim', 'Anna Kim', null],
    ['Kim', 'Kim', null],
    ['Jens Stoltenberg', 'Jens Stoltenberg', null],
  ])('%s', (given, speaker, side) => {
    expect(attributionOf({ speaker: given, side: null }, ACTORS)).toEqual({ speaker, side });
  });

  it('is for the side that is given, and nobody without either', () => {
    expect(attributionOf({ speaker: 'kim', side: 'Russia' }, ACTORS)).toEqual({
      speaker: 'kim',
      side: 'Russia',
    });
    expect(attributionOf({ speaker: 'anna kim', side: 'US' }, ACTORS).side).toBe('US');
    expect(attributionOf({ speaker: null, side: 'US' }, ACTORS)).toEqual({ speaker: null, side: 'US' });
    expect(attributionOf({ speaker: null, side: null }, ACTORS)).toEqual({ speaker: null, side: null });
  });
});

/** What a correction of "talks went on" adds to another text. */
const addedTo = (text: string): string[] =>
  applyCorrections([], [correction('talks went on', 'Anna Kim')], context(text, [])).flatMap(({ content }) =>
    content.map((span) => textAt(text, span)),
  );

describe('corrections applied', () => {
  it('leave everything as it is without any', () => {
    expect(apply([MOVE, RELAYED])).toEqual([MOVE, RELAYED]);
  });

  it('change the speaker and side, and nothing else', () => {
    const ryabkov = { speaker: 'Sergei Ryabkov', speakerKind: 'person', side: 'Russia', sides: ['Russia'] };
    const whole = '"We will not move," the envoy said.';
    for (const quote of [whole, 'We will not move', 'will not'])
      expect(apply([MOVE, RELAYED], correction(quote, 'ryabkov'))).toEqual([
        { ...MOVE, ...ryabkov },
        RELAYED,
      ]);
  });

  it('make it the article’s own words where nobody said it', () => {
    expect(apply([MOVE], correction('We will not move,', null))).toEqual([
      { ...MOVE, speaker: null, side: null, type: 'narration', act: 'states', source: [], cue: [] },
    ]);
  });

  it('are about the statement that fits the words best', () => {
    const inner = apply([RELAYED, WANTED], correction('missiles in Europe.', 'Anna Kim'));
    expect(inner.map(({ speaker }) => speaker)).toEqual(['Wendy Sherman', 'Anna Kim']);
    const outer = apply([RELAYED, WANTED], correction('Washington wants missiles in Europe', 'Anna Kim'));
    expect(outer.map(({ speaker }) => speaker)).toEqual(['Anna Kim', null]);
  });

  it('count the last time', () => {
    const quote = 'We will not move,';
    const [last] = apply([MOVE], correction(quote, null), correction(`"${quote}`, 'Russia'));
    expect(last).toEqual({ ...MOVE, speaker: null, side: 'Russia', sides: ['Russia'] });
  });

  it('add the statement that was missed, as direct where it stands in quotation marks', () => {
    const added = apply(
      [MOVE],
      correction('The talks went on', 'Anna Kim'),
      correction('"Nobody knows," wrote the paper', 'US'),
      correction('talks. "We', 'Russia'),
      correction('Nobody knows', 'sherman'),
    );
    expect(added).toEqual([
      { ...MOVE, speaker: null, side: 'Russia', sides: ['Russia'] },
      statement('The talks went on', { speaker: 'Anna Kim', speakerKind: 'person' }),
      statement('Nobody knows', {
        speaker: 'Wendy Sherman',
        speakerKind: 'person',
        side: 'US',
        sides: ['US'],
        type: 'direct',
      }),
    ]);
    const [mixed] = apply([], correction('"Nobody knows," wrote the paper', 'US'));
    expect(mixed).toMatchObject({ type: 'mixed', speaker: null, side: 'US' });
    const [direct] = apply([], correction('"Nobody knows,"', 'Wendy Sherman'));
    expect(direct).toMatchObject({ type: 'direct', act: 'states', topics: [] });
    expect(apply([], correction('The talks', 'US'), correction('The talks', null))).toEqual([]);
  });

  it('give what was the article’s own words the kind of speech it has', () => {
    const narrated = { ...MOVE, speaker: null, side: null, type: 'narration' } as const;
    expect(apply([narrated], correction('We will not move,', 'Anna Kim'))[0]).toMatchObject({
      type: 'direct',
      speaker: 'Anna Kim',
      side: null,
    });
  });

  it('keep boilerplate out of what they add', () => {
    expect(apply([], correction('talks. "We will', 'Anna Kim')).map(({ content }) => content)).toEqual([
      [{ start: TEXT.indexOf('"We'), end: TEXT.indexOf(' not') }],
    ]);
    expect(apply([], correction('Photo: talks.', 'Anna Kim'))).toEqual([]);
  });

  it('find words that have moved, and do nothing where they are gone or stand twice', () => {
    const moved = `New. ${TEXT}`;
    expect(addedTo(moved)).toEqual(['talks went on']);
    expect(addedTo(`${moved} Again the talks went on.`)).toEqual([]);
    expect(addedTo('Nothing of it.')).toEqual([]);
  });
});

describe('the status of corrections', () => {
  it('follows the stored statements', () => {
    const [one, two] = [correction(MOVED, 'Russia'), correction(MOVED, 'ryabkov')];
    expect(statuses([MOVE], [one])).toEqual(['waiting']);
    expect(statuses(apply([MOVE], one), [one])).toEqual(['applied']);
    expect(statuses(apply([MOVE], one), [one, two])).toEqual(['overruled', 'waiting']);
    expect(statuses(apply([MOVE], one, two), [one, two])).toEqual(['overruled', 'applied']);
    expect(statuses([], [one])).toEqual(['waiting']);
    expect(statuses([], [correction(MOVED, null)])).toEqual(['applied']);
    expect(statuses([MOVE], [one], 'Nothing of it.')).toEqual(['lost']);
  });

  it('is never waiting once all are applied, and no statement is lost', () => {
    // What is shown to be corrected: sentences, and contents of statements.
    const quotes = fc.constantFrom(
      '"We will not move," the envoy said.',
      'We will not move,',
      'He also said that Washington wants missiles in Europe.',
      'that Washington wants missiles in Europe',
      'missiles in Europe',
      'The talks went on.',
      '"Nobody knows," wrote the paper.',
      'Nobody knows',
    );
    const given = fc.record({
      quote: quotes,
      speaker: fc.constantFrom(null, 'ryabkov', 'Russia', 'Somebody'),
      side: fc.constantFrom(null, 'US'),
    });
    fc.assert(
      fc.property(fc.uniqueArray(quotes), fc.array(given), (contents, all) => {
        const base = contents.map((quote) => statement(quote, { speaker: 'Wendy Sherman' }));
        const corrections = all.map(({ quote, speaker, side }) => correction(quote, speaker, { side }));
        const after = apply(base, ...corrections);
        expect(statuses(after, corrections)).not.toContain('waiting');
        for (const { content } of base) expect(after.map((one) => one.content)).toContainEqual(content);
      }),
    );
  });
});
