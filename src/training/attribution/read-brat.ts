import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Span } from '../../text/span.ts';

/** One annotated statement: spans sorted by start. */
export interface GoldStatement {
  readonly content: Span[];
  readonly source: Span[];
  readonly cue: Span[];
}

export interface GoldArticle {
  readonly id: string;
  readonly text: string;
  readonly statements: readonly GoldStatement[];
}

/** Maps code points, which brat counts in, to UTF-16 code units. */
function codePointMap(text: string): (codePoint: number) => number {
  if (!/[\u{10000}-\u{10FFFF}]/u.test(text)) return (codePoint) => codePoint;
  const map: number[] = [];
  let unit = 0;
  for (const char of text) {
    map.push(unit);
    unit += char.length;
  }
  map.push(unit);
  return (codePoint) => map[codePoint] ?? unit;
}

/** Parses brat stand-off: `T` lines are spans, `E` lines join them to statements; statements without content are left out. */
export function parseBrat(annotations: string, text: string): GoldStatement[] {
  const toUnits = codePointMap(text);
  const spans = new Map<string, Span[]>();
  const statements: GoldStatement[] = [];
  const lines = annotations.split('\n').map((line) => line.split('\t'));
  for (const [id = '', body = ''] of lines) {
    if (!id.startsWith('T')) continue;
    const parts = body.slice(body.indexOf(' ') + 1).split(';');
    spans.set(
      id,
      parts.map((part) => {
        const [start = 0, end = 0] = part.trim().split(/\s+/).map(Number);
        return { start: toUnits(start), end: toUnits(end) };
      }),
    );
  }
  for (const [id = '', body = ''] of lines) {
    if (!id.startsWith('E')) continue;
    const roles = { Source: [] as Span[], Cue: [] as Span[], Content: [] as Span[] };
    for (const argument of body.trim().split(/\s+/)) {
      const [name = '', target = ''] = argument.split(':');
      const role = name.replace(/\d+$/, '');
      if (role === 'Source' || role === 'Cue' || role === 'Content')
        roles[role].push(...(spans.get(target) ?? []));
    }
    for (const found of Object.values(roles)) found.sort((a, b) => a.start - b.start);
    if (roles.Content.length > 0)
      statements.push({ content: roles.Content, source: roles.Source, cue: roles.Cue });
  }
  return statements;
}

/** Reads `directory/text/*.txt` with the first annotator of `directory/attributions/<article>_<annotator>.ann`, in order. */
export function readCorpus(directory: string): GoldArticle[] {
  const annotators = new Map<string, string>();
  for (const file of readdirSync(path.join(directory, 'attributions')).toSorted()) {
    const article = file.replace(/_[^_]*\.ann$/, '');
    if (file.endsWith('.ann') && !annotators.has(article)) annotators.set(article, file);
  }
  const articles: GoldArticle[] = [];
  for (const file of readdirSync(path.join(directory, 'text')).toSorted()) {
    const id = file.replace(/\.txt$/, '');
    const annotation = annotators.get(id);
    if (annotation === undefined)
      throw new Error(`${directory}: no annotations for ${id}; remove the text or add them`);
    const text = readFileSync(path.join(directory, 'text', file), 'utf8');
    const statements = parseBrat(
      readFileSync(path.join(directory, 'attributions', annotation), 'utf8'),
      text,
    );
    articles.push({ id, text, statements });
  }
  return articles;
}
