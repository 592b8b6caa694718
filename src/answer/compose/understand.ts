import type { Answer } from '../../domain/answer.ts';
import { ModelFailure, type LanguageModel } from '../../domain/model/language-model.ts';
import type { Asked, Filters, Reading } from '../../domain/question.ts';
import type { Topic } from '../../domain/topic.ts';
import type { Ask } from '../ask.ts';
import type { Directory } from '../../parties/directory.ts';
import type { Store } from '../../store/ports.ts';
import type { PromptTemplate } from '../model/prompt-template.ts';
import { withUnknownNames } from '../read/unknown-names.ts';
import { createReadQuestion, readTermsOf } from '../read/read-question.ts';
import { readTerms } from '../../text/words/words.ts';
import { createTopicsIn } from '../../parties/topics-in.ts';
import { namedBy, readUnderstanding, understandPrompt, type Understanding } from './understand-prompt.ts';

/** What is asked in place of a question, and how that is said. */
interface Meant {
  readonly question: string;
  readonly filters: Filters;
  readonly readAs: string;
}

/** Null when a model made nothing of the question. */
function meantBy(asked: string, { question, ...understood }: Understanding, set: Filters): Meant | null {
  const { filters } = understood;
  const named = namedBy(understood);
  // What was set by hand stands.
  const narrowed = { ...set, ...filters, topic: set.topic ?? filters.topic };
  return named === '' ? null : { question: question ?? asked, filters: narrowed, readAs: named };
}

/** The same of a question that goes on from another: written out it stands for itself, whatever was taken over. */
function meantAfter(asked: string, { question, ...understood }: Understanding, taken: Filters): Meant | null {
  const { side, speaker, topic, ...rest } = taken;
  const { filters } = understood;
  const named = namedBy(understood);
  if (question !== null && wordsOf(question) !== wordsOf(asked))
    return {
      question,
      filters: { ...rest, ...filters },
      readAs: named === '' ? question : `${question} (${named})`,
    };
  const who = filters.side === undefined && filters.speaker === undefined ? { side, speaker } : filters;
  const narrowed = { ...rest, side: who.side, speaker: who.speaker, topic: filters.topic ?? topic };
  return named === '' ? null : { question: asked, filters: narrowed, readAs: named };
}

const wordsOf = (question: string): string =>
  readTerms(question)
    .map(({ word }) => word.toLowerCase())
    .join(' ');

/**
 * Without the side and speaker that a model chose where the question as it wrote it asks for somebody else, known or not:
 * nobody is answered for with others' words.
 *
 * @param read what code reads off the question as the model wrote it
 */
function withoutOthers(
  { filters, ...understood }: Understanding,
  { sides, speakers, unknown }: Reading,
): Understanding {
  const isAsked =
    (filters.side !== undefined && sides.includes(filters.side)) ||
    (filters.speaker !== undefined && speakers.includes(filters.speaker));
  const asksForNobody = sides.length + speakers.length + unknown.length === 0;
  if (asksForNobody || (isAsked && unknown.length === 0)) return { ...understood, filters };
  return { ...understood, filters: { topic: filters.topic } };
}

const foundNothing = ({ sides, speakers, topics, act }: Reading): boolean =>
  sides.length + speakers.length + topics.length === 0 && act === null;

export interface UnderstandDependencies {
  readonly model: LanguageModel;
  readonly template: PromptTemplate;
  readonly store: Pick<Store, 'sentenceFrequencies'>;
  readonly ask: Ask;
  readonly directory: () => Promise<Directory>;
  readonly topics: readonly Topic[];
  readonly log: { warn(message: string): void };
}

/**
 * Asks a question that code could not read once more as a model reads it: with the side, speaker and topic that it names,
 * and completed from the question before it; `readAs` and `read` say so. That is done where there is no answer, or only one
 * from what a conversation took over. The answer as it was when there is nothing to gain, or the model fails.
 */
export function createUnderstand({
  model,
  template,
  store,
  ask,
  directory,
  topics,
  log,
}: UnderstandDependencies) {
  const topicsIn = createTopicsIn(topics);
  const readQuestion = createReadQuestion({ store, topicsIn });
  return async (answer: Answer, asked: Asked, signal?: AbortSignal): Promise<Answer> => {
    const { before, ...filters } = asked;
    const hasWho = filters.side !== undefined || filters.speaker !== undefined;
    const isTakenOver = before !== undefined && (hasWho || filters.topic !== undefined);
    // What was set by hand is no guess.
    if (!isTakenOver && (answer.answered || hasWho)) return answer;
    const known = await directory();
    const { actors, mentionsIn } = known;
    const { question } = answer;
    if (!foundNothing(await readQuestion(question, known))) return answer;
    const readWritten = (written: string): Reading => {
      const words = readTerms(written);
      const names = words.filter(({ word, content }) => content && /^\p{Lu}/u.test(word));
      // A model writes without slips, and names with a capital: those of nobody in the lists are strangers, even where the
      // articles name them, which a person's question would not be read by.
      const strangers = names.map(({ stem }) => ({ stem, name: true, frequency: 0 }));
      const mentions = withUnknownNames(words, mentionsIn(words), strangers, () => true);
      return readTermsOf(written, words, mentions, topicsIn);
    };
    const lists = { actors, topics };
    try {
      const prompt = understandPrompt(template, { question, before: before ?? null }, lists);
      const understood = await model.complete(prompt, (text) => readUnderstanding(text, lists), signal);
      const fitting = withoutOthers(understood, readWritten(understood.question ?? question));
      const meant = (before === undefined ? meantBy : meantAfter)(question, fitting, filters);
      if (meant === null) return answer;
      const again = await ask(meant.question, meant.filters, signal);
      if (!again.answered) return answer;
      const { side, speaker, topic } = meant.filters;
      return {
        ...again,
        question,
        readAs: meant.readAs,
        read: { question: meant.question, side, speaker, topic },
      };
    } catch (error) {
      if (!(error instanceof ModelFailure)) throw error;
      log.warn(`${model.name} did not read the question: ${error.message}`);
      return answer;
    }
  };
}
