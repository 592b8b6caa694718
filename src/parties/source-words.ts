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

/** A voice with the stems of its source's words. */
export interface HeardVoice extends Voice {
  readonly stems: ReadonlySet<string>;
  /** The names in the source that have initials, with the stems of their words. */
  readonly named: readonly { readonly name: string; readonly initials: string; readonly stems: string[] }[];
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

/** A statement with the words of its source's spans; null where these call nobody. */
export function readVoice(
  { key, article, speaker, side }: Voice,
  text: string,
  spans: readonly Span[],
): HeardVoice | null {
  const words = spans.map((span) => textAt(text, span)).join(' ');
  const terms = readTerms(words).filter(({ content }) => content);
  if (terms.length === 0 || terms.length > MOST_WORDS) return null;
  const named = Array.from(words.matchAll(NAME)).flatMap(([name]) => {
    const parts = readTerms(name).filter(({ content }) => content);
    return parts.slice(1).map((_, i) => {
      const some = parts.slice(0, i + 2);
      const initials = some.map(({ word }) => word[0] ?? '').join('');
      return { name, initials: initials.toLowerCase(), stems: some.map(({ stem }) => stem) };
    });
  });
  return { key, article, speaker, side, stems: new Set(terms.map(({ stem }) => stem)), named };
}

/** Looks statements up by the words of their sources. */
export function createSourceWords(voices: readonly HeardVoice[]): SourceWords {
  const byStem = new Map<string, HeardVoice[]>();
  const byInitials = new Map<string, Map<string, readonly string[]>>();
  for (const voice of voices) {
    for (const stem of voice.stems) {
      const known = byStem.get(stem);
      if (known) known.push(voice);
      else byStem.set(stem, [voice]);
    }
    for (const { name, initials, stems } of voice.named) {
      const known = byInitials.get(initials) ?? new Map<string, readonly string[]>();
      byInitials.set(initials, known.set(name, stems));
    }
  }

  function having(stems: readonly string[]): readonly HeardVoice[] {
    const [first, ...others] = stems;
    if (first === undefined) return [];
    return (byStem.get(first) ?? []).filter((source) => others.every((stem) => source.stems.has(stem)));
  }

  return {
    saidBy(stems) {
      const found = having(stems);
      const [only, second] = stems;
      if (found.length > 0 || only === undefined || second !== undefined) return found;
      return [...(byInitials.get(only)?.values() ?? [])].flatMap(having);
    },
  };
}
