import type { Follows } from './keep-following.ts';
import type { Forgotten } from './stores/forget.ts';
import type { RemoveResult } from './sources/remove-articles.ts';
import type { EditOutcome } from './tables/edit-tables.ts';
import type { ExportedTables } from './tables/export-tables.ts';
import type { Actor, Side } from '../domain/actor.ts';
import type { KeptEdit, TableEdit } from '../domain/change/table-edit.ts';
import type {
  Answer,
  ArticleView,
  CompareAnswer,
  Composed,
  Evidence,
  PositionAnswer,
  QuoteContext,
  SourceRow,
  SpeakerAnswer,
  SpeakerRow,
  TimelineAnswer,
  VerifyAnswer,
} from '../domain/answer.ts';
import type { MatrixAnswer } from '../domain/matrix-answer.ts';
import type { ChangesAnswer, LatestAnswer } from '../domain/position-change.ts';
import type { Correction, CorrectionInput, CorrectionRow } from '../domain/change/correction.ts';
import type { Asked, Filters, Named } from '../domain/question.ts';
import type { Topic } from '../domain/topic.ts';
import type { AddReport, CheckedSource } from '../domain/change/source-report.ts';
import type { IngestOptions, IngestReport } from '../ingest/ingest.ts';
import type { SourceName } from '../sources/read-sources.ts';
import type { AddOptions } from './sources/add-sources.ts';

export type { SourceName } from '../sources/read-sources.ts';

/** What Parley can do; Discord, the command line and the web page are thin layers over it. */
export interface App extends Follows {
  readonly sides: readonly Side[];
  readonly topics: readonly Topic[];
  /**
   * Throws `UserError` for a question or filter that cannot be used; no answer is a value. Embeddings that fail are in the
   * log: the question is then answered by its words alone.
   */
  ask(question: string, filters?: Filters, signal?: AbortSignal): Promise<Answer>;
  /** What a text names and asks for, read as `ask` reads it; nothing is looked up for it but names. */
  readNames(text: string): Promise<Named>;
  /** Whether a model is set, so that `compose` may have something to add. */
  readonly composes: boolean;
  /**
   * What a model adds to an answer of `ask`: show the answer at once, and what this gives when it comes. `asked` has the
   * filters that `ask` got, and in a conversation the question before. What a model wrote is kept: the same is quick when
   * asked for again. Rejects only with the signal's reason: without a model, or when it fails, the answer is as it was.
   */
  compose(answer: Answer, asked?: Asked, signal?: AbortSignal): Promise<Composed>;
  /** Throws `UserError` for an unknown topic; an unknown name is a value with suggestions. */
  speaker(name: string, filters?: Pick<Filters, 'topic' | 'limit'>): Promise<SpeakerAnswer>;
  /** What a side said on a topic. Throws `UserError` for an unknown one. */
  position(side: string, topic: string): Promise<PositionAnswer>;
  /** Two sides on a topic; without them, the two that said most. Throws `UserError` for an unknown one. */
  compare(topic: string, sides?: readonly [string, string]): Promise<CompareAnswer>;
  /** What was said on a topic, by date. Throws `UserError` for an unknown topic, side or speaker. */
  timeline(topic: string, filters?: Pick<Filters, 'side' | 'speaker'>): Promise<TimelineAnswer>;
  /**
   * What changed in what the sides say on the topics, the oldest first; `since` and `until` are days of saying, `after` is
   * what `askedAgain` gave: only what came in since. Throws `UserError` for a filter that cannot be used.
   */
  changes(
    filters?: Pick<Filters, 'side' | 'topic' | 'since' | 'until'> & { readonly after?: number | undefined },
  ): Promise<ChangesAnswer>;
  /** What a side says on a topic as of a day (without one: now). Throws `UserError` for an unknown one. */
  latest(side: string, topic: string, filters?: Pick<Filters, 'until'>): Promise<LatestAnswer>;
  /** How much each side said on each topic, and what it mostly did there. */
  matrix(): Promise<MatrixAnswer>;
  /**
   * Whether a quote stands in the articles, and who is named with it, or in what was written `beside` it, says so. Throws
   * `UserError` for one without words.
   */
  verify(quote: string, signal?: AbortSignal, beside?: string): Promise<VerifyAnswer>;
  /** The paragraph around a quote that was shown; null when the article no longer has it there. */
  context(shown: Pick<Evidence, 'article' | 'start' | 'end' | 'text'>): Promise<QuoteContext | null>;
  /** An article with all that is said in it; null when there is none of that id. */
  article(id: string): Promise<ArticleView | null>;
  /** All that was said, newest article first. Throws `UserError` for a filter that cannot be used. */
  statements(filters?: Omit<Filters, 'limit'>): Promise<readonly Evidence[]>;
  /** Everybody with a statement, most statements first. */
  speakers(): Promise<readonly SpeakerRow[]>;
  sources(): Promise<readonly SourceRow[]>;
  /** Changes whenever the stored articles or what is said in them do, so that what was made of them can be kept. */
  revision(): Promise<number>;
  /**
   * Keeps what somebody says about whose words a statement is, and shows it so from now on. Throws `UserError` for an
   * article, words, speaker, side or note that cannot be used. What the signal stops while articles are read is not done.
   */
  correct(input: CorrectionInput, signal?: AbortSignal): Promise<Correction>;
  /**
   * Takes a correction back. `by` is the id of who does, who must have made it; null for who may take back any. Throws
   * `UserError` for one that there is none of, or that is somebody else's.
   */
  undoCorrection(id: number, by: string | null, signal?: AbortSignal): Promise<Correction>;
  /** All that was corrected, oldest first, and what became of it. */
  corrections(): Promise<readonly CorrectionRow[]>;
  /** The people and bodies that files list or drafts hold, with what was edited. */
  readonly actors: readonly Actor[];
  /**
   * Changes sides, people or topics for all answers from now on, and reads the articles again that it touches. Throws
   * `UserError` for an edit that changes nothing or cannot be.
   */
  editTables(edit: TableEdit, by: KeptEdit['by'], signal?: AbortSignal): Promise<EditOutcome>;
  /** Takes an edit back; `by` and the signal as with `undoCorrection`. */
  undoTableEdit(id: number, by: string | null, signal?: AbortSignal): Promise<EditOutcome>;
  /** The edits that the files do not have yet, oldest first. */
  tableEdits(): Promise<readonly KeptEdit[]>;
  /** Writes what was edited into `actors.yaml` and `topics.yaml` of the collection, which have it from then on. */
  exportTables(): Promise<ExportedTables>;
  /** Reads files, folders, addresses of pages and feeds (without any: the collection's) into the store. */
  ingest(paths: readonly SourceName[], options?: IngestOptions): Promise<IngestReport>;
  /** Whether the files list other sides, people or topics than when the collection was last read. */
  tablesDiffer(): Promise<boolean>;
  /**
   * Reads what somebody names, addresses of pages and feeds and files handed over, into the store, and tells what was found;
   * feeds are followed from then on, and what was taken out comes back. Throws `UserError` for a file of this machine.
   */
  addSources(names: readonly SourceName[], options?: AddOptions): Promise<AddReport>;
  /** Reads the same, keeps nothing of it, and tells what it would be. */
  checkSources(names: readonly SourceName[], signal?: AbortSignal): Promise<readonly CheckedSource[]>;
  /** Removes articles for good, so that their files and feeds do not bring them back; `by` is a name to show. */
  retract(ids: readonly string[], by: string, signal?: AbortSignal): Promise<readonly RemoveResult[]>;
  /** The feeds that people added besides those that the collection lists. */
  feeds(): Promise<readonly string[]>;
  /** Follows such a feed no longer; false where it is none of them. */
  dropFeed(url: string): Promise<boolean>;
  /**
   * Reads what is new in the collection, then what comes into its folder and its feeds, until the signal; what becomes of it
   * is in the log. A store that can only be read follows nothing.
   */
  watch(signal: AbortSignal): Promise<void>;
  /** Removes articles with their statements, vectors and corrections; a result an id, in their order. */
  remove(ids: readonly string[], signal?: AbortSignal): Promise<readonly RemoveResult[]>;
  /** Small values kept in the store by name; null when never set. */
  note(name: string): Promise<string | null>;
  setNote(name: string, value: string): Promise<void>;
  /** Keeps a value in the store for a while, in place of what was kept under that key. */
  remember(key: string, value: string, keepMs: number): Promise<void>;
  /** Null when there is none of that key, or its time is over. */
  recall(key: string): Promise<string | null>;
  /** Removes what is kept of the people, servers and channels of these ids, as Discord gives them. */
  forget(ids: readonly string[]): Promise<Forgotten>;
  close(): Promise<void>;
}
