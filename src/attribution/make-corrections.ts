import type { Actors } from '../domain/actor.ts';
import type { Article } from '../domain/article.ts';
import {
  byArticle,
  type Correction,
  type CorrectionInput,
  type CorrectionRow,
} from '../domain/change/correction.ts';
import { findSide } from '../domain/name.ts';
import { textAt, type Span } from '../text/span.ts';
import { UsageError } from '../errors.ts';
import type { Store } from '../store/ports.ts';
import { attributionOf, contentAt, correctionStatuses, statementAt } from './apply-corrections.ts';

const MOST_SPEAKER_CHARACTERS = 100;
const MOST_NOTE_CHARACTERS = 1_000;

export interface CorrectionsDependencies {
  readonly store: Pick<
    Store,
    'article' | 'statements' | 'addCorrection' | 'removeCorrection' | 'corrections'
  >;
  readonly actors: Actors;
  /** Brings the stored statements of an article up to date with its corrections. */
  readonly restate: (article: string) => Promise<void>;
  readonly now: () => Date;
}

export interface Corrections {
  /** Keeps what somebody says about whose words a statement is, and shows it so at once. Throws `UsageError` for what cannot be. */
  correct(input: CorrectionInput): Promise<Correction>;
  /**
   * Takes a correction back: the statement is as it would be without it.
   *
   * @param by the id of who takes it back, which must be who made it; null for who may take back any
   */
  undo(id: number, by: string | null): Promise<Correction>;
  /** All that was corrected, oldest first, and what became of it. */
  corrections(): Promise<readonly CorrectionRow[]>;
}

/** Corrections as people make, take back and list them; each ingestion applies them anew. */
export function createCorrections({ store, actors, restate, now }: CorrectionsDependencies): Corrections {
  async function rowsOf(id: string, corrections: readonly Correction[]): Promise<CorrectionRow[]> {
    const article = await store.article(id);
    const statuses =
      article &&
      correctionStatuses(await store.statements({ article: id }), corrections, { article, actors });
    return corrections.map((correction) => ({
      ...correction,
      to: attributionOf(correction, actors),
      status: statuses?.get(correction) ?? 'lost',
    }));
  }

  return {
    async correct({ article: id, start, end, speaker, side, note, by }) {
      const article = await store.article(id);
      if (!article)
        throw new UsageError(
          `There is no article ${JSON.stringify(id)}; the command "sources" lists those there are.`,
        );
      const span = checkSpan({ start, end }, article);
      const said = statementAt(await store.statements({ article: id }), contentAt(article, span));
      const correction: Omit<Correction, 'id'> = {
        article: id,
        quote: textAt(article.text, span),
        ...span,
        speaker: checkSpeaker(speaker),
        side: checkSide(side, actors),
        was: { speaker: said?.speaker ?? null, side: said?.side ?? null },
        note: checkNote(note),
        by: { id: by.id, name: by.name },
        at: now().toISOString(),
      };
      const kept = { id: await store.addCorrection(correction), ...correction };
      await restate(id);
      return kept;
    },

    async undo(id, by) {
      const correction = (await store.corrections()).find((one) => one.id === id);
      if (!correction)
        throw new UsageError(
          `There is no correction ${id}; the command "corrections" lists those there are.`,
        );
      if (by !== null && correction.by.id !== by)
        throw new UsageError(
          `Correction ${id} was made by ${correction.by.name}, who alone can take it back.`,
        );
      await store.removeCorrection(id);
      await restate(correction.article);
      return correction;
    },

    async corrections() {
      const rows: CorrectionRow[] = [];
      for (const [id, own] of byArticle(await store.corrections())) rows.push(...(await rowsOf(id, own)));
      return rows.toSorted((a, b) => a.id - b.id);
    },
  };
}

function checkSpan(span: Span, article: Article): Span {
  const { length } = article.text;
  const inside =
    Number.isInteger(span.start) &&
    Number.isInteger(span.end) &&
    0 <= span.start &&
    span.start < span.end &&
    span.end <= length;
  if (inside && contentAt(article, span).length > 0) return span;
  throw new UsageError(
    `A correction is about words of the article "${article.id}", from 0 to ${length} and no boilerplate; found ` +
      `${span.start} to ${span.end}.`,
  );
}

function checkSpeaker(speaker: string | null): string | null {
  if (speaker === null) return null;
  const name = speaker.replace(/\s+/g, ' ').trim();
  if (name.length > MOST_SPEAKER_CHARACTERS)
    throw new UsageError(
      `The speaker's name has ${name.length} characters; give at most ${MOST_SPEAKER_CHARACTERS}.`,
    );
  if (/[\p{L}\p{N}]/u.test(name)) return name;
  throw new UsageError(
    'The speaker is empty; give the name of a person, body or side, or say that nobody said it.',
  );
}

function checkSide(side: string | null, { sides }: Actors): string | null {
  if (side === null) return null;
  const found = findSide(side, sides);
  if (found) return found.id;
  const all = sides.map(({ id }) => id).join(', ');
  throw new UsageError(`There is no side ${JSON.stringify(side)}; sides: ${all}.`);
}

function checkNote(note: string | null): string | null {
  const text = note?.trim() ?? '';
  if (text.length <= MOST_NOTE_CHARACTERS) return text || null;
  throw new UsageError(
    `The note has ${text.length.toLocaleString('en')} characters; give at most ` +
      `${MOST_NOTE_CHARACTERS.toLocaleString('en')}.`,
  );
}
