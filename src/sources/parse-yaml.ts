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

/** The parser calls itself for every level, and near the end of the stack even compiling a pattern ends the process. */
const MOST_DEEP = 100;

/** Whether brackets, or what stands before a line's first word, open more levels than anybody writes. */
function isTooDeep(source: string): boolean {
  let open = 0;
  for (const [mark] of source.matchAll(/[[{]|[\]}]|^[ \t?:-]+/gm)) {
    if (mark === '[' || mark === '{') open++;
    else if (mark === ']' || mark === '}') open = Math.max(0, open - 1);
    // A dash and a space for each level.
    if (open > MOST_DEEP || mark.length > 2 * MOST_DEEP) return true;
  }
  return false;
}

/** The document and its value, or why there is none. */
function readDocument(
  source: string,
  counter: LineCounter,
): { document: Document; value: unknown } | { reason: string; line: number | null } {
  if (isTooDeep(source)) return { reason: 'it is nested too deeply', line: null };
  try {
    const document = parseDocument(source, { lineCounter: counter, schema: 'core' });
    const [syntax] = document.errors;
    if (!syntax) return { document, value: document.toJS() };
    const [reason = 'it cannot be read'] = syntax.message.split(/ at line \d|\n/);
    return { reason, line: counter.linePos(syntax.pos[0]).line };
  } catch (error) {
    // An alias without its anchor, or one that grows beyond all bounds.
    return { reason: error instanceof Error ? error.message : String(error), line: null };
  }
}

/** Why `source` cannot be read as YAML; null when it can. */
export function yamlFault(source: string): string | null {
  const read = readDocument(source, new LineCounter());
  return 'reason' in read ? read.reason : null;
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
  const read = readDocument(source, counter);
  if ('reason' in read) {
    const where = read.line === null ? file : `${file}, line ${read.line + firstLine - 1}`;
    const remedy = read.line === null ? 'Correct it.' : 'Correct that line.';
    throw new UserError(`${where}: YAML was wanted, but ${read.reason}. ${remedy}`);
  }
  const { document, value } = read;
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
