import { z } from 'zod';
import type { Evidence, QuoteContext } from '../../domain/answer.ts';
import type { Prompt } from '../../domain/model/language-model.ts';
import { ACTS } from '../../domain/statement.ts';
import type { Topic } from '../../domain/topic.ts';
import { readModelJson } from '../model/model-json.ts';
import { fillPrompt, type PromptTemplate } from '../model/prompt-template.ts';

/** What a model may call wrong in a statement. */
const AUDITED = ['speaker', 'side', 'type', 'act', 'topics'] as const;

/** A statement that a model doubts: a number of the batch, what of it, and why. */
export interface Doubt {
  readonly n: number;
  readonly field: (typeof AUDITED)[number];
  readonly why: string;
}

/** A statement with the paragraph that it stands in; null where the article no longer has it. */
export interface Audited {
  readonly statement: Evidence;
  readonly context: QuoteContext | null;
}

const CHARACTERS_AROUND = 300;
const MOST_CHARACTERS = 300;

/** The prompt for a batch, numbered from 1. Everything from outside is JSON, a line each: it can neither end its line nor the fence. */
export function auditPrompt(
  template: PromptTemplate,
  batch: readonly Audited[],
  topics: readonly Topic[],
): Prompt {
  const lines = batch.map(({ statement: { text, speaker, side, type, act, topics: about }, context }, at) =>
    JSON.stringify({
      n: at + 1,
      before: context?.before.slice(-CHARACTERS_AROUND) ?? '',
      text,
      after: context?.after.slice(0, CHARACTERS_AROUND) ?? '',
      speaker,
      side,
      type,
      act,
      topics: about,
    }),
  );
  return fillPrompt(template, {
    acts: JSON.stringify(ACTS),
    topics: JSON.stringify(topics.map(({ id, label }) => ({ id, label }))),
    fence: '```',
    statements: lines.join('\n'),
  });
}

const Answered = z.object({
  wrong: z.array(
    z.object({
      n: z.number().int(),
      field: z.enum(AUDITED),
      // A line for people, without what a terminal would act on.
      why: z.string().transform((text) =>
        text
          .replace(/[\s\p{C}]+/gu, ' ')
          .trim()
          .slice(0, MOST_CHARACTERS),
      ),
    }),
  ),
});

/** Reads a model's answer on `count` statements; numbers that were not asked about are left out. Throws for another form. */
export function readDoubts(text: string, count: number): readonly Doubt[] {
  return Answered.parse(readModelJson(text)).wrong.filter(({ n, why }) => n >= 1 && n <= count && why !== '');
}
