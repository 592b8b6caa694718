import { expect, it } from 'vitest';
import { findChanges } from '../../../../src/answer/browse/changes/find-changes.ts';
import { createMatter } from '../../../../src/answer/browse/changes/matter-of.ts';
import { readPosition } from '../../../../src/answer/browse/changes/read-position.ts';
import type { Act } from '../../../../src/domain/statement.ts';
import { createTopicsIn } from '../../../../src/parties/topics-in.ts';
import { evidence } from '../../../support/fake-app.ts';

const fish = { id: 'fish', label: 'Fish', words: ['quota', 'fishing'] };
const topicsIn = createTopicsIn([fish]);
const known = {
  topicsIn,
  matter: createMatter(fish),
  isOwnName: (stem: string) => stem === 'norland',
};
const of = { side: 'Norland', topic: 'fish' };

function changesOf(...said: readonly (readonly [day: string, act: Act, text: string])[]): string[] {
  const positions = said.flatMap(([day, act, text], i) => {
    const item = evidence({ article: `a${i}`, published: `2031-${day}`, act, text, topics: ['fish'] });
    return readPosition(item, 'fish', known) ?? [];
  });
  return findChanges(positions, of).map(({ kind, from, to, words }) =>
    [kind, from?.article ?? '-', to.article, words.from, words.to].filter((part) => part !== null).join(' '),
  );
}

it('tells a first statement, once', () => {
  expect(
    changesOf(
      ['05-01', 'states', 'The fishing quota is too low.'],
      ['05-02', 'demands', 'We demand a fair quota.'],
    ),
  ).toEqual(['first - a0']);
});

it('compares numbers of the same unit that are said of the same thing', () => {
  const before = ['05-01', 'offers', 'We offer a herring quota of 40 %.'] as const;
  expect(changesOf(before, ['05-03', 'offers', 'We offer a herring quota of 42.5 per cent.'])).toEqual([
    'first - a0',
    'number a0 a1 40 % 42.5 per cent',
  ]);
  expect(changesOf(before, ['05-03', 'offers', 'Our quota offer is forty percent.'])).toEqual(['first - a0']);
  expect(changesOf(before, ['05-03', 'offers', 'We offer fishing rights in 12 ports.'])).toEqual([
    'first - a0',
  ]);
  expect(changesOf(before, ['05-03', 'states', 'Some 70 % of the boats lay still.'])).toEqual(['first - a0']);
});

it('takes a number that is rejected for the other’s', () => {
  expect(
    changesOf(
      ['05-01', 'demands', 'We demand a herring quota of 40 %.'],
      ['05-03', 'rejects', 'We reject a herring quota of 20 %.'],
    ),
  ).toEqual(['first - a0']);
});

it('tells no return to a number that was given up before', () => {
  expect(
    changesOf(
      ['05-01', 'offers', 'We offer a quota of 40 %.'],
      ['05-03', 'offers', 'We offer a quota of 45 %.'],
      ['05-09', 'states', 'We had opened with a quota of 40 %.'],
    ),
  ).toEqual(['first - a0', 'number a0 a1 40 % 45 %']);
});

it('tells when what was rejected is accepted, and only of the same matter', () => {
  const before = ['05-01', 'rejects', 'We reject inspectors on fishing boats.'] as const;
  expect(changesOf(before, ['05-03', 'agrees', 'We accept inspectors on our boats.'])).toContain('act a0 a1');
  expect(changesOf(before, ['05-03', 'agrees', 'We accept the fishing season as drawn up.'])).not.toContain(
    'act a0 a1',
  );
});

it('tells a condition that is added or dropped', () => {
  const plain = 'We offer a herring quota of 40 %';
  expect(
    changesOf(
      ['05-01', 'offers', `${plain}.`],
      ['05-03', 'offers', `${plain} if the ports stay open.`],
      ['05-05', 'offers', `${plain}.`],
    ),
  ).toEqual([
    'first - a0',
    'condition-added a0 a1 if the ports stay open',
    'condition-dropped a1 a2 if the ports stay open',
  ]);
});

it('tells a silence that is broken, but not by words on how the talks go on', () => {
  const first = ['05-01', 'demands', 'We demand a fair quota.'] as const;
  expect(
    changesOf(
      first,
      ['05-15', 'states', 'Talks on the quota will continue on Monday.'],
      ['06-01', 'demands', 'We demand that the quota be fair to small boats.'],
    ),
  ).toEqual(['first - a0', 'silence-broken a0 a2']);
  expect(changesOf(first, ['05-20', 'demands', 'We demand a fair quota for all.'])).toEqual(['first - a0']);
});

it('orders nothing that was said on one day', () => {
  expect(
    changesOf(
      ['05-01', 'offers', 'We offer a herring quota of 40 %.'],
      ['05-01', 'offers', 'We offer a herring quota of 45 %.'],
    ),
  ).toEqual(['first - a0']);
});

it('takes years that are aimed at for values, not years in which something happened', () => {
  expect(
    changesOf(
      ['05-01', 'offers', 'We offer an end of trawling by 2050.'],
      ['05-03', 'offers', 'We offer an end of trawling by the end of 2045.'],
    ),
  ).toEqual(['first - a0', 'number a0 a1 2050 2045']);
  expect(
    changesOf(
      ['05-01', 'states', 'The fishing quota of the herring fleet fell in 2019.'],
      ['05-03', 'states', 'The fishing quota of the herring fleet fell in 2023.'],
    ),
  ).toEqual(['first - a0']);
});

it('sets nothing beside what is told in hindsight, on a day that is only worked out', () => {
  const told = { published: '2031-05-14', act: 'offers', topics: ['fish'] } as const;
  const text = 'In April Norland had offered a quota of 40 %.';
  const early = { date: '2031-04-01', how: 'worked out' } as const;
  expect(readPosition(evidence({ ...told, text, when: early }), 'fish', known)).toBeNull();
  expect(
    readPosition(evidence({ ...told, text, when: { ...early, how: 'stated' } }), 'fish', known),
  ).toMatchObject({ on: '2031-04-01' });
  expect(
    readPosition(evidence({ ...told, text, when: { ...early, date: '2031-05-12' } }), 'fish', known),
  ).toMatchObject({ on: '2031-05-12' });
});

function saidOnDay(article: string, day: string, text: string) {
  const when = { date: day, how: 'stated' } as const;
  const item = evidence({ article, published: '2031-09-02', when, act: 'demands', text, topics: ['fish'] });
  return readPosition(item, 'fish', known) ?? [];
}

it('claims no silence between two days that one article tells of', () => {
  const early = 'We demand a quota of 40 %.';
  const late = 'We demand that fishing stops in spring.';
  const kinds = (article: string) =>
    findChanges([saidOnDay('a', '2031-05-01', early), saidOnDay(article, '2031-09-01', late)].flat(), of).map(
      ({ kind }) => kind,
    );
  expect(kinds('b')).toEqual(['first', 'silence-broken']);
  expect(kinds('a')).toEqual(['first']);
});

it('tells two changes of one kind and day where they are of two matters, and one told twice but once', () => {
  const boats = ['05-01', 'rejects', 'We reject inspectors on fishing boats.'] as const;
  const season = ['05-01', 'rejects', 'We reject the shorter season for small trawlers.'] as const;
  const found = changesOf(
    boats,
    season,
    ['05-03', 'agrees', 'We accept inspectors on our boats.'],
    ['05-03', 'agrees', 'We accept a shorter season for small trawlers.'],
    ['05-03', 'agrees', 'Norland accepted inspectors on its boats.'],
  );
  expect(found).toEqual(['first - a0', 'act a0 a2', 'act a1 a3']);
});

it('reads every condition: its numbers are not what is offered, and one that joins another is added', () => {
  const before = ['05-01', 'offers', 'We offer a herring quota of 40 % if the ports stay open.'] as const;
  const both =
    'We offer a herring quota of 40 % if the ports stay open and unless 12 % of the boats stay away.';
  expect(changesOf(before, ['05-03', 'offers', both])).toEqual([
    'first - a0',
    'condition-added a0 a1 unless 12 % of the boats stay away',
  ]);
  expect(changesOf(before, ['05-03', 'offers', before[2].replace('if', 'as long as')])).toEqual([
    'first - a0',
  ]);
});

it('tells no first word whose topic only the words around it give, but by its number', () => {
  expect(
    changesOf(
      ['05-01', 'demands', 'We demand a fair answer.'],
      ['05-02', 'demands', 'We demand a fair quota.'],
    ),
  ).toEqual(['first - a1']);
  expect(changesOf(['05-01', 'demands', 'We demand 40 tonnes.'])).toEqual(['first - a0']);
});

it('sets no condition beside what has but one word in common with it', () => {
  expect(
    changesOf(
      ['05-01', 'offers', 'We offer a fishing quota.'],
      ['05-03', 'demands', 'We demand lower fishing dues if trade is to go on.'],
    ),
  ).toEqual(['first - a0']);
});

it('takes words of the topic, and words with another ending, for one matter', () => {
  expect(
    changesOf(
      ['05-01', 'rejects', 'We reject inspectors on fishing boats.'],
      ['05-03', 'agrees', 'We accept inspections of fishing vessels.'],
    ),
  ).toEqual(['first - a0', 'act a0 a1']);
  expect(
    changesOf(
      ['05-01', 'offers', 'We offer 40 of the quotas if the season ends in May.'],
      ['05-03', 'offers', 'We offer 50 Sudric quotas.'],
    ),
  ).toEqual([
    'first - a0',
    'number a0 a1 40 of the quotas 50 Sudric quotas',
    'condition-dropped a0 a1 if the season ends in May',
  ]);
});

function retold(text: string) {
  const item = { published: '2031-05-14', act: 'rejects', type: 'indirect', text, topics: ['fish'] } as const;
  return readPosition(evidence(item), 'fish', known);
}

it('sets nothing beside what had been said before', () => {
  expect(retold('She had dismissed the very idea of a quota')).toBeNull();
  expect(retold('Norland had refused a quota, she said')).not.toBeNull();
});

it('takes what is but stated for a first word only where it has the topic’s name or two of its words', () => {
  expect(changesOf(['05-01', 'states', 'The quota is a scandal.'])).toEqual([]);
  expect(changesOf(['05-01', 'states', 'The fish quota is a scandal.'])).toEqual(['first - a0']);
  expect(changesOf(['05-01', 'states', 'The fishing quota is a scandal.'])).toEqual(['first - a0']);
  expect(changesOf(['05-01', 'demands', 'We demand a quota.'])).toEqual(['first - a0']);
});

it('tells no first word on a topic that only a condition names', () => {
  expect(changesOf(['05-01', 'rejects', 'We refuse to talk as long as the quota stands.'])).toEqual([]);
});
