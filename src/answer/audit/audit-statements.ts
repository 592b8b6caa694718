import type { Evidence, QuoteContext } from '../../domain/answer.ts';
import { ModelFailure, type LanguageModel } from '../../domain/model/language-model.ts';
import type { Topic } from '../../domain/topic.ts';
import type { PromptTemplate } from '../model/prompt-template.ts';
import { auditPrompt, readDoubts, type Doubt } from './audit-prompt.ts';

/** So many statements are asked about at once. */
const BATCH = 12;

/** A stored statement that a model doubts, for a person to look at. */
interface Suspect {
  readonly statement: Evidence;
  readonly field: Doubt['field'];
  readonly why: string;
}

/** What came of one batch. */
export interface AuditedBatch {
  readonly looked: number;
  readonly suspects: readonly Suspect[];
  /** Why the model gave nothing on this batch; null when it did. */
  readonly failure: string | null;
}

export interface AuditDependencies {
  readonly model: LanguageModel;
  readonly template: PromptTemplate;
  readonly topics: readonly Topic[];
  readonly statements: () => Promise<readonly Evidence[]>;
  readonly context: (shown: Evidence) => Promise<QuoteContext | null>;
}

/**
 * Asks a model which of the stored statements look wrong, a batch at a time; nothing is changed. A batch that the model fails
 * on is passed over with its reason. Rejects only with the signal's reason.
 */
export function createAudit({ model, template, topics, statements, context }: AuditDependencies) {
  return async function* audit(signal?: AbortSignal): AsyncGenerator<AuditedBatch> {
    const all = await statements();
    for (let at = 0; at < all.length; at += BATCH) {
      const batch = await Promise.all(
        all
          .slice(at, at + BATCH)
          .map(async (statement) => ({ statement, context: await context(statement) })),
      );
      try {
        const doubts = await model.complete(
          auditPrompt(template, batch, topics),
          (text) => readDoubts(text, batch.length),
          signal,
        );
        const suspects = doubts.flatMap(({ n, field, why }) => {
          const statement = batch[n - 1]?.statement;
          return statement ? [{ statement, field, why }] : [];
        });
        yield { looked: batch.length, suspects, failure: null };
      } catch (error) {
        if (!(error instanceof ModelFailure)) throw error;
        yield { looked: 0, suspects: [], failure: error.message };
      }
    }
  };
}
