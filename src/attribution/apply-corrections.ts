import type { Actors } from '../domain/actor.ts';
import type { Article } from '../domain/article.ts';
import type { Attribution, Correction, CorrectionStatus } from '../domain/change/correction.ts';
import { findActor, findSide } from '../domain/name.ts';
import { subtract, trimSpan, type Span } from '../text/span.ts';
import type { Statement } from '../domain/statement.ts';
import { scanWords } from '../text/words/scan-words.ts';
import { speechType } from './link/speech-type.ts';
import { quotationSpans } from '../text/marks/pair-quotations.ts';

export interface CorrectionContext {
  readonly article: Pick<Article, 'text' | 'skips'>;
  readonly actors: Actors;
}

/** Less of the shorter of two spans in common, and they are not about the same words. */
const LEAST_SHARE = 0.5;

/** The words at `span`, without boilerplate. */
export function contentAt({ text, skips }: CorrectionContext['article'], span: Span): Span[] {
  return subtract(span, skips).flatMap((piece) => trimSpan(text, piece) ?? []);
}

/** Whose words they are by a correction, as the collection calls them; a name that nobody in it has stays as written. */
export function attributionOf({ speaker, side }: Attribution, { sides, actors }: Actors): Attribution {
  if (speaker === null) return { speaker, side };
  const actor = findActor(speaker, actors);
  if (actor) return { speaker: actor.name, side: side ?? actor.side };
  const named = findSide(speaker, sides);
  return named ? { speaker: null, side: side ?? named.id } : { speaker, side };
}

/** The statement that a correction of the words at `asked` is about; null when none is. */
export function statementAt<S extends Statement>(statements: readonly S[], asked: readonly Span[]): S | null {
  let best: S | null = null;
  let most = 0;
  for (const statement of statements) {
    const likeness = likenessOf(statement.content, asked);
    if (likeness > most) [best, most] = [statement, likeness];
  }
  return best;
}

/** The share of the characters of both that they have in common (Jaccard 1912). */
function likenessOf(content: readonly Span[], asked: readonly Span[]): number {
  let shared = 0;
  for (const a of content)
    for (const b of asked) shared += Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
  const [said, wanted] = [lengthOf(content), lengthOf(asked)];
  return shared < LEAST_SHARE * Math.min(said, wanted) ? 0 : shared / (said + wanted - shared);
}

function lengthOf(spans: readonly Span[]): number {
  return spans.reduce((sum, { start, end }) => sum + end - start, 0);
}

/** Where the corrected words stand now: where they stood, or the one place that has them; null when there is none. */
function placeOf({ quote, start, end }: Correction, text: string): Span | null {
  if (text.slice(start, end) === quote) return { start, end };
  const first = text.indexOf(quote);
  if (first < 0 || text.includes(quote, first + 1)) return null;
  return { start: first, end: first + quote.length };
}

/** A statement, and the correction that counts for it: the last one. */
interface Case {
  readonly statement: Statement;
  /** False for one that only corrections tell of. */
  readonly extracted: boolean;
  readonly correction: Correction | null;
}

/** @returns the cases, and the index of its case for every correction that has one */
function assign(
  statements: readonly Statement[],
  corrections: readonly Correction[],
  article: CorrectionContext['article'],
): { cases: Case[]; caseOf: Map<Correction, number> } {
  const cases: Case[] = statements.map((statement) => ({ statement, extracted: true, correction: null }));
  const caseOf = new Map<Correction, number>();
  for (const correction of corrections) {
    const place = placeOf(correction, article.text);
    const content = place ? contentAt(article, place) : [];
    if (!place || content.length === 0) continue;
    const known = cases.map(({ statement }) => statement);
    const about = statementAt(known, content);
    const index = about ? known.indexOf(about) : cases.length;
    const extracted = cases[index]?.extracted ?? false;
    cases[index] = { statement: about && extracted ? about : bare(content), extracted, correction };
    caseOf.set(correction, index);
  }
  return { cases, caseOf };
}

/** What the extractor missed, before anybody is said to have said it. */
function bare(content: readonly Span[]): Statement {
  const nobody = {
    speaker: null,
    speakerKind: null,
    side: null,
    sides: [],
    denied: false,
    when: null,
  } as const;
  return { content, source: [], cue: [], ...nobody, type: 'narration', act: 'states', topics: [] };
}

/** The statement as it is by the correction that counts for it; null when nobody makes one there. */
function mended({ statement, extracted, correction }: Case, context: CorrectionContext): Statement | null {
  if (!correction) return statement;
  const { speaker, side } = attributionOf(correction, context.actors);
  if (speaker === null && side === null)
    return extracted ? { ...bare(statement.content), topics: statement.topics } : null;
  const { content } = statement;
  const { text } = context.article;
  const type =
    statement.type === 'narration'
      ? speechType(text, scanWords(text), content, quotationSpans(text))
      : statement.type;
  const kind = speaker === null ? null : (findActor(speaker, context.actors.actors)?.kind ?? 'person');
  const sides = side === null ? [] : [side];
  return { ...statement, speaker, speakerKind: kind, side, sides, type, denied: false };
}

/**
 * The extractor's statements with what people corrected, oldest correction first. Pure. Each is about the statement that
 * fits its words best; of several about one, the last counts; where no statement was, one is added. A correction whose
 * words the article no longer has, or has twice, does nothing.
 */
export function applyCorrections(
  statements: readonly Statement[],
  corrections: readonly Correction[],
  context: CorrectionContext,
): Statement[] {
  return assign(statements, corrections, context.article)
    .cases.flatMap((one) => mended(one, context) ?? [])
    .toSorted((a, b) => (a.content[0]?.start ?? 0) - (b.content[0]?.start ?? 0));
}

/** What became of each of an article's corrections, going by its stored statements. */
export function correctionStatuses(
  stored: readonly Statement[],
  corrections: readonly Correction[],
  context: CorrectionContext,
): Map<Correction, CorrectionStatus> {
  const { cases, caseOf } = assign(stored, corrections, context.article);
  const statusOf = (correction: Correction): CorrectionStatus => {
    const one = cases[caseOf.get(correction) ?? -1];
    if (!one) return 'lost';
    if (one.correction !== correction) return 'overruled';
    const after = mended(one, context);
    if (!one.extracted) return after ? 'waiting' : 'applied';
    return after && sameWords(after, one.statement) ? 'applied' : 'waiting';
  };
  return new Map(corrections.map((correction) => [correction, statusOf(correction)]));
}

function sameWords(a: Statement, b: Statement): boolean {
  return a.speaker === b.speaker && a.side === b.side && a.type === b.type;
}
