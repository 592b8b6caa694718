import { saidOn, type Answer, type Evidence } from '../domain/answer.ts';
import type { PositionChange } from '../domain/position-change.ts';
import type { Filters } from '../domain/question.ts';
import type { Act } from '../domain/statement.ts';
import type { Topic } from '../domain/topic.ts';
import type { Directory } from '../parties/directory.ts';
import { createTopicsIn, labelStems } from '../parties/topics-in.ts';
import type { Store } from '../store/ports.ts';
import { readTerms } from '../text/words/words.ts';
import type { Ask } from './ask.ts';
import type { Changes, SaidOverTime } from './browse/changes/track-changes.ts';
import type { Position } from './browse/changes/read-position.ts';
import { searchedIn } from './browse/searched-in.ts';
import { headlineOfChanges, headlineOfNow } from './headline-over-time.ts';
import { isActWord } from './read/act-asked.ts';
import { askedClause } from './read/asked-clause.ts';
import { createReadQuestion, type Question } from './read/read-question.ts';
import { isOfTime, timeAsked, type TimeAsked } from './read/time-asked.ts';
import { resolveFilters } from './resolve-filters.ts';

export interface AskOverTimeDependencies {
  /** Answers all that asks for no order of saying. */
  readonly ask: Ask;
  readonly said: Changes['said'];
  readonly store: Pick<Store, 'counts' | 'sentenceFrequencies' | 'sources'>;
  readonly directory: () => Promise<Directory>;
  readonly topics: readonly Topic[];
  readonly now: () => Date;
}

/** Acts that go one way: who agrees to a thing offers it no longer, but has not moved away from it. */
const WAYS: readonly ReadonlySet<Act>[] = [
  new Set<Act>(['offers', 'agrees']),
  new Set<Act>(['rejects', 'denies']),
];
/** Of the statements, those with so much of the best one's share of the words asked for are about the same. */
const SAME_SHARE = 0.6;

/** Something said with what changed by it. */
interface Said {
  readonly position: Position;
  /** All that was said on its topic. */
  readonly of: SaidOverTime;
  /** The share of the words asked for that it has. */
  readonly covered: number;
}

/** Whose words on what are asked for, over time. */
interface AskedOverTime {
  readonly time: TimeAsked;
  readonly question: Question;
  readonly sides: readonly string[];
  readonly speakers: readonly string[];
  readonly topics: readonly string[];
  /** Stems that are asked for besides. */
  readonly matter: ReadonlySet<string>;
}

/**
 * Answers what asks for the order in which things were said ("now", "still", "changed", "since Monday") from the positions
 * of sides over time: the newest first, what it replaces in the line above. What it cannot answer so, and all other
 * questions, go to `ask`. Throws as that does.
 */
export function createAskOverTime({
  ask,
  said,
  store,
  directory,
  topics,
  now,
}: AskOverTimeDependencies): Ask {
  const topicsIn = createTopicsIn(topics);
  const labels = labelStems(topics);
  const readQuestion = createReadQuestion({ store, topicsIn });

  async function newestDay(): Promise<string | null> {
    const days = (await store.sources()).flatMap(({ published }) => published ?? []);
    return days.reduce<string | null>((a, b) => (a === null || b > a ? b : a), null);
  }

  async function read(time: TimeAsked, filters: Filters): Promise<AskedOverTime | null> {
    const known = await directory();
    const { scope } = resolveFilters(filters, { actors: known.actors, topics });
    const question = await readQuestion(time.clause, known);
    const isForArticles = question.kind !== 'not-english' && question.kind !== 'about-the-bot';
    if (!isForArticles || question.unknown.length > 0 || (question.sources ?? []).length > 0) return null;
    const speakers = scope.speaker === undefined ? question.speakers : [scope.speaker];
    const sideOf = (name: string) => known.actors.actors.find((actor) => actor.name === name)?.side ?? null;
    const named = question.named.filter((id) => known.actors.sides.some((side) => side.id === id));
    const asked = question.sides.length > 0 ? question.sides : named.length === 1 ? named : [];
    const sides =
      speakers.length > 0
        ? speakers.flatMap((name) => sideOf(name) ?? [])
        : scope.side === undefined
          ? asked
          : [scope.side];
    if (speakers.length > 0 && sides.length === 0) return null;
    const inNames = new Set(
      question.mentions.flatMap(({ start, end }) =>
        question.terms.slice(start, end).map(({ plain }) => plain),
      ),
    );
    const matter = question.terms.filter(
      ({ content, plain }) =>
        content && !inNames.has(plain) && !labels.has(plain) && !isOfTime(plain) && !isActWord(plain),
    );
    return {
      time,
      question,
      sides,
      speakers,
      topics: scope.topic === undefined ? question.topics : [scope.topic],
      matter: new Set(matter.map(({ plain }) => plain)),
    };
  }

  /** What was said by those who are asked for, on what is asked for; the newest first, asides last. */
  async function find(asked: AskedOverTime, until: string | undefined): Promise<readonly Said[]> {
    const { sides, speakers, topics: about, matter } = asked;
    const all = (await said({ sides, topics: about, until })).flatMap((of) =>
      of.positions
        .filter(
          ({ isTelling, evidence }) =>
            isTelling && (speakers.length === 0 || speakers.includes(evidence.speaker ?? '')),
        )
        .map((position): Said => ({ position, of, covered: shareOf(matter, position.evidence.text) })),
    );
    const best = Math.max(0, ...all.map(({ covered }) => covered));
    return best === 0 ? [] : all.filter(({ covered }) => covered >= SAME_SHARE * best).toSorted(newestFirst);
  }

  async function answerOverTime(
    asked: AskedOverTime,
    found: readonly Said[],
    { limit }: { readonly limit: number },
  ): Promise<Pick<Answer, 'headline' | 'evidence'> | null> {
    const { time } = asked;
    const since = time.since ?? '';
    if (time.of === 'changes') {
      const changes = changesAmong(found).filter(({ when }) => when >= since);
      if (changes.length > 0)
        return {
          headline: headlineOfChanges(changes, time.since),
          evidence: shown(
            changes.map(({ to }) => to),
            limit,
          ),
        };
    }
    const within = found.filter(({ position }) => position.on >= since);
    const chosen = ofAct(within.length === 0 && time.of === 'changes' ? found : within, asked);
    const [first] = chosen;
    if (first === undefined) return null;
    const headline = newestLine(first);
    return {
      headline: time.of === 'changes' ? `${headlineOfChanges([], time.since)} ${headline}` : headline,
      evidence: shown(
        chosen.map(({ position }) => position.evidence),
        limit,
      ),
    };
  }

  return async (asked, filters = {}, signal) => {
    signal?.throwIfAborted();
    const clause = askedClause(asked);
    const time = timeAsked(clause, now().toISOString().slice(0, 10), await newestDay());
    if (time === null || filters.since !== undefined) return ask(asked, filters, signal);
    const read_ = await read(time, filters);
    if (read_ === null) return ask(asked, filters, signal);
    const { limit, scope } = resolveFilters(filters, { actors: (await directory()).actors, topics });
    const isNarrow = read_.topics.length > 0 || time.of === 'changes' || time.since !== null;
    const found = isNarrow ? await find(read_, scope.until) : [];
    const answer = await answerOverTime(read_, found, { limit });
    if (answer === null)
      return time.since === null
        ? ask(asked, filters, signal)
        : { ...(await ask(time.clause, { ...filters, since: time.since }, signal)), question: asked };
    const { question } = read_;
    return {
      question: asked,
      kind: question.kind,
      readAs: question.assumed.length > 0 ? question.assumed.join(' · ') : null,
      answered: true,
      reason: null,
      answer: null,
      closest: [],
      nearMisses: [],
      searched: await searchedIn(store, scope),
      ...answer,
    };
  };
}

function shareOf(stems: ReadonlySet<string>, text: string): number {
  if (stems.size === 0) return 1;
  const has = new Set(readTerms(text).map(({ plain }) => plain));
  return [...stems].filter((stem) => has.has(stem)).length / stems.size;
}

function newestFirst(a: Said, b: Said): number {
  return (
    Number(isAside(a)) - Number(isAside(b)) ||
    b.position.on.localeCompare(a.position.on) ||
    b.covered - a.covered ||
    a.position.evidence.start - b.position.evidence.start
  );
}

function isAside({ position: { evidence, quantities } }: Said): boolean {
  return evidence.act === 'states' && quantities.length === 0;
}

/** Those of the act that is asked for where there are some; whether one still does a thing is told by the newest of all. */
function ofAct(found: readonly Said[], { time, question: { act } }: AskedOverTime): readonly Said[] {
  if (act === null || time.isStill || time.of === 'changes') return found;
  const way = WAYS.find((acts) => acts.has(act)) ?? new Set([act]);
  const same = found.filter(({ position: { evidence } }) => evidence.act !== null && way.has(evidence.act));
  return same.length > 0 ? same : found;
}

/** What changed by what was found: the newest first, moves before first words. */
function changesAmong(found: readonly Said[]): PositionChange[] {
  const isFound = ({ to }: PositionChange): boolean =>
    found.some(({ position: { evidence } }) => isSame(evidence, to));
  const changes = [...new Set(found.map(({ of }) => of))].flatMap((of) => of.changes.filter(isFound));
  const moves = changes.filter(({ kind }) => kind !== 'first' && kind !== 'silence-broken');
  return moves.toSorted((a, b) => b.when.localeCompare(a.when));
}

function newestLine({ position: { evidence, on }, of }: Said): string {
  const before = of.positions.findLast(
    (one) => one.on < on && one.evidence.act === evidence.act && one.evidence.text !== evidence.text,
  );
  return headlineOfNow(
    evidence,
    of.changes.filter(({ to }) => isSame(to, evidence)),
    before?.evidence ?? null,
  );
}

function isSame(a: Evidence, b: Evidence): boolean {
  return a.article === b.article && a.start === b.start;
}

/** At most `limit`, each once, numbered. */
function shown(items: readonly Evidence[], limit: number): Evidence[] {
  const once = items.filter(
    (one, i) => items.findIndex((other) => isSame(one, other) || isTold(one, other)) === i,
  );
  return once.slice(0, limit).map((one, i) => ({ ...one, n: i + 1 }));
}

/** The same words on the same day: a copy. */
function isTold(a: Evidence, b: Evidence): boolean {
  return a.text === b.text && saidOn(a) === saidOn(b);
}
