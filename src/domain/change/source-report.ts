/** What became of one thing that somebody named to be read. */
export interface AddedSource {
  /** Its address, or the name of the file. */
  readonly from: string;
  readonly outcome: 'added' | 'replaced' | 'unchanged' | 'duplicate' | 'feed' | 'refused' | 'left-out';
  /** A sentence where nothing was stored of it. */
  readonly reason: string | null;
  /** What should be known of it: sentences. */
  readonly notes: readonly string[];
  /** The article that it is in the store; null where it is none. */
  readonly article: FoundArticle | null;
}

/** An article as it is told to who added or checks it. */
export interface FoundArticle {
  readonly id: string;
  readonly title: string;
  readonly outlet: string | null;
  /** `YYYY-MM-DD`. */
  readonly published: string | null;
  /** Why it is not the whole article, in a clause; null when it is whole. */
  readonly partial: string | null;
  /** The id of the article of which it has mostly the words; null for none. */
  readonly copyOf: string | null;
  readonly statements: number;
  /** Everybody quoted, most statements first. */
  readonly speakers: readonly FoundSpeaker[];
}

export interface FoundSpeaker {
  readonly name: string;
  /** A side's id; null where it is not known. */
  readonly side: string | null;
  readonly statements: number;
}

export interface AddReport {
  readonly sources: readonly AddedSource[];
  /** Whether it was stopped before all was read. */
  readonly stopped: boolean;
}

/** What an address or file would be; nothing of it was kept. */
export interface CheckedSource {
  readonly from: string;
  readonly kind: 'article' | 'feed' | 'refused';
  /** What keeps it from being read, in a sentence; null where nothing does. */
  readonly reason: string | null;
  readonly article: FoundArticle | null;
  /** An article that is there: of this address (`changed` or not), or of this very text. */
  readonly known: { readonly id: string; readonly as: 'unchanged' | 'changed' | 'same text' } | null;
  /** Who took it out before; null where nobody did. */
  readonly takenOutBy: string | null;
}
