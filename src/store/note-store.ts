import type { Visit } from '../domain/article.ts';

/** What a store keeps beside its articles: what was fetched, and small values, for good or for a while. */
export interface NoteStore {
  /** What was last fetched from an address; null when nothing ever was. */
  visit(url: string): Promise<Visit | null>;
  saveVisit(visit: Visit): Promise<void>;

  /** Small values kept by name (the hash of the registered commands …); null when never set. */
  note(name: string): Promise<string | null>;
  setNote(name: string, value: string): Promise<void>;

  /** Keeps a value for a while (what the buttons of a message need …), in place of what was kept under that key. */
  remember(key: string, value: string, keepMs: number): Promise<void>;
  /** Null when there is none of that key, or its time is over. */
  recall(key: string): Promise<string | null>;
  /** Removes what is kept for a while under a key, or with a value, in which `words` stand. */
  forgetMemories(words: string): Promise<void>;
}
