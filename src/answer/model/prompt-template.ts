import { readFile } from 'node:fs/promises';
import type { Prompt } from '../../domain/model/language-model.ts';

/** A file of `prompts/`, with `{{name}}` where values go: the rules, a line of `---`, the data. */
export type PromptTemplate = string;

/** The template of that name ("answer"). */
export function readPrompt(name: string): Promise<PromptTemplate> {
  return readFile(new URL(`../../../prompts/${name}.md`, import.meta.url), 'utf8');
}

/**
 * The template with its values filled in; `{{…}}` within a value stays as it is.
 *
 * @throws Error for a value that is missing or that the template does not use, and for a template without its `---`
 */
export function fillPrompt(template: PromptTemplate, values: Readonly<Record<string, string>>): Prompt {
  const unused = new Set(Object.keys(values));
  const fill = (part: string): string =>
    part.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
      const value = Object.hasOwn(values, name) ? values[name] : undefined;
      if (value === undefined) throw new Error(`the prompt wants a value for {{${name}}}, and got none`);
      unused.delete(name);
      return value;
    });
  const [rules, data, ...more] = template.split(/^---$/m);
  if (rules === undefined || data === undefined || more.length > 0)
    throw new Error('a prompt is two parts with one line of --- between them');
  const prompt = { rules: fill(rules).trim(), data: fill(data).trim() };
  if (unused.size > 0) throw new Error(`the prompt does not use ${[...unused].join(', ')}`);
  return prompt;
}
