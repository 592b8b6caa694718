import { expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { addProposed, chooseNew } from '../../src/collect/choose-new.ts';
import type { DraftTables } from '../../src/collect/drafted.ts';
import { addActors, addTopics, textOf, writeActors, writeTopics } from '../../src/collect/write-tables.ts';

const person = (name: string, side: string | null) => ({
  value: { name, side, role: null, kind: 'person' as const, pronoun: null, aliases: [] },
  why: `said by ${name}`,
});
const DRAFTS: DraftTables = {
  sides: [
    {
      value: { id: 'Union', label: 'Harbour Union', names: ['union'], adjectives: ['union'] },
      why: '9 statements',
    },
    { value: { id: 'Port', label: 'Port', names: [], adjectives: [] }, why: '4 statements' },
  ],
  actors: [person('Ann Roe', 'Union'), person('John Doe', 'Port')],
  topics: [
    {
      value: { id: 'pay', label: 'Pay', words: ['pay', 'wages'] },
      why: '8 sentences',
    },
    {
      value: { id: 'safety', label: 'Safety', words: ['safety'] },
      why: '3 sentences',
    },
  ],
};
const NOTHING = { sides: [], actors: [], topics: [] };

it('writes each proposal under a comment that says why', () => {
  expect(writeActors(DRAFTS)).toContain('  # 9 statements\n  - id: Union\n    label: Harbour Union\n');
  expect(writeActors(DRAFTS)).toContain('  # said by Ann Roe\n  - { name: Ann Roe, side: Union }\n');
  expect(writeTopics(DRAFTS)).toContain('# 8 sentences\n- id: pay\n');
});

it('proposes what no table has, under the names that people gave the sides', () => {
  const renamed = { id: 'Dockers', label: 'The dockers', names: ['union'], adjectives: [] };
  const actors = { sides: [renamed], actors: [] };
  const topics = [{ id: 'money', label: 'Money', words: ['wages'] }];
  const fresh = chooseNew(DRAFTS, actors, topics, NOTHING);
  expect(fresh.sides.map(({ value }) => value.id)).toEqual(['Port']);
  expect(fresh.actors.map(({ value }) => [value.name, value.side])).toEqual([
    ['Ann Roe', 'Dockers'],
    ['John Doe', 'Port'],
  ]);
  expect(fresh.topics.map(({ value }) => value.id)).toEqual(['safety']);
});

it('proposes nothing a second time that somebody took out', () => {
  const before = addProposed(NOTHING, DRAFTS);
  expect(chooseNew(DRAFTS, { sides: [], actors: [] }, [], before)).toEqual({
    sides: [],
    actors: [],
    topics: [],
  });
});

it('adds at the end of the lists, and leaves every comment and edit as it stands', () => {
  const mine = '# mine\nsides:\n  - id: Dockers # not "Union"\n    label: The dockers\nactors: []\n';
  const document = parseDocument(mine);
  addActors(document, { sides: DRAFTS.sides.slice(1), actors: DRAFTS.actors.slice(1) });
  expect(textOf(document)).toBe(
    '# mine\nsides:\n  - id: Dockers # not "Union"\n    label: The dockers\n  # 4 statements\n  - id: Port\n    label: Port\n' +
      '    names: []\n    adjectives: []\nactors:\n  # said by John Doe\n  - { name: John Doe, side: Port }\n',
  );
  const topics = parseDocument('- id: money # ours\n  label: Money\n');
  addTopics(topics, DRAFTS.topics.slice(1));
  expect(textOf(topics)).toContain('- id: money # ours\n  label: Money\n# 3 sentences\n- id: safety\n');
});
