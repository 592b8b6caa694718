import type { Picked } from './pick-words.ts';

/** What kind of question was made. */
export type MadeKind = 'said' | 'yes-or-no' | 'who-said' | 'nobody-named' | 'fact';

interface Form {
  readonly kind: MadeKind;
  /** `{s}` the source, `{t}` the topic, `{c}` the clause, `{v}` the verb of the cue, `{p}` the cue as it stands. */
  readonly words: string;
}

const forms = (kind: MadeKind, lines: string): Form[] =>
  lines
    .trim()
    .split('\n')
    .map((line) => ({ kind, words: line.trim() }));

const FORMS: readonly Form[] = [
  ...forms(
    'said',
    `What did {s} say about {t}?
    What did {s} say about {t}?
    What did {s} say on {t}?
    What has {s} said about {t}?
    What does {s} say about {t}?
    What did {s} {v} about {t}?
    What did {s} {v} on {t}?
    What did {s} {v} regarding {t}?
    What does {s} think of {t}?
    What does {s} think about {t}?
    What is {s}'s position on {t}?
    What is {s}'s view of {t}?
    What is the position of {s} on {t}?
    What are {s}'s comments on {t}?
    Where does {s} stand on {t}?
    How did {s} react to {t}?
    How does {s} see {t}?
    How did {s} describe {t}?
    How did {s} respond to {t}?
    What does {s} want on {t}?
    What did {s} tell reporters about {t}?
    Which statements did {s} make on {t}?
    What was {s}'s answer on {t}?
    According to {s}, what about {t}?
    What about {t}, according to {s}?
    What are the words of {s} about {t}?
    What exactly did {s} say concerning {t}?
    In what way did {s} comment {t}?
    {s} on {t}
    {s} {t}
    {t} {s}
    {s} {p} {t}
    {s}'s statement on {t}
    {s} quote about {t}
    what {s} {p} about {t}`,
  ),
  ...forms(
    'yes-or-no',
    `Did {s} say {c}?
    Did {s} say that {c}?
    Did {s} {v} {c}?
    Did {s} {v} {t}?
    Does {s} think {c}?
    Does {s} {v} {t}?
    Is it true that {s} {p} {c}?
    Has {s} said anything about {t}?
    Has {s} commented on {t}?
    Did {s} mention {t}?
    Did {s} talk about {t}?
    Is {s} for or against {t}?
    {s} said {c}, right?`,
  ),
  ...forms(
    'who-said',
    `Who said {c}?
    Who said that {c}?
    Who {p} {c}?
    Who {p} {t}?
    Who talked about {t}?
    Who spoke of {t}?
    Who mentioned {t}?
    Who thinks {c}?
    Whose words are these: {c}?
    Which person said {c}?
    {c} - who said that?`,
  ),
  ...forms(
    'nobody-named',
    `What was said about {t}?
    What is said on {t}?
    Tell me about {t}
    What about {t}?
    What do they say about {t}?
    Is there anything on {t}?
    {t}
    {c}?`,
  ),
];
const SHARES: readonly (readonly [MadeKind, number])[] = [
  ['said', 0.58],
  ['yes-or-no', 0.16],
  ['who-said', 0.14],
  ['nobody-named', 0.12],
];

function drawn<T>(items: readonly T[], random: () => number): T | undefined {
  return items[Math.floor(random() * items.length)];
}

export interface Wording extends Picked {
  /** How the question calls the source; null where it cannot. */
  readonly source: string | null;
  readonly cue: string;
  /** The base form of the cue's verb; null where it is not known. */
  readonly verb: string | null;
}

function fill(words: string, { source, topic, clause, cue, verb }: Wording): string | null {
  const values: Record<string, string | null> = {
    s: source,
    t: topic,
    c: clause,
    p: cue === '' ? null : cue,
    v: verb,
  };
  let isWhole = true;
  const filled = words.replace(/\{(\w)\}/g, (_, key: string) => {
    const value = values[key] ?? null;
    if (value === null) isWhole = false;
    return value ?? '';
  });
  return isWhole ? filled : null;
}

/** One question in a form drawn by `random`; null where the form needs what is not there. */
export function wordQuestion(
  wording: Wording,
  random: () => number,
): { readonly kind: MadeKind; readonly question: string } | null {
  let rest = random();
  const kind =
    wording.source === null
      ? random() < 0.4
        ? 'who-said'
        : 'nobody-named'
      : (SHARES.find(([, share]) => (rest -= share) < 0)?.[0] ?? 'said');
  const form = drawn(
    FORMS.filter((one) => one.kind === kind),
    random,
  );
  const question = form ? fill(form.words, wording) : null;
  return question === null ? null : { kind, question };
}
