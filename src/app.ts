import type { Answer, SourceRow, SpeakerAnswer, SpeakerRow } from './domain/answer.ts';
import type { Side } from './domain/actor.ts';
import type { Filters } from './domain/question.ts';
import type { Topic } from './domain/topic.ts';
import type { IngestOptions, IngestReport } from './ingest/ingest.ts';

/** What Parley can do; Discord, the command line and the web page are thin layers over it. */
export interface App {
  readonly sides: readonly Side[];
  readonly topics: readonly Topic[];
  /** Throws `UserError` for a question or filter that cannot be used; no answer is a value. */
  ask(question: string, filters?: Filters, signal?: AbortSignal): Promise<Answer>;
  /** Throws `UserError` for an unknown topic; an unknown name is a value with suggestions. */
  speaker(name: string, filters?: Pick<Filters, 'topic' | 'limit'>): Promise<SpeakerAnswer>;
  /** Everybody with a statement, most statements first. */
  speakers(): Promise<readonly SpeakerRow[]>;
  sources(): Promise<readonly SourceRow[]>;
  /** Reads files and folders (without any: the collection's articles) into the store. */
  ingest(paths: readonly string[], options?: IngestOptions): Promise<IngestReport>;
  /** Small values kept in the store by name; null when never set. */
  note(name: string): Promise<string | null>;
  setNote(name: string, value: string): Promise<void>;
  close(): Promise<void>;
}
