import type { LanguageModel, Prompt } from '../../../src/domain/model/language-model.ts';

/** A model that writes what the script says; an error of the script is a model that fails so. */
export function createScriptedModel(
  script: (prompt: Prompt) => unknown,
): LanguageModel & { readonly prompts: readonly Prompt[] } {
  const prompts: Prompt[] = [];
  return {
    name: 'test:scripted',
    prompts,
    async complete(prompt, read, signal) {
      signal?.throwIfAborted();
      prompts.push(prompt);
      const written = script(prompt);
      return read(typeof written === 'string' ? written : JSON.stringify(written));
    },
  };
}
