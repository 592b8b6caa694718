import { z } from 'zod';
import { parseYaml } from './yaml.ts';

const FrontMatter = z.strictObject({
  id: z
    .string()
    .regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u, 'wanted letters, digits, ".", "_" and "-"')
    .optional(),
  title: z.string().min(1).nullish(),
  outlet: z.string().min(1).nullish(),
  author: z.string().min(1).nullish(),
  published: z.iso.date('wanted a date as YYYY-MM-DD, or null').nullish(),
  url: z.url({ protocol: /^https?$/, error: 'wanted an http(s) address, or null' }).nullish(),
});

export type FrontMatter = z.infer<typeof FrontMatter>;

/**
 * Splits a Markdown article into its front matter and its text, which starts right behind the closing line.
 * Null when it does not start with a `---` line, or that is never closed.
 *
 * @throws UserError naming file and line when the front matter is there but wrong
 */
export function splitFrontMatter(content: string, file: string): { meta: FrontMatter; text: string } | null {
  const match = /^---[ \t]*\n([^]*?)^---[ \t]*(?:\n|$)/m.exec(content);
  if (!match || match.index !== 0) return null;
  const meta = parseYaml((match[1] ?? '') || '{}', FrontMatter, file, 2);
  return { meta, text: content.slice(match[0].length) };
}
