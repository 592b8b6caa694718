import { actOfWord } from '../../domain/said/act-of-word.ts';
import { saidOn, type Answer, type Evidence } from '../../domain/answer.ts';
import type { Filters } from '../../domain/question.ts';
import { labelStems } from '../../parties/topics-in.ts';
import { createSteps, type Ask, type AskDependencies, type Prepared, type Read } from '../ask.ts';
import { aboutAnswer } from '../about-answer.ts';
import type { Changes } from '../browse/changes/track-changes.ts';
import { isOffTopic } from '../decide-answer.ts';
import { changesAmong, findOverTime, isSame, ofAct, type Told } from './find-over-time.ts';
import { headlineOfChanges, headlineOfNow } from './headline-over-time.ts';
import { askedClause } from '../read/asked-clause.ts';
import type { Question } from '../read/read-question.ts';
import { isTimeWord, timeAsked, type TimeAsked } from '../read/time-asked.ts';
import { showEvidence } from '../show-evidence.ts';

export interface AskOverTimeDependencies extends AskDependencies {
  readonly said: Changes['said'];
  readonly now: () => Date;
}

type Given = Pick<Answer, 'headline' | 'evidence'>;

/**
 * Answers what asks for the order in which things were said ("now", "still", "changed", "since Monday") from the positions
 * of sides over time: the newest first, what it replaces in the line above. What it cannot answer so, and all other
 * questions, are answered as `createAsk` does, from what was read and found already. Throws as that does.
 */
export function createAskOverTime({ said, now, ...dependencies }: AskOverTimeDependencies): Ask {
  const { store, topics } = dependencies;
  // "Beef and lamb": who asks for lamb asks for less than the topic.
  const labels = labelStems(topics.filter(({ label }) => !/\band\b|,/i.test(label)));
  const steps = createSteps(dependencies);

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

  /** The filters with whom it names, where it asks for nobody's words: "the latest from Bonn". */
  function withNamed(read: Read, filters: Filters): Filters {
    const { sides, speakers, named, people } = steps.narrow(read, filters).question;
    if (sides.length + speakers.length > 0 || named.length !== 1) return filters;
    const [only] = named;
    if (people.length === 1) return { ...filters, speaker: only };
    // Words for a source without a name are no side.
    return read.known.actors.sides.some(({ id }) => id === only) ? { ...filters, side: only } : filters;
  }

  async function answer(
    time: TimeAsked,
    sides: readonly string[],
    prepared: Prepared,
  ): Promise<Given | null> {
    const { question, own, scope, limit, decision } = prepared;
    const chains = await said({ sides, topics: question.topics, until: scope.until });
    const show = (items: Parameters<typeof showEvidence>[1]) => showEvidence(store, items, decision.support);
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
    const chosen = ofAct(within.length === 0 && time.of === 'changes' ? found : within, time, question.act);
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

  /** What the positions of sides answer, with what was prepared for it; null where it is no question for them. */
  async function askPositions(time: TimeAsked, read: Read, filters: Filters, signal?: AbortSignal) {
    const { question } = steps.narrow(read, filters);
    const sides = sidesOf(question, read);
    if (!isOfPositions(time, question, sides)) return null;
    const prepared = await steps.prepare(read, filters, signal);
    if (prepared.decision.shows !== 'answer' && !isOpen(prepared.question)) return { prepared, given: null };
    return { prepared, given: await answer(time, sides, prepared) };
  }

  return async (asked, filters = {}, signal) => {
    signal?.throwIfAborted();
    const clause = askedClause(asked);
    const today = now().toISOString().slice(0, 10);
    const isOfTime = timeAsked(clause, today, today) !== null && filters.since === undefined;
    const time = isOfTime ? timeAsked(clause, today, await newestDay()) : null;
    const ask = async (read: Read, narrowed: Filters) =>
      steps.answer(asked, await steps.prepare(read, narrowed, signal), signal);
    if (time === null) return ask(await steps.read(asked, signal), filters);
    // Without the words for its day it is another text: "after the vote" may mean a day, and has words that are asked for.
    const isWhole = time.clause === clause;
    const read = await steps.read(isWhole ? asked : time.clause, signal);
    const named = withNamed(read, filters);
    const ofPositions = await askPositions(time, read, named, signal);
    if (ofPositions?.given) {
      const about = await aboutAnswer(asked, ofPositions.prepared, store);
      return { ...about, answered: true, reason: null, closest: [], nearMisses: [], ...ofPositions.given };
    }
    if (time.since !== null) {
      const later = await ask(read, { ...filters, since: time.since });
      if (later.answered) return later;
    }
    // The day may be none of the articles', or the articles may have none.
    if (!isWhole) return ask(await steps.read(asked, signal), filters);
    if (ofPositions === null || named !== filters) return ask(read, filters);
    return steps.answer(asked, ofPositions.prepared, signal);
  };
}

/** The sides that a question asks for, those of the people included. */
function sidesOf({ sides, speakers }: Question, { known }: Read): readonly string[] {
  const { actors } = known.actors;
  return [...sides, ...speakers.flatMap((name) => actors.find((actor) => actor.name === name)?.side ?? [])];
}

/** Whether there is an order of saying in what sides hold that could answer it. */
function isOfPositions(
  { of, since }: TimeAsked,
  { kind, topics }: Question,
  sides: readonly string[],
): boolean {
  if (of !== 'now') return true;
  // The newest of anybody is as often what nobody says; what one says last on anything answers nothing on one thing.
  return sides.length > 0 && kind !== 'two-sides' && (topics.length > 0 || since !== null);
}

/** Whether it asks for nothing but what changed, at all or of somebody: no words, that there could be an answer to. */
function isOpen({ kind, unknown }: Question): boolean {
  return !isOffTopic(kind) && unknown.length === 0;
}

function lineOf({ evidence, on, of }: Told): string {
  const before = of?.positions.findLast(
    (one) => one.on < on && one.evidence.act === evidence.act && one.evidence.text !== evidence.text,
  );
  const changes = of?.changes.filter(({ to }) => isSame(to, evidence)) ?? [];
  return headlineOfNow(evidence, changes, before?.evidence ?? null);
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
