import type { RawStatement } from '../../src/attribution/extract-spans.ts';
import type { Span } from '../../src/text/span.ts';

/** A text and the statements marked in it. */
export interface Marked {
  readonly text: string;
  readonly raws: readonly RawStatement[];
}

/**
 * Reads marks off a text: `{1s …}` is the source of statement 1, `{1q …}` its cue, `{1c …}` (a part of) its content.
 * Marks do not nest.
 */
export function readMarks(marked: string): Marked {
  const parts = new Map<string, { source: Span[]; cue: Span[]; content: Span[] }>();
  const roles = { s: 'source', q: 'cue', c: 'content' } as const;
  let text = '';
  let from = 0;
  for (const match of marked.matchAll(/\{(\d+)([sqc]) ([^}]*)\}/g)) {
    text += marked.slice(from, match.index);
    from = match.index + match[0].length;
    const [, number = '', role = 's', words = ''] = match;
    const statement = parts.get(number) ?? { source: [], cue: [], content: [] };
    parts.set(number, statement);
    if (role === 's' || role === 'q' || role === 'c')
      statement[roles[role]].push({ start: text.length, end: text.length + words.length });
    text += words;
  }
  text += marked.slice(from);
  return { text, raws: [...parts.values()].map((part) => ({ ...part, cueClass: 'speech' as const })) };
}
