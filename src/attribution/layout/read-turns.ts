import { mergeSpans, textAt, type Span } from '../../text/span.ts';
import { sentenceSpans } from '../../text/split-sentences.ts';
import type { ExtractSpans, RawStatement } from '../extract-spans.ts';
import type { Layout } from './read-layout.ts';
import type { SpokenTurn } from './spoken-turn.ts';

/** A statement that the layout shows, of a paragraph of a turn. */
interface TurnStatement extends RawStatement {
  readonly turn: SpokenTurn;
}

export interface ReadTurns {
  readonly statements: TurnStatement[];
  /** What the tagger need not read any more. Sorted and disjoint. */
  readonly read: Span[];
}

/** So much of what follows is shown to the tagger behind a lead-in. */
const SHOWN_CHARACTERS = 160;
const LONGEST_LEAD_IN = 600;

/**
 * Who a lead-in ("In her letter Ms. Roe wrote:") says is speaking: the tagger reads it as if a quotation stood behind it.
 * Null where it finds nobody.
 */
function readLeadIn(
  text: string,
  leadIn: Span,
  said: string,
  extractSpans: ExtractSpans,
): { source: Span[]; cue: Span[]; cueClass: RawStatement['cueClass']; sentence: Span } | null {
  const sentence = sentenceSpans(text, leadIn).at(-1);
  if (!sentence || sentence.end - sentence.start > LONGEST_LEAD_IN) return null;
  const words = textAt(text, sentence).replace(/[*_]+$/, '');
  const bare = said.replace(/["“”„«»]/g, '').slice(0, SHOWN_CHARACTERS);
  const statement = extractSpans(`${words} “${bare}”`).find(
    ({ content, source }) => source.length > 0 && content.some(({ end }) => end > words.length),
  );
  if (!statement) return null;
  const inText = (spans: readonly Span[]): Span[] =>
    spans
      .filter(({ end }) => end <= words.length)
      .map(({ start, end }) => ({ start: start + sentence.start, end: end + sentence.start }));
  const source = inText(statement.source);
  if (source.length === 0) return null;
  return { source, cue: inText(statement.cue), cueClass: statement.cueClass, sentence };
}

/** The statements of the layout's turns, one a paragraph, in order. */
export function readTurns(text: string, { turns }: Layout, extractSpans: ExtractSpans): ReadTurns {
  const statements: TurnStatement[] = [];
  const read: Span[] = [];
  for (const turn of turns) {
    const [first] = turn.said[0] ?? [];
    if (!first) continue;
    const lead = turn.leadIn && readLeadIn(text, turn.leadIn, textAt(text, first), extractSpans);
    if (turn.leadIn && !lead) continue;
    // From the label to the words, with all that stands between.
    read.push(
      lead
        ? lead.sentence
        : { start: Math.min(turn.name?.start ?? first.start, first.start), end: first.end },
    );
    if (turn.name && turn.name.start > first.end) read.push(turn.name);
    for (const pieces of turn.said) {
      read.push(...pieces);
      statements.push({
        content: [...pieces],
        source: lead ? lead.source : turn.name ? [turn.name] : [],
        cue: lead ? lead.cue : [],
        cueClass: lead ? lead.cueClass : 'speech',
        turn,
      });
    }
  }
  return { statements, read: mergeSpans(read) };
}
