import type { Difference } from './quote/list-differences.ts';
import type { Article, ArticleMeta } from './article.ts';
import type { QuestionKind } from './question.ts';
import type { Act, StatementType, StatementTime } from './statement.ts';

/** How many have the same words of the same speaker, around the same days. */
export interface Carriers {
  /** Outlets that wrote it themselves, this one among them; copies of one report count as one. */
  readonly outlets: number;
  /** Articles besides that are copies of theirs. */
  readonly copies: number;
}

/** A numbered span offered as answer. `text` is read back from the stored article when the answer is made. */
export interface Evidence {
  /** From 1; what `[n]` marks point at. */
  readonly n: number;
  readonly article: string;
  readonly title: string;
  readonly outlet: string | null;
  readonly published: string | null;
  readonly url: string | null;
  /** When it was said, as far as the article shows; the article's date where it shows nothing else. */
  readonly when?: StatementTime | null;
  /** The page, or the time, at which it stands in what was read; none where that has neither. */
  readonly place?: string | null | undefined;
  /** The id of the article that this one is mostly the words of; none for most. */
  readonly copyOf?: string | null | undefined;
  /** What its article is written in, as its source declares it, where that is not English; none for most. */
  readonly language?: string | null | undefined;
  /** Who else has the same words; none where that was not looked for. */
  readonly carriers?: Carriers | undefined;
  /** UTF-16 code units of the article's stored text; `text === article.text.slice(start, end)`. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly type: StatementType;
  readonly speaker: string | null;
  readonly side: string | null;
  /** Of what several say together; none for what one says. */
  readonly sides?: readonly string[];
  readonly act: Act | null;
  readonly topics: readonly string[];
  /** 0 to 1, higher is better; comparable within one answer only. */
  readonly score: number;
}

/** The day on which an item was said, or its article's where nothing tells: `YYYY-MM-DD`; null for neither. */
export const saidOn = ({ when, published }: Pick<Evidence, 'when' | 'published'>): string | null =>
  when?.date ?? published;

/** In how many articles the items stand; copies of one count once. */
export function countArticles(items: readonly Pick<Evidence, 'article' | 'copyOf'>[]): number {
  return new Set(items.map(({ article, copyOf }) => copyOf ?? article)).size;
}

/** What was looked through, for saying so when there is no answer. */
export interface Searched {
  readonly articles: number;
  readonly passages: number;
}

/** Why there is no answer: nothing was found, nobody of that name speaks, or it is no question for articles in English. */
const REASONS = ['nothing-found', 'unknown-name', 'not-english', 'about-the-bot'] as const;
export type Reason = (typeof REASONS)[number];

/** The result of `ask`. No answer is a value: `answered` is false, `evidence` empty, `closest` at most two. */
export interface Answer {
  readonly question: string;
  readonly kind: QuestionKind;
  /** What was repaired or assumed ("Antony Blinken"), or a model took the question for; null for nothing. */
  readonly readAs: string | null;
  /** One line made of the evidence's statements: who does what, in how many articles. */
  readonly headline: string | null;
  readonly answered: boolean;
  /** Null when it is answered. */
  readonly reason: Reason | null;
  /** Text that a model composed with `[n]` marks; null without one. */
  readonly answer: string | null;
  readonly evidence: readonly Evidence[];
  /** What came near without being an answer. */
  readonly closest: readonly Evidence[];
  /** The older name of `closest`. */
  readonly nearMisses: readonly Evidence[];
  readonly searched: Searched;
  /** What was asked in place of the question, as a model read it: a conversation goes on from that. */
  readonly read?: ReadQuestion;
}

/** A question with whose words, and on what, it asks for. */
export interface ReadQuestion {
  readonly question: string;
  readonly side?: string | undefined;
  readonly speaker?: string | undefined;
  readonly topic?: string | undefined;
}

/** A sentence that a model wrote and code has checked against the evidence that it points at. */
export interface Claim {
  /** Without `[n]` marks. Quotation marks in it hold the evidence's own words. */
  readonly text: string;
  /** Numbers of evidence items of the same answer; never empty once it is checked. */
  readonly evidence: readonly number[];
}

/** An answer with what a model adds to it. */
export interface Composed {
  /** As it was, with `answer` filled where the model gave claims that the evidence bears. */
  readonly answer: Answer;
  /** One sentence to show beside the quotes when the model gave nothing. */
  readonly note: string | null;
  /** Which check each claim that was dropped did not pass. */
  readonly dropped: readonly string[];
}

/** Who was looked up. */
export interface SpeakerProfile {
  readonly name: string;
  readonly side: string | null;
  readonly aliases: readonly string[];
}

/** The result of `speaker`: newest statements first; with nobody found, the nearest names as suggestions. */
export interface SpeakerAnswer {
  readonly speaker: SpeakerProfile | null;
  readonly statements: readonly Evidence[];
  readonly suggestions: readonly string[];
}

/** One row of `speakers`: everybody with a statement in the store. */
export interface SpeakerRow {
  readonly name: string;
  readonly side: string | null;
  readonly role: string | null;
  readonly statements: number;
  readonly articles: number;
}

/** One row of `sources`: an article in the store. */
export interface SourceRow extends ArticleMeta {
  readonly sentences: number;
  readonly passages: number;
  readonly statements: number;
}

/** The result of `position`: what a side said on a topic, by act in the order of `ACTS`, the best quote of each first. */
export interface PositionAnswer {
  readonly side: string;
  readonly topic: string;
  readonly statements: readonly Evidence[];
  readonly searched: Searched;
}

/** The result of `compare`: two sides beside each other, with the same number of quotes where both have some. */
export interface CompareAnswer {
  readonly topic: string;
  readonly sides: readonly { readonly side: string; readonly statements: readonly Evidence[] }[];
  readonly searched: Searched;
}

/** The result of `timeline`: the oldest first; what is of articles without a date stands apart. */
export interface TimelineAnswer {
  readonly topic: string;
  readonly statements: readonly Evidence[];
  readonly undated: readonly Evidence[];
  readonly searched: Searched;
}

/** The result of `verify`; `match` is where the quote, or what is nearest to it, stands. */
export interface VerifyAnswer {
  readonly quote: string;
  /** `reversed`: altered so that it says the contrary. Marks and hyphens are no difference. */
  readonly verdict: 'verbatim' | 'altered' | 'reversed' | 'not-found';
  /** What whoever reads the verdict must know: another says it, a negation was cut off, or the words are too few. */
  readonly warning: string | null;
  readonly match: Evidence | null;
  /** What differs once white space, case and the looks of quotation marks are folded; empty unless `altered` or `reversed`. */
  readonly differences: readonly Difference[];
}

/** The paragraph around a quote: `before + quote + after` stand so in the article. */
export interface QuoteContext {
  readonly before: string;
  readonly quote: string;
  readonly after: string;
}

/** The result of `article`: an article and all that is said in it, in the order of the text, as `speaker` shows it. */
export interface ArticleView {
  readonly article: Article;
  readonly statements: readonly Evidence[];
}
