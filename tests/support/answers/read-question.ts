import { createReadQuestion, type Question } from '../../../src/answer/read/read-question.ts';
import { createTopicsIn } from '../../../src/parties/topics-in.ts';
import { SEEDS } from '../collection.ts';
import { directory } from './known.ts';

/** Reads a question on the seeds' topics whose words all stand in the articles, before anybody said anything. */
export async function readQuestion(question: string): Promise<Question> {
  const store = { sentenceFrequencies: async (words: readonly string[]) => words.map(() => 1) };
  return createReadQuestion({ store, topicsIn: createTopicsIn(SEEDS.topics) })(question, await directory());
}
