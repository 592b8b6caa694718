import fc from 'fast-check';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { chooseNew } from '../../../src/collect/choose-new.ts';
import { applyEdits, type EditedTables } from '../../../src/collect/edits/apply-edits.ts';
import { writeEditedActors, writeEditedTopics } from '../../../src/collect/edits/write-edits.ts';
import { hasTouched, touchedWords } from '../../../src/collect/edits/touched-words.ts';
import type { TableEdit } from '../../../src/domain/change/table-edit.ts';
import { ActorsTable, TopicsTable } from '../../../src/ingest/collection.ts';

const TABLES: EditedTables = {
  actors: {
    sides: [
      { id: 'Crews', label: 'Crews', names: ['the crews'], adjectives: [] },
      { id: 'Owners', label: 'Owners', names: [], adjectives: [] },
    ],
    actors: [
      { name: 'Marit Solheim', side: 'Crews', role: 'Leader', kind: 'person', pronoun: 'she', aliases: [] },
      { name: 'M. Solheim', side: null, role: null, kind: 'person', pronoun: null, aliases: [] },
      { name: 'Per Dahl', side: 'Owners', role: null, kind: 'person', pronoun: null, aliases: ['P. Dahl'] },
    ],
  },
  topics: [{ id: 'pay', label: 'Pay', words: ['crowns', 'wage'] }],
};
const FILES = {
  actors:
    '# who speaks\nsides:\n  - { id: Crews, label: Crews, names: [the crews], adjectives: [] }\n  # the boats are theirs\n' +
    '  - { id: Owners, label: Owners, names: [], adjectives: [] }\nactors:\n' +
    '  - { name: Marit Solheim, side: Crews, role: Leader, pronoun: she } # since May\n  - { name: M. Solheim, side: null }\n' +
    '  - { name: Per Dahl, side: Owners, aliases: [P. Dahl] }\n',
  topics: '- { id: pay, label: Pay, description: What crews earn., words: [crowns, wage] }\n',
};

const person = fc.constantFrom('Marit Solheim', 'M. Solheim', 'Per Dahl', 'P. Dahl', 'Ida Lund', 'Ida Berg');
const side = fc.constantFrom('Crews', 'Owners', 'State');
const topic = fc.constantFrom('pay', 'boats');
const label = fc.constantFrom('Crews', 'Sailors', 'Owners', 'Boats', 'Pay');
const words = fc.array(fc.constantFrom('crowns', 'wage', 'boat', 'Wage', 'hull'), {
  minLength: 1,
  maxLength: 3,
});
const edit: fc.Arbitrary<TableEdit> = fc.oneof(
  fc.record({ kind: fc.constant('rename-side' as const), side, label }),
  fc.record({ kind: fc.constant('new-side' as const), side, label, names: words }),
  fc.record({ kind: fc.constant('rename-person' as const), person, name: person }),
  fc.record({ kind: fc.constant('merge-people' as const), person, into: person, side: fc.option(side) }),
  fc.record({ kind: fc.constant('give-side' as const), person, side: fc.option(side) }),
  fc.record({ kind: fc.constant('rename-topic' as const), topic, label }),
  fc.record({ kind: fc.constant('new-topic' as const), topic, label, words }),
  fc.record({ kind: fc.constant('change-words' as const), topic, add: words, remove: words }),
);

/** Only such edits are kept as change something, and after which the tables can be used. */
function usable(edits: readonly TableEdit[]): TableEdit[] {
  let tables = TABLES;
  return edits.filter((one) => {
    const next = applyEdits(tables, [one]);
    if (!ActorsTable.safeParse(next.actors).success) return false;
    if (JSON.stringify(next) === JSON.stringify(tables)) return false;
    tables = next;
    return true;
  });
}

/** In which order a topic's words stand means nothing. */
const inOrder = ({ actors, topics }: EditedTables) => ({
  actors,
  topics: topics.map((one) => ({ ...one, words: one.words.toSorted() })),
});

const sorted = (names: readonly { readonly name: string }[]) =>
  names.toSorted((a, b) => (a.name < b.name ? -1 : 1));

describe('edits and files never disagree', () => {
  it('what was written with the edits is not changed by them once more', () => {
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 8 }), (all) => {
        const edits = usable(all);
        const once = applyEdits(TABLES, edits);
        expect(inOrder(applyEdits(once, edits))).toEqual(inOrder(once));
      }),
      { numRuns: 2000 },
    );
  });

  it('words that came and went between two edits stay away, and a topic keeps its last word', () => {
    const edits: TableEdit[] = [
      { kind: 'change-words', topic: 'pay', add: ['boat'], remove: ['hull'] },
      { kind: 'change-words', topic: 'pay', add: ['Wage'], remove: ['boat', 'wage'] },
      { kind: 'change-words', topic: 'pay', add: ['hull'], remove: ['crowns'] },
    ];
    const once = applyEdits(TABLES, edits);
    expect(once.topics[0]?.words).toEqual(['hull']);
    expect(applyEdits(once, edits)).toEqual(once);
    const bare: TableEdit = { kind: 'change-words', topic: 'pay', add: [], remove: ['crowns', 'wage'] };
    expect(applyEdits(TABLES, [bare])).toEqual(TABLES);
    expect(applyEdits(TABLES, [bare, ...edits]).topics[0]?.words).toEqual(['hull']);
  });

  it('the files that are written hold what was edited, and keep their comments', () => {
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 8 }), (all) => {
        const edits = usable(all);
        const now = applyEdits(TABLES, edits);
        const actors = writeEditedActors(FILES.actors, now.actors);
        const read = ActorsTable.parse(parse(actors));
        expect(read.sides).toEqual(now.actors.sides);
        expect(sorted(read.actors)).toEqual(sorted(now.actors.actors));
        expect(TopicsTable.parse(parse(writeEditedTopics(FILES.topics, now.topics)))).toEqual(now.topics);
        expect(actors).toContain('# the boats are theirs');
      }),
      { numRuns: 500 },
    );
  });

  it('proposing again adds nobody who was merged or renamed', () => {
    const edits: TableEdit[] = [
      { kind: 'merge-people', person: 'M. Solheim', into: 'Marit Solheim', side: 'Crews' },
      { kind: 'rename-person', person: 'Per Dahl', name: 'Per A. Dahl' },
    ];
    const { actors, topics } = applyEdits(TABLES, edits);
    const drafts = {
      sides: [],
      topics: [],
      actors: TABLES.actors.actors.map((value) => ({ value, why: 'named' })),
    };
    expect(chooseNew(drafts, actors, topics, { sides: [], actors: [], topics: [] }).actors).toEqual([]);
  });
});

const touchedBy = (one: TableEdit) => touchedWords(TABLES, applyEdits(TABLES, [one]));

it('articles are read again that name whom or what was edited, and no others', () => {
  const given = touchedBy({ kind: 'give-side', person: 'Per Dahl', side: 'Crews' });
  expect(hasTouched('The envoy, Mr Dahl, said nothing.', given)).toBe(true);
  expect(hasTouched('Marit Solheim said nothing.', given)).toBe(false);
  const worded = touchedBy({ kind: 'change-words', topic: 'pay', add: ['bonuses'], remove: ['wage'] });
  expect(hasTouched('No bonus for anybody.', worded)).toBe(true);
  expect(hasTouched('Wages fell.', worded)).toBe(true);
  expect(hasTouched('Forty crowns.', worded)).toBe(false);
  expect(touchedBy({ kind: 'rename-topic', topic: 'pay', label: 'Wages' }).size).toBe(0);
});
