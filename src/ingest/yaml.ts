import { isNode, LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';
import { UserError } from '../errors.ts';

/** The line (from 1) at which the value at `path` stands, or the nearest thing around it that is there. */
function lineOf(document: Document, counter: LineCounter, path: readonly PropertyKey[]): number {
  for (let depth = path.length; depth >= 0; depth--) {
    const node = depth === 0 ? document.contents : document.getIn(path.slice(0, depth), true);
    if (isNode(node) && node.range) return counter.linePos(node.range[0]).line;
  }
  return 1;
}

/**
 * Reads YAML for people to edit and checks it.
 *
 * @param file what the error calls it
 * @param firstLine the line of `file` that `source` starts at, from 1
 * @throws UserError that names file, line, what was wanted and what came
 */
export function parseYaml<T extends z.ZodType>(
  source: string,
  schema: T,
  file: string,
  firstLine = 1,
): z.output<T> {
  const counter = new LineCounter();
  const document = parseDocument(source, { lineCounter: counter, schema: 'core' });
  const [syntax] = document.errors;
  if (syntax) {
    const line = counter.linePos(syntax.pos[0]).line + firstLine - 1;
    const [reason = 'it cannot be read'] = syntax.message.split(/ at line \d|\n/);
    throw new UserError(`${file}, line ${line}: YAML was wanted, but ${reason}. Correct that line.`);
  }
  const value: unknown = document.toJS();
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const path = issue?.path ?? [];
  const line = lineOf(document, counter, path) + firstLine - 1;
  const came = JSON.stringify(document.getIn(path)) ?? 'nothing';
  const where = path.length > 0 ? `"${path.map(String).join('.')}": ` : '';
  throw new UserError(
    `${file}, line ${line}: ${where}${issue?.message ?? 'invalid'}; found ${came.slice(0, 80)}.`,
  );
}
