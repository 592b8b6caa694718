/** What a source can be called in a question. */
export interface SourceNames {
  /** The same for all statements of one source: its last name, lower case. */
  readonly key: string;
  /** The ways to name it, the likeliest first. */
  readonly names: readonly string[];
  /** What it is ("the secretary of labor"); null where the source does not tell. */
  readonly role: string | null;
  /** Whether "he" or "she" may mean it. */
  readonly isPerson: boolean;
}

const NOBODY =
  /^(?:i|we|you|he|she|they|it|who|which|that|this|these|those|some|many|others?|one|another|us|them|all|both|most|few|several|there|here|what|anyone|everyone|nobody|someone)$/i;
/** A run of words with a capital each, as names are. */
const NAME_RUN = /(?:\p{Lu}[\p{L}'’.-]*)(?: (?:(?:de|van|von|der|al|bin|el|la) )?\p{Lu}[\p{L}'’.-]*){0,3}$/u;
const HONORIFIC = /^(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|President|Senator|Secretary|Gen)\.? /;
const MOST_WORDS = 9;

/** What a question may call a source by, read off its own words ("White House spokesman Josh Earnest"); null for "we", "who" and the like. */
export function namesOf(source: string): SourceNames | null {
  const [head = '', apposition = ''] = source
    .replace(/[“”"]/g, '')
    .replace(/['’]s?$/, '')
    .split(/,\s+/, 2);
  const whole = head.replace(/\s+/g, ' ').trim();
  if (whole === '' || NOBODY.test(whole) || whole.split(' ').length > MOST_WORDS) return null;
  const name = NAME_RUN.exec(whole)?.[0] ?? null;
  if (name === null || !/\p{Ll}/u.test(name)) {
    const plain = whole.replace(/^(?:The|An?|His|Her|Their|Its) /, (word) => word.toLowerCase());
    return {
      key: whole.toLowerCase().replace(/^(?:the|an?) /, ''),
      names: [plain],
      role: null,
      isPerson: false,
    };
  }
  const before = whole.slice(0, whole.length - name.length).trim();
  const untitled = name.replace(HONORIFIC, '');
  const parts = untitled.replace(/,? (?:Jr|Sr|II|III)\.?$/, '').split(' ');
  const surname = parts.at(-1) ?? untitled;
  // "the White House", "Fox News" are called whole.
  const isPerson = !/^the$/i.test(before) && (parts.length <= 3 || HONORIFIC.test(name));
  const roleOf = /^(?:the|a|an) /i.test(apposition)
    ? apposition
    : / ?\p{Ll}{3,}$/u.test(before)
      ? before
      : '';
  const role = roleOf === '' ? null : `the ${roleOf.replace(/^(?:the|an?) /i, '').split(' who ')[0] ?? ''}`;
  const names = isPerson
    ? [...new Set([surname, untitled, name, ...(before.length > 40 ? [] : [whole])])]
    : [whole.replace(/^(?:The|An?) /, (word) => word.toLowerCase())];
  return { key: surname.toLowerCase(), names, role, isPerson };
}
