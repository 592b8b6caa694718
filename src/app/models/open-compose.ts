import type { Compose, ComposeDependencies } from '../../answer/compose/compose.ts';
import type { RememberedModelDependencies } from '../../answer/compose/remembered-model.ts';
import type { UnderstandDependencies } from '../../answer/compose/understand.ts';
import type { Models } from './models.ts';

/** A model's client is loaded only when one is set. */
export async function openCompose(
  openModel: NonNullable<Models['languageModel']>,
  dependencies: Omit<ComposeDependencies, 'model' | 'template' | 'understand'> &
    Pick<UnderstandDependencies, 'ask' | 'topics'> &
    Pick<RememberedModelDependencies, 'store'>,
): Promise<Compose> {
  const [{ createRememberedModel }, { createCompose }, { createUnderstand }, { readPrompt }] =
    await Promise.all([
      import('../../answer/compose/remembered-model.ts'),
      import('../../answer/compose/compose.ts'),
      import('../../answer/compose/understand.ts'),
      import('../../answer/compose/prompt-template.ts'),
    ]);
  const model = createRememberedModel({ ...dependencies, model: await openModel() });
  const understand = createUnderstand({ ...dependencies, model, template: await readPrompt('question') });
  return createCompose({ ...dependencies, model, understand, template: await readPrompt('answer') });
}
