import type { Reading } from '../../domain/question.ts';
import { markOf } from '../../parties/name-patterns.ts';
import type { Candidate, StoredStatement } from '../../store/ports.ts';
import { surnameOf } from '../../domain/name.ts';
import { foldName } from '../../text/fold.ts';
import { isStopWord } from '../../text/words/words.ts';
import { isOfGroup } from '../read/question-kind.ts';
import type { ReadCandidate } from '../find/read-candidate.ts';

/**
 * Whose words a sentence has, seen from the question: of whom it asks for, of somebody else, or open (nobody's, or the
 * attribution says neither speaker nor side). All is `open` to a question that asks for nobody.
 */
export type Voice = 'asked' | 'other' | 'open';

/** What stands among stems for those whose words are asked for. */
export function marksAsked({
  sides,
  speakers,
  sources = [],
}: Pick<Reading, 'sides' | 'speakers' | 'sources'>): string[] {
  return [
    ...sources.map((id) => markOf({ kind: 'source', id })),
    ...sides.map((id) => markOf({ kind: 'side', id })),
    ...speakers.map((id) => markOf({ kind: 'actor', id, side: null })),
  ];
}

/** Whose words a statement is, seen from the question. */
export function voiceOf(statement: StoredStatement, { sides, speakers, voices, people }: Reading): Voice {
  if (voices?.has(statement.key)) return 'asked';
  if (sides.length === 0 && speakers.length === 0 && voices === undefined) return 'open';
  if (statement.speaker !== null && speakers.includes(statement.speaker)) return 'asked';
  // "What do the Reds say about Doe": less what Doe says, who is one of them.
  if (statement.speaker !== null && people.includes(statement.speaker)) return 'open';
  if (statement.sides.some((side) => sides.includes(side))) return 'asked';
  if (statement.type === 'narration') return 'open';
  return statement.speaker === null && statement.side === null ? 'open' : 'other';
}

type Introducing = Pick<ReadCandidate, 'sentence' | 'terms'> & {
  readonly candidate: Pick<ReadCandidate['candidate'], 'text'>;
};

/** How far a sentence tells who somebody is, 0 to 1: "Ann Other, a former envoy", less "the envoy Ann Other". */
function introduction(text: string, names: readonly string[]): number {
  let best = 0;
  for (const name of names) {
    const surname = surnameOf(name).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const behind = new RegExp(
      `${surname}(?:,| \\(| –| —| -)? (?:is |was |are |were )?(?:an?|the|who|whose|his|her|its|their|[a-z-]+ (?:of|for|at)|former|chief|head) `,
      'u',
    );
    // "According to Doe, the side had …" goes on about a side; "…, the chairman, …" does not.
    const goesOn = new RegExp(
      `\\baccording to (?:[\\p{L}.’'-]+ ){0,4}${surname}, (?!(?:[^\\s,]+ ){1,6}[^\\s,]+,)`,
      'iu',
    );
    const before = new RegExp(`(\\p{L}{4,}) ((?:\\p{Lu}[\\p{L}.’'-]+ ){0,2})${surname}\\b`, 'u');
    const [, word = ''] = before.exec(text) ?? [];
    // A title, or the whole name, as who is introduced has it.
    const isTitle = word !== '' && !isStopWord(word.toLowerCase());
    if (behind.test(text) && !goesOn.test(text)) best = Math.max(best, 1);
    else if (isTitle) best = Math.max(best, 0.5);
  }
  return best;
}

/** How far a sentence tells who is asked about, 0 to 1, or, where a group is, who is of it: "the delegation was led by Ann Other". */
export function introduces(
  { candidate, sentence, terms }: Introducing,
  { kind, people, group }: Reading,
): number {
  if (kind !== 'who-is') return 0;
  if (!group) return introduction(candidate.text, people);
  const there = group.filter((id) => sentence.counts.has(markOf({ kind: 'actor', id, side: null })));
  const isOfIt = terms.some(({ stem }) => isOfGroup(stem));
  return there.length === 0 ? 0 : isOfIt ? Math.min(1, introduction(candidate.text, there) + 0.5) : 0;
}

/** How a sentence ends; a heading does not. */
const SENTENCE_END = /[.!?…:;,]\W*$/;
const titles = new WeakMap<Candidate, boolean>();

/** Whether a sentence is its article's title. */
function isArticleTitle(candidate: Candidate): boolean {
  const { text, article } = candidate;
  const known = titles.get(candidate) ?? foldName(text) === foldName(article.title);
  titles.set(candidate, known);
  return known;
}

/** A heading ends as no sentence does; the article's title says what its body says better. */
export function isHeading(candidate: Candidate, statement: StoredStatement | null): boolean {
  return (statement === null && !SENTENCE_END.test(candidate.text)) || isArticleTitle(candidate);
}
