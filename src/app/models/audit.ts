import type { App } from '../../app.ts';
import { createAudit, type AuditedBatch } from '../../answer/audit/audit-statements.ts';
import { readPrompt } from '../../answer/model/prompt-template.ts';
import type { Config } from '../../config.ts';
import { openLanguageModel } from '../../providers/llm/open-language-model.ts';

/** The audit of what is stored, by the model of the settings. */
export async function openAudit(
  llm: NonNullable<Config['llm']>,
  { statements, context, topics }: Pick<App, 'statements' | 'context' | 'topics'>,
): Promise<(signal?: AbortSignal) => AsyncGenerator<AuditedBatch>> {
  const [model, template] = await Promise.all([openLanguageModel(llm), readPrompt('audit')]);
  return createAudit({ model, template, topics, statements, context });
}
