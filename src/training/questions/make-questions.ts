import { textAt } from '../../text/span.ts';
import { askFact } from './ask-fact.ts';
import type { SourceNames } from './name-sources.ts';
import { pickWords, type Vary } from './pick-words.ts';
import type { SaidArticle } from './read-said.ts';
import { roughenQuestion } from './roughen-question.ts';
import { baseOf, type Vocabulary } from './vocabulary.ts';
import { wordQuestion, type MadeKind } from './word-question.ts';

/** A question with the sentence that answers it. */
export interface MadeQuestion {
  readonly article: string;
  readonly question: string;
  readonly kind: MadeKind;
  /** The sentence of the article that answers, by index. */
  readonly gold: number;
  /** Other sentences of the same statement: neither right nor wrong. */
  readonly near: readonly number[];
  /** Whose words are asked for; null where nobody is named. */
  readonly speaker: string | null;
}

const FACT_SHARE = 0.6;
const SHORTEST_FACT = 50;

/** One way to call a source: mostly by its first name, now and then by a longer one or by its role. */
function callSource({ names, role }: SourceNames, random: () => number): string {
  if (role !== null && random() < 0.3) return role;
  const which = Math.floor(random() * random() * names.length);
  return names[which] ?? names[0] ?? '';
}

/**
 * Questions on what is said in an article, `perStatement` a statement, and on what nobody says, in many forms.
 *
 * @param random gives numbers in [0, 1); the same seed makes the same questions
 */
export function makeQuestions(
  { id, text, sentences, said }: SaidArticle,
  vocabulary: Vocabulary,
  vary: Vary,
  perStatement: number,
  random: () => number,
): MadeQuestion[] {
  const made: MadeQuestion[] = [];
  for (const { source, cue, pieces } of said) {
    for (let i = 0; i < perStatement; i++) {
      const piece = pieces[Math.floor(random() * pieces.length)];
      const picked = piece ? pickWords(piece.words, vocabulary, vary, random) : null;
      // Nobody's statements are half as many: they tell less about reading a question.
      if (!piece || !picked || (source === null && random() < 0.5)) continue;
      const isPlain = /^\p{Ll}+$/u.test(cue);
      const worded = wordQuestion(
        {
          ...picked,
          source: source ? callSource(source, random) : null,
          cue: isPlain ? cue : '',
          verb: isPlain ? baseOf(vocabulary, cue) : null,
        },
        random,
      );
      if (!worded) continue;
      made.push({
        article: id,
        question: roughenQuestion(worded.question, random),
        kind: worded.kind,
        gold: piece.sentence,
        near: pieces.map(({ sentence }) => sentence).filter((sentence) => sentence !== piece.sentence),
        speaker: worded.kind === 'said' || worded.kind === 'yes-or-no' ? (source?.key ?? null) : null,
      });
    }
  }
  const spoken = new Set(said.flatMap(({ pieces }) => pieces.map(({ sentence }) => sentence)));
  for (const sentence of sentences) {
    const words = textAt(text, sentence);
    if (spoken.has(sentence.index) || words.length < SHORTEST_FACT || random() > FACT_SHARE) continue;
    const question = askFact(words, vocabulary, random);
    if (question === null) continue;
    made.push({
      article: id,
      question: roughenQuestion(question, random),
      kind: 'fact',
      gold: sentence.index,
      near: [],
      speaker: null,
    });
  }
  return made;
}
