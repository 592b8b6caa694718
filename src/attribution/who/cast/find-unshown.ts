import { indexAt, type Span } from '../../../text/span.ts';
import { likelyPronoun } from '../../../text/words/likely-pronoun.ts';
import type { Word } from '../../../text/words/scan-words.ts';
import { titleWordsOf } from './common-titles.ts';
import { isOfficialBody } from '../side-words.ts';
import type { People, Person } from './find-person.ts';
import type { Run } from './find-runs.ts';

/** Names of which nothing shows that they are people's, until a pronoun asks for one. */
export interface Unshown {
  /** Who is the subject of a sentence in `span`; null unless it is only one. */
  subjectWithin(span: Span): Person | null;
  /** Whose given name is a woman's or a man's, in `span`; null unless it is only one. */
  likelyWithin(span: Span, pronoun: 'he' | 'she'): Person | null;
}

interface Named {
  readonly text: string;
  readonly words: readonly Word[];
  readonly people: People;
  /** All names in the text's order, with whoever they are known to be. */
  readonly found: readonly (Run & { readonly person: Person | null })[];
}

/** More words are more than a name. */
const LONGEST_NAME = 4;

/** Creates what takes the names of one article for people's. */
export function createUnshown({ text, words, people, found }: Named): Unshown {
  const starts = found.map(({ first }) => ({ start: words[first]?.start ?? 0, end: words[first]?.end ?? 0 }));
  const nameOf = ({ first, last }: Run): string => text.slice(words[first]?.start, words[last]?.end);
  const foundIn = ({ start, end }: Span): typeof found =>
    found.slice(indexAt(starts, start), indexAt(starts, end));
  const isBody = ({ first, last }: Run): boolean => isOfficialBody(words.slice(first, last + 1));

  return {
    subjectWithin(span) {
      const subjects = foundIn(span).filter(({ person, first, last }) => {
        const after = words[last + 1];
        // "Nurse Jane Roe": what opens the sentence is a common word with its capital.
        const opens = !words[first]?.joined || (words[first - 1]?.capital && !words[first - 1]?.joined);
        return person !== null || (last > first && opens && after?.joined && !after.capital);
      });
      const [only] = subjects;
      if (!only || only.person || subjects.some((one) => nameOf(one) !== nameOf(only))) return null;
      return isBody(only) ? null : people.add(nameOf(only));
    },
    likelyWithin(span, pronoun) {
      const likely = foundIn(span).flatMap(({ person, first, last }) => {
        // "Surveyor Jane Roe"
        const own = { first: first + titleWordsOf(words.slice(first, last + 1)), last };
        const isName = person === null && last > own.first && last - own.first < LONGEST_NAME;
        return isName && likelyPronoun(nameOf(own)) === pronoun && !isBody(own) ? [nameOf(own)] : [];
      });
      const [only, ...others] = new Set(likely);
      return only !== undefined && others.length === 0 ? people.add(only) : null;
    },
  };
}
