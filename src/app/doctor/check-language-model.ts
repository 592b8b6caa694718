import type { Config } from '../../config.ts';
import { ModelFailure, type ModelFailureKind } from '../../domain/model/language-model.ts';
import { saying, unwell, well, type Check } from './check.ts';

const PROMPT = { rules: 'Answer with one word.', data: 'Say "yes".' };

/** Where another setting than the address is the one to look at. */
const TODO: Partial<Record<ModelFailureKind, string>> = {
  unauthorised: 'put a key that the provider takes into LLM_API_KEY',
  rejected: 'check that LLM names a model that is there, as the provider writes it',
  timeout: 'give it longer with LLM_TIMEOUT_MS, or name a faster model in LLM',
  endless: 'name another model in LLM',
  refusal: 'name another model in LLM',
};

/** Whether what LLM names answers: one word is asked of it. */
export async function checkLanguageModel({ llm }: Pick<Config, 'llm'>, signal: AbortSignal): Promise<Check> {
  if (!llm) return well('model', 'none: answers are quotes alone');
  try {
    const { openLanguageModel } = await import('../../providers/llm/open-language-model.ts');
    const model = await openLanguageModel(llm);
    const startedMs = performance.now();
    await model.complete(PROMPT, (text) => text, signal);
    return well('model', `${model.name}; it answered in ${Math.round(performance.now() - startedMs)} ms`);
  } catch (error) {
    signal.throwIfAborted();
    const todo = error instanceof ModelFailure ? TODO[error.kind] : undefined;
    const where = llm.baseUrl ?? `${llm.provider}'s own address`;
    return unwell(
      'model',
      `${llm.provider}:${llm.model} does not answer (${saying(error)})`,
      `${todo ?? `check that the model is served at ${where} (LLM_BASE_URL)`}, or leave LLM out; until then answers are quotes alone`,
    );
  }
}
