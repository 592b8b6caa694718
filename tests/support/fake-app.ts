import { FIELDS } from './answers/answer-fields.ts';
import { createReadNames } from '../../src/answer/read/read-names.ts';
import { createMentionsIn } from '../../src/parties/mentions-in.ts';
import { createNames } from '../../src/parties/name-patterns.ts';
import { createRepairNames } from '../../src/parties/repair-names.ts';
import { createFindRoles } from '../../src/parties/roles/find-roles.ts';
import type { App } from '../../src/app.ts';
import type { Answer, Evidence, SourceRow, SpeakerRow } from '../../src/domain/answer.ts';
import type { Correction } from '../../src/domain/change/correction.ts';
import { createMemoryFollows } from './stores/memory-follows.ts';
import { UserError } from '../../src/errors.ts';

const SIDES = [
  { id: 'US', label: 'US', names: ['Washington'], adjectives: ['American'] },
  { id: 'Russia', label: 'Russia', names: ['Moscow'], adjectives: ['Russian'] },
];
const TOPICS = [
  { id: 'missiles', label: 'Missiles', words: ['missile'] },
  { id: 'nato-enlargement', label: 'NATO enlargement', words: ['NATO'] },
];

const NDO = {
  article: 'ndo',
  title: 'Tough talks between the two major powers',
  outlet: 'Nhan Dan Online',
  published: '2022-01-11',
  url: 'https://example.org/ndo',
};
const MESSENGER = {
  article: 'messenger',
  title: 'Negotiations between Russia and US underway in Geneva',
  outlet: 'The Messenger',
  published: '2022-01-11',
  url: null,
};
const EIGHT_HOUR = {
  article: 'eight-hour',
  title: 'Eight-hour US-Russia talks—what sides (not) agreed on',
  outlet: null,
  published: null,
  url: null,
};

/** Evidence with everything filled in; `fields` are what matters to a test. */
export function evidence(fields: Partial<Evidence> = {}): Evidence {
  const text = fields.text ?? 'We will not allow anyone to close NATO’s open-door policy.';
  return {
    n: 1,
    ...MESSENGER,
    start: 0,
    end: text.length,
    type: 'direct',
    speaker: 'Wendy Sherman',
    side: 'US',
    act: 'rejects',
    topics: ['nato-enlargement'],
    score: 0.8,
    ...fields,
    text,
  };
}

/** Canned evidence: what two people and a side say in three articles. */
const EVIDENCE: readonly Evidence[] = [
  evidence({
    ...NDO,
    text: 'The US announced its readiness to discuss the future of certain missile systems in Europe',
    type: 'indirect',
    speaker: null,
    act: 'offers',
    topics: ['missiles'],
  }),
  evidence({
    text: 'she offered the Russian side to continue talks on the deployment of missile systems',
    type: 'indirect',
    act: 'offers',
    topics: ['missiles'],
  }),
  evidence(),
  evidence({
    ...EIGHT_HOUR,
    text: 'We need ironclad, legally relevant guarantees, not promises',
    speaker: 'Sergey Ryabkov',
    side: 'Russia',
    act: 'demands',
  }),
  evidence({
    ...EIGHT_HOUR,
    text: 'Both sides called the talks "professional," though no breakthrough was reached on missile systems.',
    type: 'narration',
    speaker: null,
    side: null,
    act: null,
    topics: ['missiles'],
  }),
];

export interface FakeApp extends App {
  /** What is set replaces the canned answer of that method, for one test. */
  readonly override: Partial<
    Pick<
      App,
      | 'ask'
      | 'article'
      | 'changes'
      | 'tellArrivals'
      | 'latest'
      | 'speaker'
      | 'speakers'
      | 'sources'
      | 'verify'
      | 'context'
      | 'correct'
      | 'note'
      | 'addSources'
      | 'checkSources'
      | 'retract'
      | 'feeds'
      | 'dropFeed'
      | 'editTables'
      | 'undoTableEdit'
      | 'tableEdits'
      | 'exportTables'
    >
  >;
  /** Every question asked with its filters, but for how much is shown. */
  readonly asked: { readonly question: string; readonly filters: unknown }[];
}

/** A small App that works over canned evidence: a question finds what shares a word of five letters or more with it. */
export function createFakeApp(items: readonly Evidence[] = EVIDENCE): FakeApp {
  const notes = new Map<string, string>();
  const memories = new Map<string, { readonly value: string; readonly until: number }>();
  const corrected: Correction[] = [];
  const override: FakeApp['override'] = {};
  const asked: FakeApp['asked'] = [];
  const followed = createMemoryFollows();
  const searched = { articles: 3, passages: items.length };

  return {
    sides: SIDES,
    topics: TOPICS,
    override,
    asked,
    readNames: readNamesOf(items),
    async ask(question, filters = {}, signal) {
      const { limit: _, ...narrowed } = filters;
      asked.push({ question, filters: narrowed });
      if (override.ask) return override.ask(question, filters, signal);
      if (filters.side !== undefined && !SIDES.some(({ id }) => id === filters.side))
        throw new UserError(`There is no side “${filters.side}”; did you mean ${SIDES[0]?.id ?? ''}?`);
      const words = question.toLowerCase().match(/\p{L}{5,}/gu) ?? [];
      const found = items.filter(
        (item) =>
          words.some((word) => item.text.toLowerCase().includes(word.replace(/s$/, ''))) &&
          (filters.side === undefined || item.side === filters.side) &&
          (filters.speaker === undefined || item.speaker === filters.speaker) &&
          (filters.topic === undefined || item.topics.includes(filters.topic)),
      );
      const answer: Answer = {
        question,
        answered: found.length > 0,
        answer: null,
        evidence: numbered(found),
        ...FIELDS,
        closest: found.length > 0 ? [] : numbered(items.slice(0, 1)),
        nearMisses: found.length > 0 ? [] : numbered(items.slice(0, 1)),
        searched,
      };
      return answer;
    },
    composes: false,
    async compose(answer) {
      return { answer, note: null, dropped: [] };
    },
    async speaker(name, filters = {}) {
      if (override.speaker) return override.speaker(name, filters);
      const said = items.filter((item) => item.speaker === name);
      const [first] = said;
      if (!first) return { speaker: null, statements: [], suggestions: ['Wendy Sherman'] };
      const on = said.filter(({ topics }) => filters.topic === undefined || topics.includes(filters.topic));
      const aliases = name === 'Sergey Ryabkov' ? ['Sergei Ryabkov'] : [];
      return { speaker: { name, side: first.side, aliases }, statements: numbered(on), suggestions: [] };
    },
    async position(side, topic) {
      const statements = items.filter((item) => item.side === side && item.topics.includes(topic));
      return { side, topic, statements: numbered(statements), searched };
    },
    async compare(topic, sides = ['US', 'Russia']) {
      const of = (side: string): Evidence[] =>
        numbered(items.filter((item) => item.side === side && item.topics.includes(topic)));
      return { topic, sides: sides.map((side) => ({ side, statements: of(side) })), searched };
    },
    async timeline(topic) {
      const on = items.filter((item) => item.topics.includes(topic));
      const statements = numbered(on.filter(({ published }) => published !== null));
      return {
        topic,
        statements,
        undated: numbered(on.filter(({ published }) => published === null)),
        searched,
      };
    },
    async matrix() {
      const sides = SIDES.map(({ id }) => id);
      const topics = TOPICS.map(({ id }) => id);
      const cells = sides.flatMap((side) =>
        topics.map((topic) => {
          const said = items.filter((item) => item.side === side && item.topics.includes(topic));
          return { side, topic, statements: said.length, act: said[0]?.act ?? null };
        }),
      );
      return { sides, topics, cells, searched };
    },
    async follow(input) {
      const { id } = await followed.addFollow({ ...input, due: null });
      const row = (await followed.follows()).find((one) => one.id === id);
      if (!row) throw new Error('it was not kept');
      return row;
    },
    follows: (of) => followed.follows(of),
    unfollow: (id) => followed.removeFollow(id),
    async tellArrivals(teller, signal) {
      return override.tellArrivals?.(teller, signal) ?? { sent: 0, isLeft: false };
    },
    async askedAgain(person) {
      const before = await followed.lastAsked(person);
      await followed.setLastAsked(person, 7);
      return before;
    },
    async changes(filters = {}) {
      if (override.changes) return override.changes(filters);
      return { changes: [], searched };
    },
    async latest(side, topic, filters = {}) {
      if (override.latest) return override.latest(side, topic, filters);
      const of = items.filter((item) => item.side === side && item.topics.includes(topic));
      const now = numbered(of).map((one) => ({ act: one.act ?? 'states', evidence: one, replaces: null }));
      return { side, topic, now, changes: [], searched };
    },
    async article(id) {
      if (override.article) return override.article(id);
      return null;
    },
    async statements(filters = {}) {
      return numbered(
        items.filter(
          ({ side, topics }) =>
            (filters.side === undefined || side === filters.side) &&
            (filters.topic === undefined || topics.includes(filters.topic)),
        ),
      );
    },
    async verify(quote, signal, beside) {
      if (override.verify) return override.verify(quote, signal, beside);
      const match = items.find(({ text }) => text.includes(quote)) ?? null;
      return { quote, verdict: match ? 'verbatim' : 'not-found', warning: null, match, differences: [] };
    },
    async speakers() {
      if (override.speakers) return override.speakers();
      const names = [...new Set(items.flatMap(({ speaker }) => (speaker === null ? [] : [speaker])))];
      return names.map((name): SpeakerRow => {
        const said = items.filter(({ speaker }) => speaker === name);
        return { name, side: said[0]?.side ?? null, role: null, statements: said.length, articles: 1 };
      });
    },
    async sources() {
      if (override.sources) return override.sources();
      return [NDO, MESSENGER, EIGHT_HOUR].map(({ article, ...meta }): SourceRow => ({
        id: article,
        ...meta,
        author: null,
        sentences: 20,
        passages: 20,
        statements: items.filter((item) => item.article === article).length,
      }));
    },
    async revision() {
      return 1;
    },
    async context(shown) {
      if (override.context) return override.context(shown);
      const { text } = shown;
      const item = items.find((one) => one.text === text);
      return item ? { before: 'She was asked. ', quote: text, after: ' Then she left.' } : null;
    },
    async correct(input, signal) {
      if (override.correct) return override.correct(input, signal);
      const was = { speaker: null, side: null };
      const correction = { ...input, id: corrected.length + 1, quote: '', was, at: '2022-01-12T00:00:00Z' };
      corrected.push(correction);
      return correction;
    },
    async undoCorrection(id, by) {
      const at = corrected.findIndex((one) => one.id === id && (by === null || one.by.id === by));
      const [gone] = at < 0 ? [] : corrected.splice(at, 1);
      if (!gone)
        throw new UserError(`There is no correction ${id}; the command "corrections" lists those there are.`);
      return gone;
    },
    async corrections() {
      return corrected.map(({ speaker, side, ...rest }) => ({
        ...rest,
        speaker,
        side,
        to: { speaker, side },
        status: 'waiting' as const,
      }));
    },
    remove: async () => [],
    watch: async () => undefined,
    actors: [
      {
        name: 'Wendy Sherman',
        side: 'US',
        role: 'Deputy Secretary',
        kind: 'person',
        pronoun: 'she',
        aliases: [],
      },
    ],
    async editTables(edit, by, signal) {
      if (override.editTables) return override.editTables(edit, by, signal);
      return { edit: { id: 1, edit, by, at: '2026-01-01T00:00:00Z' }, articles: 0, done: Promise.resolve() };
    },
    async undoTableEdit(id, by, signal) {
      if (override.undoTableEdit) return override.undoTableEdit(id, by, signal);
      throw new UserError(`There is no edit ${id}.`);
    },
    tableEdits: async () => override.tableEdits?.() ?? [],
    exportTables: async () => override.exportTables?.() ?? { files: [], edits: 0 },
    async addSources(names, options) {
      if (override.addSources) return override.addSources(names, options);
      return { sources: [], stopped: false };
    },
    async checkSources(names, signal) {
      if (override.checkSources) return override.checkSources(names, signal);
      return [];
    },
    async retract(ids, by, signal) {
      if (override.retract) return override.retract(ids, by, signal);
      return [];
    },
    feeds: async () => override.feeds?.() ?? [],
    dropFeed: async (url) => override.dropFeed?.(url) ?? false,
    async tablesDiffer() {
      return false;
    },
    async ingest() {
      return { results: [], stopped: false };
    },
    async note(name) {
      if (override.note) return override.note(name);
      return notes.get(name) ?? null;
    },
    async setNote(name, value) {
      notes.set(name, value);
    },
    async remember(key, value, keepMs) {
      memories.set(key, { value, until: Date.now() + keepMs });
    },
    async recall(key) {
      const kept = memories.get(key);
      return kept && kept.until > Date.now() ? kept.value : null;
    },
    async forget(ids) {
      const made = corrected.filter(({ by }) => ids.includes(by.id));
      for (const one of made) corrected.splice(corrected.indexOf(one), 1);
      const follows = (await followed.follows()).filter(
        ({ person, place }) => ids.includes(person) || ids.includes(place),
      );
      for (const { id } of follows) await followed.removeFollow(id);
      for (const [key, { value }] of memories)
        if (ids.some((id) => key.includes(id) || value.includes(id))) memories.delete(key);
      return { corrections: made.length, follows: follows.length };
    },
    async close() {},
  };
}

function numbered(found: readonly Evidence[]): Evidence[] {
  return found.map((item, index) => ({ ...item, n: index + 1 }));
}

/** Reads what a text names by the canned sides, topics and speakers, as the app does. */
function readNamesOf(items: readonly Evidence[]): App['readNames'] {
  const names = [...new Set(items.flatMap(({ speaker }) => (speaker === null ? [] : [speaker])))];
  const actors = names.map((name) => ({
    name,
    side: items.find(({ speaker }) => speaker === name)?.side ?? null,
    role: null,
    kind: 'person' as const,
    pronoun: null,
    aliases: [],
  }));
  const patterns = createNames({ sides: SIDES, actors });
  const findRoles = createFindRoles(actors, [], new Set(), patterns);
  const mentionsIn = createMentionsIn(
    actors,
    patterns,
    findRoles,
    createRepairNames([]),
    (name) => items.filter(({ speaker }) => speaker === name).length,
  );
  return createReadNames({
    store: {
      sentenceFrequencies: async (words) =>
        words.map(
          (word) => items.filter(({ text }) => text.toLowerCase().includes(word.toLowerCase())).length,
        ),
    },
    directory: async () => ({
      actors: { sides: [], actors },
      mentionsIn,
      speaks: () => true,
      saidBy: () => [],
    }),
    topics: TOPICS,
  });
}
