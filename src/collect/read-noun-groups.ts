import { z } from 'zod';
import { isRole, singular } from '../attribution/who/role-words.ts';
import { loadCompromise } from '../text/words/load-compromise.ts';
import { isStopWord } from '../text/words/words.ts';

const Tagged = z.array(
  z.object({
    terms: z.array(
      z.object({
        text: z.string(),
        pre: z.string().optional(),
        post: z.string().optional(),
        tags: z.array(z.string()).optional(),
      }),
    ),
  }),
);

const NO_TOPIC = new Set([
  'Pronoun',
  'Date',
  'Person',
  'Value',
  'Place',
  'Money',
  'Organization',
  'Determiner',
]);

interface GroupWord {
  readonly word: string;
  readonly noun: boolean;
  /** Right behind a number: "nine pounds", "4 per cent". */
  readonly counted: boolean;
}

/** Runs of adjectives and nouns that end in a noun (Justeson & Katz 1995). */
export function nounGroups(text: string): GroupWord[][] {
  const groups: GroupWord[][] = [];
  const tagged = Tagged.safeParse(
    loadCompromise()(text).json({ terms: { text: true, tags: true, whitespace: true } }),
  );
  for (const { terms } of tagged.success ? tagged.data : []) {
    let run: GroupWord[] = [];
    const flush = (): void => {
      while (run.at(-1)?.noun === false) run.pop();
      if (run.length > 0) groups.push(run);
      run = [];
    };
    for (const [at, { text: written, tags = [], pre = '', post = '' }] of terms.entries()) {
      const word = written
        .toLowerCase()
        .replace(/['’]s?$/, '')
        .replace(/[^\p{L}\p{N}-]/gu, '');
      const known = new Set(tags);
      // A name within a sentence; who has an office is no topic either.
      const isName = at > 0 && /^\p{Lu}/u.test(written);
      const key = singular(word);
      const noun =
        known.has('Noun') && !isName && !isRole(key) && ![...known].some((tag) => NO_TOPIC.has(tag));
      const adjective = known.has('Adjective') && !isName;
      if (/[("“‘]/.test(pre)) flush();
      if (word.length < 3 || isStopWord(word) || /\d/.test(word) || (!noun && !adjective)) flush();
      else {
        if (!noun && run.some((one) => one.noun)) flush();
        const before = terms
          .slice(Math.max(0, at - 2), at)
          .findLast(({ text: one }) => !/^(?:per|a|an)$/i.test(one));
        run.push({ word, noun, counted: before?.tags?.includes('Value') ?? false });
      }
      // "the union's offer" is an offer.
      if (/[,.;:)"”—–]/.test(post) || /['’]s?$/.test(written)) flush();
    }
    flush();
  }
  return groups;
}
