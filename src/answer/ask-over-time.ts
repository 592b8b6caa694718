import { actOfWord } from '../domain/said/act-of-word.ts';
import { saidOn, type Answer, type Evidence } from '../domain/answer.ts';
import { isMove, type PositionChange } from '../domain/position-change.ts';
import type { Filters } from '../domain/question.ts';
import type { Act } from '../domain/statement.ts';
import { labelStems } from '../parties/topics-in.ts';
import { aboutAnswer, prepareAnswer, type Ask, type AskDependencies, type Prepared } from './ask.ts';
import type { Changes } from './browse/changes/track-changes.ts';
import { findOverTime, type Told } from './find/find-over-time.ts';
import { headlineOfChanges, headlineOfNow } from './headline-over-time.ts';
import { askedClause } from './read/asked-clause.ts';
import type { Question } from './read/read-question.ts';
import { isTimeWord, timeAsked, type TimeAsked } from './read/time-asked.ts';
import { showEvidence } from './show-evidence.ts';

export interface AskOverTimeDependencies extends AskDependencies {
  /** Answers all that asks for no order of saying. */
  readonly ask: Ask;
  readonly said: Changes['said'];
  readonly now: () => Date;
}

/** Acts that go one way: who agrees to a thing offers it no longer, but has not moved away from it. */
const WAYS: readonly ReadonlySet<Act>[] = [
  new Set<Act>(['offers', 'agrees']),
  new Set<Act>(['rejects', 'denies']),
];

type Given = Pick<Answer, 'headline' | 'evidence'>;

/**
 * Answers what asks for the order in which things were said ("now", "still", "changed", "since Monday") from the positions
 * of sides over time: the newest first, what it replaces in the line above. What it cannot answer so, and all other
 * questions, go to `ask`. Throws as that does.
 */
export function createAskOverTime({ ask, said, now, ...dependencies }: AskOverTimeDependencies): Ask {
  const { store, directory, topics } = dependencies;
  // "Beef and lamb": who asks for lamb asks for less than the topic.
  const labels = labelStems(topics.filter(({ label }) => !/\band\b|,/i.test(label)));
  const prepare = prepareAnswer(dependencies);

  async function newestDay(): Promise<string | null> {
    const days = (await store.sources()).flatMap(({ published }) => published ?? []);
    return days.reduce<string | null>((a, b) => (a === null || b > a ? b : a), null);
  }

  /** Whether it has words for more than parties, acts, times, and a topic's name. */
  function asksForMatter({ terms, mentions }: Question): boolean {
    return terms.some(
      ({ content, plain }, i) =>
        content &&
        !labels.has(plain) &&
        !isTimeWord(plain) &&
        actOfWord(plain) === undefined &&
        !mentions.some(({ start, end }) => start <= i && i < end),
    );
  }

  /** Reads the clause; once more with whom it names as filter where it asks for nobody's words: "the latest from Bonn". */
  async function prepareNamed(clause: string, filters: Filters, signal?: AbortSignal): Promise<Prepared> {
    const prepared = await prepare(clause, filters, signal);
    const { sides, speakers, named, people } = prepared.question;
    if (sides.length + speakers.length > 0 || named.length !== 1) return prepared;
    const [only] = named;
    if (people.length === 1) return prepare(clause, { ...filters, speaker: only }, signal);
    const { actors } = await directory();
    // Words for a source without a name are no side.
    return actors.sides.some(({ id }) => id === only)
      ? prepare(clause, { ...filters, side: only }, signal)
      : prepared;
  }

  async function answer(time: TimeAsked, prepared: Prepared): Promise<Given | null> {
    const { question, own, scope, limit, support } = prepared;
    const { actors } = await directory();
    const sideOf = (name: string) => actors.actors.find((actor) => actor.name === name)?.side ?? null;
    const sides = [...question.sides, ...question.speakers.flatMap((name) => sideOf(name) ?? [])];
    // The newest of anybody is as often what nobody says.
    if (time.of === 'now' && sides.length === 0) return null;
    // Nor does what one says last on anything answer what is asked of one thing.
    const isOpenEnded = time.of === 'now' && question.topics.length === 0 && time.since === null;
    if ((question.kind === 'two-sides' && time.of === 'now') || isOpenEnded) return null;
    const chains = await said({ sides, topics: question.topics, until: scope.until });
    const show = (items: Parameters<typeof showEvidence>[1]) => showEvidence(store, items, support);
    const isOfMatter = question.speakers.length > 0 || asksForMatter(question);
    const found = await findOverTime(chains, isOfMatter ? own : [], question.speakers, show);
    const since = time.since ?? '';
    const changes = time.of === 'changes' ? changesAmong(found).filter(({ when }) => when >= since) : [];
    if (changes.length > 0)
      return {
        headline: headlineOfChanges(changes, time.since),
        evidence: numbered(
          changes.map(({ to }) => to),
          limit,
        ),
      };
    const within = found.filter(({ on }) => on >= since);
    const chosen = ofAct(within.length === 0 && time.of === 'changes' ? found : within, time, prepared);
    const [first] = chosen;
    if (first === undefined) return null;
    return {
      headline: `${time.of === 'changes' ? `${headlineOfChanges([], time.since)} ` : ''}${lineOf(first)}`,
      evidence: numbered(
        chosen.map(({ evidence }) => evidence),
        limit,
      ),
    };
  }

  return async (asked, filters = {}, signal) => {
    signal?.throwIfAborted();
    const clause = askedClause(asked);
    const today = now().toISOString().slice(0, 10);
    const isOfTime = timeAsked(clause, today, today) !== null && filters.since === undefined;
    const time = isOfTime ? timeAsked(clause, today, await newestDay()) : null;
    if (time === null) return ask(asked, filters, signal);
    const prepared = await prepareNamed(time.clause, filters, signal);
    const { isSupported } = prepared;
    const given = isSupported || isOpen(prepared) ? await answer(time, prepared) : null;
    if (given === null) {
      if (time.since === null) return ask(asked, filters, signal);
      const later = await ask(time.clause, { ...filters, since: time.since }, signal);
      // "After the vote": the day may be none of the articles', or the articles may have none.
      return later.answered ? { ...later, question: asked } : ask(asked, filters, signal);
    }
    const about = await aboutAnswer(asked, prepared, store);
    return { ...about, answered: true, reason: null, closest: [], nearMisses: [], ...given };
  };
}

/** Whether it asks for nothing but what changed, at all or of somebody: no words, that there could be an answer to. */
function isOpen({ question: { kind, unknown } }: Prepared): boolean {
  return kind !== 'not-english' && kind !== 'about-the-bot' && unknown.length === 0;
}

/** Those of the act that is asked for where there are some; whether one still does a thing is told by the newest of all. */
function ofAct(
  found: readonly Told[],
  { isStill, of }: TimeAsked,
  { question: { act } }: Prepared,
): readonly Told[] {
  if (act === null || isStill || of === 'changes') return found;
  const way = WAYS.find((acts) => acts.has(act)) ?? new Set([act]);
  // A number that a side states is mostly what it offers or demands.
  const same = found.filter(
    ({ evidence: { act: done }, isAside }) =>
      done !== null && (way.has(done) || (done === 'states' && !isAside)),
  );
  return same.length > 0 ? same : found;
}

/** What changed by what was found, the newest first. */
function changesAmong(found: readonly Told[]): PositionChange[] {
  const isFound = ({ to }: PositionChange): boolean => found.some(({ evidence }) => isSame(evidence, to));
  return [...new Set(found.flatMap(({ of }) => of ?? []))]
    .flatMap((of) => of.changes.filter(isFound))
    .filter(({ kind }) => isMove(kind))
    .toSorted((a, b) => b.when.localeCompare(a.when));
}

function lineOf({ evidence, on, of }: Told): string {
  const before = of?.positions.findLast(
    (one) => one.on < on && one.evidence.act === evidence.act && one.evidence.text !== evidence.text,
  );
  const changes = of?.changes.filter(({ to }) => isSame(to, evidence)) ?? [];
  return headlineOfNow(evidence, changes, before?.evidence ?? null);
}

function isSame(a: Evidence, b: Evidence): boolean {
  return a.article === b.article && a.start === b.start;
}

/** The same place, or the same words on the same day. */
function isAgain(a: Evidence, b: Evidence): boolean {
  return isSame(a, b) || (a.text === b.text && saidOn(a) === saidOn(b));
}

/** At most `limit`, each once, numbered. */
function numbered(items: readonly Evidence[], limit: number): Evidence[] {
  return items
    .filter((one, i) => items.findIndex((other) => isAgain(one, other)) === i)
    .slice(0, limit)
    .map((one, i) => ({ ...one, n: i + 1 }));
}
