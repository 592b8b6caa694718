import type { Actors } from '../../domain/actor.ts';
import type { Article } from '../../domain/article.ts';
import { isProcedural } from '../../domain/is-procedural.ts';
import { ownWords } from '../../domain/said/own-words.ts';
import { statementSpan } from '../../domain/said/statement-span.ts';
import type { Act, Statement } from '../../domain/statement.ts';
import type { Topic } from '../../domain/topic.ts';
import { ownNames } from '../../parties/own-names.ts';
import { createTopicsIn } from '../../parties/topics-in.ts';
import { readQuantities } from '../../text/read-quantities.ts';
import { textAt } from '../../text/span.ts';
import { readTerms } from '../../text/words/words.ts';
import { givesNone, readActors, readCommitment, readOwnAct } from './read-own-act.ts';

/** What stands beside a statement is of one of so many before and behind it. */
const BESIDE = 4;
const GIVES: ReadonlySet<Act> = new Set(['offers', 'agrees']);
const FIRST_SENTENCE = /^.*?[.!?]['"’”]?(?=\s|$)/s;

/**
 * What is read of own words: a verb of an act that they do, a promise or refusal, and that nothing is given. Without the first
 * 60 right acts of 278 of made collections are lost, without the others 13 and 1.
 */
export const OWN_ACT_PARTS = ['own verb', 'own promise', 'own nothing'] as const;
const NONE: ReadonlySet<string> = new Set();

/** A statement as the text shows it. */
type Shown = Pick<Statement, 'content' | 'source' | 'cue'>;

/** What was read of it so far. */
type ReadSoFar = Pick<Statement, 'type' | 'side' | 'act'>;

/**
 * The act of the statement at `index` of all those of an article, by its own words; what was read of it before where they
 * tell none.
 */
export type OwnActOf = (
  article: Pick<Article, 'text' | 'skips'>,
  all: readonly Shown[],
  index: number,
  read: ReadSoFar,
) => Act;

/**
 * Creates the reader of what a statement's own words do, beside what was read of it before: what its first sentence offers,
 * demands or rejects in so many words; where nothing but stating was read, what any of them does, and what is promised or
 * ruled out on a topic or with a number. Only of who speaks for a side.
 *
 * @param without names of `OWN_ACT_PARTS` left out, to see what each gains
 */
export function createOwnActReader(
  actors: Actors,
  topics: readonly Topic[],
  without: ReadonlySet<string> = NONE,
): OwnActOf {
  const names = new Map(actors.sides.map(({ id }) => [id, ownNames(id, actors)]));
  const topicsIn = createTopicsIn(topics);
  const [verb, promise, nothing] = OWN_ACT_PARTS.map((part) => !without.has(part));

  function actOf(text: string, { type, act }: ReadSoFar, isOwnName: (stem: string) => boolean): Act {
    const said = { text: ownWords(text, type), type };
    if (act !== 'states') {
      const first = { ...said, text: FIRST_SENTENCE.exec(said.text)?.[0] ?? said.text };
      const whoActs = readActors(first, isOwnName);
      const done = verb ? readOwnAct(whoActs) : null;
      if (done !== null) return done;
      // Nothing is given in words that rule it out.
      const isRefused = promise && GIVES.has(act) && readCommitment(whoActs) === 'rejects';
      return isRefused || (nothing && givesNone(first.text)) ? 'rejects' : act;
    }
    const whoActs = readActors(said, isOwnName);
    const done = verb ? readOwnAct(whoActs) : null;
    if (done !== null || isProcedural({ text, act })) return done ?? act;
    const promised = promise ? readCommitment(whoActs) : null;
    const isTold =
      promised !== null && (readQuantities(text).length > 0 || topicsIn(readTerms(text)).length > 0);
    return isTold ? promised : act;
  }

  return (article, all, index, read) => {
    const own = read.side === null ? undefined : names.get(read.side);
    const statement = all[index];
    if (own === undefined || statement === undefined) return read.act;
    const beside = all.slice(Math.max(0, index - BESIDE), index + 1 + BESIDE);
    const span = statementSpan({ ...statement, type: read.type }, article, beside);
    return actOf(textAt(article.text, span), read, (stem) => own.has(stem));
  };
}
