import { surnameOf } from '../domain/name.ts';
import { isEnglishWord } from '../text/words/english-words.ts';
import { isStopWord } from '../text/words/words.ts';

/** Somebody as an article introduces them. */
export interface Introduction {
  readonly speaker: string;
  readonly words: string;
}

/** More words before or behind a name tell a story. */
const MOST_WORDS = 7;
const WINDOW = 90;
/** What may stand in an office: capitals and what joins them. */
const OFFICE_WORD = /^(?:\p{Lu}[\p{L}\p{N}.’'&-]*|of|for|and|the)$/u;
/** The full stop of a longer word ends a sentence; "Gov." and "Sen." are short. */
const SENTENCE_END = /[\p{L}\p{N}]{5,}\.$/u;
/** "…, the mayor of Somewhere," or "… (D-Somewhere), her spokesman," behind a name. */
const BEHIND =
  /^(?: \([^)]{1,20}\))?(?:, \d{1,3})?, (?:an?|the|his|her|their|its|\p{Lu}[\p{L}-]+[’']s?) ([^,.;:!?()“”"\n]{3,80})[,.;)\n]/u;

/** "… was elected as mayor of Somewhere last week": the office, as far as names follow. */
const BECAME =
  /^[^.;:!?“”"\n]{0,40} (?:elected|named|appointed|became|serves|served)(?: as)? (?:an? |the |its )?(\p{Ll}[\p{L}-]+(?: \p{Ll}[\p{L}-]+){0,2} (?:of|for) (?:the )?\p{Lu}[\p{L}.-]+(?: \p{Lu}[\p{L}.-]+)*)/u;
/** "…, who leads the Russian delegation": what somebody leads. */
const LEADS =
  /^(?: \([^)]{1,20}\))?,? (?:(?:who|and) )?(?:leads|led|heads|headed|heading|leading|chairs|chaired|runs|running) (?:(?:an?|the|its|their) |(?=\p{Lu}))([^,.;:!?()“”"\n]{3,50}?)(?=[,.;)\n]| (?:said|says|told|in|on|at|during|since|for|with|as|and|to)\b)/u;
/** "The Russian delegation was led by Deputy Minister …" before a name: what is led; no more than its office in between. */
const LED_BY =
  /(?:^|[.,;:\n] )(?:(?:[Aa]n?|[Tt]he|[Ii]ts|[Tt]heir) )?((?:[\p{L}\p{N}’'&-]+ ){1,6}?)(?:(?:is|was|are|were|being|that is|which is) )?(?:led|headed|chaired|run|directed) by (?:(?:\p{Lu}[\p{L}.’'-]*|of|for|the|former|then) )*$/u;
/** "Gov.", "Sen.": a title as it is shortened. */
const SHORT_TITLE = /^\p{Lu}\p{Ll}{2,3}\.$/u;

const GOES_ON = /^[\p{L}-]/u;
const ENDS_IN_WORD = /[\p{L}-]$/u;

/** Where a text has a name, or its surname alone, as whole words: looked for as plain strings, which is several times faster. */
function* placesOf(text: string, name: string): Generator<{ readonly start: number; readonly end: number }> {
  const surname = surnameOf(name);
  const given = name.length - surname.length;
  for (let at = text.indexOf(surname); at >= 0; at = text.indexOf(surname, at + surname.length)) {
    const end = at + surname.length;
    if (GOES_ON.test(text.slice(end, end + 2))) continue;
    const isFrom = (start: number): boolean => !ENDS_IN_WORD.test(text.slice(Math.max(0, start - 2), start));
    if (given > 0 && at >= given && text.startsWith(name, at - given) && isFrom(at - given))
      yield { start: at - given, end };
    else if (isFrom(at)) yield { start: at, end };
  }
}

/** The words in capitals right before a name, but for the first word of a sentence that is none: "FBI Director". */
function officeBefore(before: string): string | null {
  if (!/[\p{L}.’'] $/u.test(before)) return null;
  const words = before.trim().split(' ');
  const taken: string[] = [];
  for (const word of words.toReversed()) {
    if (!OFFICE_WORD.test(word) || SENTENCE_END.test(word) || taken.length === MOST_WORDS) break;
    taken.unshift(word);
  }
  while (taken[0] !== undefined && isStopWord(taken[0].toLowerCase())) taken.shift();
  const last = taken.at(-1);
  // A given name is no office.
  const isOffice = last !== undefined && (SHORT_TITLE.test(last) || isEnglishWord(last.toLowerCase()));
  return isOffice ? taken.join(' ') : null;
}

/**
 * How an article introduces those who speak in it: by an office before the name ("FBI Director Ann Other") or behind it
 * ("Ann Other, the director of the FBI,").
 *
 * @param names under which each speaks, by whom they are known
 */
export function introductionsIn(text: string, names: ReadonlyMap<string, string>): Introduction[] {
  const found: Introduction[] = [];
  for (const [name, speaker] of names) {
    for (const { start: at, end } of placesOf(text, name)) {
      const office = officeBefore(text.slice(Math.max(0, at - WINDOW), at));
      if (office !== null) found.push({ speaker, words: office });
      const after = text.slice(end, end + 2 * WINDOW);
      const behind = BEHIND.exec(after)?.[0]
        .replace(/^[^,]*, (?:\d{1,3}, )?|[,.;)\n]$/gu, '')
        // When and how long somebody is it, and what they do besides, is another story.
        .replace(/(?<=\p{Ll} )(?:since|who|which|during|after|before|while|when)\b.*$/u, '')
        .trim();
      if (behind !== undefined && behind.split(' ').length <= MOST_WORDS + 1)
        found.push({ speaker, words: behind });
      const before = text.slice(Math.max(0, at - 2 * WINDOW), at);
      const led = LEADS.exec(after)?.[1] ?? (before.includes(' by ') ? LED_BY.exec(before)?.[1] : undefined);
      if (led !== undefined && led.trim().split(' ').length <= MOST_WORDS)
        found.push({ speaker, words: `head of the ${led.trim()}` });
      const became = BECAME.exec(after)?.[1];
      if (became !== undefined) found.push({ speaker, words: became });
    }
  }
  return found;
}
