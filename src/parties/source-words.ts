import type { Span } from '../text/span.ts';
import { textAt } from '../text/span.ts';
import { readTerms } from '../text/words/words.ts';

/** A statement by what the article calls whoever says it. */
export interface Voice {
  readonly key: number;
  readonly article: string;
  readonly speaker: string | null;
  readonly side: string | null;
}

interface Source extends Voice {
  readonly stems: ReadonlySet<string>;
}

/** Statements by the words of their sources: who speaks for "the port authority", whether or not somebody is named. */
export interface SourceWords {
  /** Statements whose source has all the stems; a word of initials stands for the words that have them. */
  readonly saidBy: (stems: readonly string[]) => readonly Voice[];
}

/** The sources' names in words with capitals, and their initials in small letters: "Port Workers' Union" as "pwu". */
const NAME = /\p{Lu}\p{L}+(?:[’']s?)?(?: (?:of |for |the )*\p{Lu}\p{L}+(?:[’']s?)?)+/gu;

/** More words are a story. */
const MOST_WORDS = 14;

export function createSourceWords() {
  const sources: Source[] = [];
  const byStem = new Map<string, Source[]>();
  const byInitials = new Map<string, Map<string, readonly string[]>>();

  /** Takes in a statement with the spans of its source. */
  function add(voice: Voice, text: string, spans: readonly Span[]): void {
    const words = spans.map((span) => textAt(text, span)).join(' ');
    const terms = readTerms(words).filter(({ content }) => content);
    if (terms.length === 0 || terms.length > MOST_WORDS) return;
    const source = { ...voice, stems: new Set(terms.map(({ stem }) => stem)) };
    sources.push(source);
    for (const stem of source.stems) byStem.set(stem, [...(byStem.get(stem) ?? []), source]);
    for (const [name] of words.matchAll(NAME)) {
      const parts = readTerms(name).filter(({ content }) => content);
      for (let end = 2; end <= parts.length; end++) {
        const some = parts.slice(0, end);
        const initials = some
          .map(({ word }) => word[0] ?? '')
          .join('')
          .toLowerCase();
        const known = byInitials.get(initials) ?? new Map<string, readonly string[]>();
        byInitials.set(
          initials,
          known.set(
            name,
            some.map(({ stem }) => stem),
          ),
        );
      }
    }
  }

  function having(stems: readonly string[]): readonly Source[] {
    const [first, ...others] = stems;
    if (first === undefined) return [];
    return (byStem.get(first) ?? []).filter((source) => others.every((stem) => source.stems.has(stem)));
  }

  const saidBy = (stems: readonly string[]): readonly Voice[] => {
    const found = having(stems);
    const [only, second] = stems;
    if (found.length > 0 || only === undefined || second !== undefined) return found;
    return [...(byInitials.get(only)?.values() ?? [])].flatMap(having);
  };
  return { add, saidBy };
}
