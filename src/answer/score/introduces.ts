import type { Reading } from '../../domain/question.ts';
import { surnameOf } from '../../domain/name.ts';
import { markOf } from '../../parties/name-patterns.ts';
import { isStopWord } from '../../text/words/words.ts';
import { isOfGroup } from '../read/question-kind.ts';
import type { ReadCandidate } from './score-features.ts';

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
