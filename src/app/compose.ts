import type { Compose, ComposeDependencies } from '../answer/compose/compose.ts';
import type { RememberedModelDependencies } from '../answer/compose/remembered-model.ts';
import type { UnderstandDependencies } from '../answer/compose/understand.ts';
import type { Config } from '../config.ts';

/** A model's client is loaded only when one is set. */
export async function openCompose(
  llm: NonNullable<Config['llm']>,
  dependencies: Omit<ComposeDependencies, 'model' | 'template' | 'understand'> &
    Pick<UnderstandDependencies, 'ask' | 'topics'> &
    Pick<RememberedModelDependencies, 'store'>,
): Promise<Compose> {
  const [
    { openLanguageModel },
    { createRememberedModel },
    { createCompose },
    { createUnderstand },
    { readPrompt },
  ] = await Promise.all([
    import('../providers/llm/open.ts'),
    import('../answer/compose/remembered-model.ts'),
    import('../answer/compose/compose.ts'),
    import('../answer/compose/understand.ts'),
    import('../answer/compose/prompt-template.ts'),
  ]);
  const model = createRememberedModel({ ...dependencies, model: await openLanguageModel(llm) });
  const understand = createUnderstand({ ...dependencies, model, template: await readPrompt('question') });
  return createCompose({ ...dependencies, model, understand, template: await readPrompt('answer') });
}
