import type { Actor } from '../../../domain/actor.ts';
import type { Claim, Evidence } from '../../../domain/answer.ts';
import type { Names, Party } from '../../../parties/name-patterns.ts';
import { type Check, readSource, readWords, type Source, speaksFor, startsOf, type Words } from './claim.ts';
import { closeness, isClose } from './closeness.ts';
import { datesHold } from './dates.ts';
import { namesHold } from './names.ts';
import { numbersHold } from './numbers.ts';
import { orderHolds } from './order.ts';
import { polarityHolds } from './polarity.ts';
import { withTrueQuotations } from './true-quotations.ts';
import { isReportedIn, isTheirs, type Saying, sayingsOf, strangersSpeak, subjectsOf } from './speakers.ts';

type Checked =
  { readonly kind: 'kept'; readonly claim: Claim } | { readonly kind: 'dropped'; readonly check: Check };

/** Who is known: how names in claims and evidence are recognised. */
export interface Known {
  readonly names: Names;
  readonly actors: readonly Actor[];
}

const dropped = (check: Check): Checked => ({ kind: 'dropped', check });

/**
 * A claim of a model, kept only when the evidence that it points at bears it. What can be put right is: numbers of no
 * evidence and evidence that does not bear it are no longer cited, marks around words that nobody spoke are taken away,
 * who said it is named where the claim does not.
 */
export function checkClaim(claim: Claim, evidence: readonly Evidence[], known: Known): Checked {
  const cited = citedEvidence(claim.evidence, evidence);
  if (cited.length === 0) return dropped('citation');
  const text = withTrueQuotations(plainText(claim.text), cited);
  if (text === null) return dropped('quotation');
  const read = (words: string): Words => readWords(words, known.names);
  const words = read(text);
  const sources = cited.map((item) => readSource(item, known.names, known.actors));
  if (strangersSpeak(words, sources)) return dropped('speaker');
  const parts = partsOf(words, sources, read);
  if (parts === null) return dropped('speaker');
  for (const { part, supports } of parts) {
    for (const support of supports) {
      const failed = failedBy(part, support, read);
      if (failed) return dropped(failed);
    }
  }
  const used = needed(words, [...new Set(parts.flatMap(({ supports }) => supports.flat()))], parts, read);
  return {
    kind: 'kept',
    claim: { text: attributed(words, text, used), evidence: used.map((source) => source.evidence.n) },
  };
}

/** Marks of citation are added by code; line ends, control characters and odd forms of letters and digits go. */
function plainText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\s*\[[^\]]{0,20}\]/g, '')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim();
}

/** A part of a claim, and the groups of sources each of which must bear it alone. */
interface Part {
  readonly part: Words;
  readonly supports: readonly (readonly Source[])[];
}

/**
 * The claim in parts by who says what; each of several who are said to say the same needs evidence of their own. Null
 * where somebody is made to say something that none of the evidence is by.
 */
function partsOf(words: Words, sources: readonly Source[], read: (text: string) => Words): Part[] | null {
  const own = (party: Party): Source[] => sources.filter((source) => isTheirs(party, source));
  const isOwn = ({ parties }: Saying): boolean => parties.every((party) => own(party).length > 0);
  const sayings = [...sayingsOf(words), ...subjectsOf(words).filter(isOwn)].toSorted((a, b) => a.at - b.at);
  const said: Saying[] = [];
  for (const saying of sayings) {
    if (isOwn(saying)) {
      if (!isSameGroup(saying, said.at(-1))) said.push(saying);
    }
    // Others may be said to have said something if the evidence says so too.
    else if (!sources.some((source) => isReportedIn(saying, source))) return null;
  }
  const [first] = said;
  if (!first) {
    const subject = words.mentions[0]?.start === 0 || /^the$/i.test(words.terms[0]?.word ?? '');
    const party = subject ? words.mentions[0]?.party : undefined;
    const commits = sources.filter(({ evidence }) => evidence.act === 'offers' || evidence.act === 'agrees');
    // What one side offers is no deed of another.
    if (party && commits.some((source) => source.parties.length > 0 && !isTheirs(party, source))) return null;
    return [{ part: words, supports: [sources] }];
  }
  return said.map((saying, i) => {
    const from = i === 0 ? 0 : saying.at;
    const to = said[i + 1]?.at ?? words.terms.length;
    const part = said.length === 1 ? words : read(textBetween(words, from, to));
    return { part, supports: saying.parties.map(own) };
  });
}

function isSameGroup({ parties }: Saying, before: Saying | undefined): boolean {
  return before !== undefined && parties.every((party) => speaksFor(party, before.parties));
}

/** The text of the terms `[from, to)`, with the marks between them. */
function textBetween({ text, terms }: Words, from: number, to: number): string {
  const starts = startsOf({ text, terms });
  return text.slice(starts[from] ?? 0, starts[to] ?? text.length);
}

function failedBy(part: Words, sources: readonly Source[], read: (text: string) => Words): Check | null {
  const cited = sources.map(({ evidence }) => evidence);
  if (!namesHold(part, sources)) return 'name';
  if (!datesHold(part.text, cited) || !orderHolds(part.text, cited)) return 'date';
  if (!numbersHold(part.text, cited)) return 'number';
  if (!polarityHolds(part.text, sources)) return 'polarity';
  return isClose(part, sources, read) ? null : 'closeness';
}

/** The sources without those that the claim does as well without: "irrelevant citations" (Gao et al. 2023). */
function needed(
  words: Words,
  sources: readonly Source[],
  parts: readonly Part[],
  read: (text: string) => Words,
): readonly Source[] {
  let left = sources;
  for (const source of sources.toSorted((a, b) => closeness(words, [a]) - closeness(words, [b]))) {
    const alone = failedBy(words, [source], read) === null;
    const rest = left.filter((one) => one !== source);
    const without = parts.every(({ part, supports }) =>
      supports.every((support) => {
        const still = support.filter((one) => rest.includes(one));
        return still.length > 0 && failedBy(part, still, read) === null;
      }),
    );
    if (!alone && without && closeness(words, rest) >= closeness(words, left)) left = rest;
  }
  return left.toSorted((a, b) => a.evidence.n - b.evidence.n);
}

/** The claim, with who says it before it where the claim neither says so nor is about them. */
function attributed(words: Words, text: string, sources: readonly Source[]): string {
  const said = sayingsOf(words).flatMap(({ parties }) => parties);
  if (said.some((party) => sources.some((source) => isTheirs(party, source)))) return text;
  const subject = words.mentions[0]?.party;
  const speakers = sources.map(({ evidence }) => evidence.speaker ?? evidence.side);
  const own = subject && sources.every(({ parties }) => speaksFor(subject, parties));
  if (own || speakers.some((speaker) => speaker === null)) return text;
  return `According to ${[...new Set(speakers)].join(' and ')}: ${text}`;
}

/** The evidence that a claim points at: each once, in its order; numbers that no evidence has are left out. */
function citedEvidence(numbers: readonly number[], evidence: readonly Evidence[]): Evidence[] {
  return evidence.filter(({ n }) => numbers.includes(n));
}
