import { type Paragraph } from '../tag/read-paragraphs.ts';
import { type TaggedSpan } from '../tag/token-labels.ts';
import { cutAddressee } from './cut-addressee.ts';
import { cutCircumstance } from './cut-circumstance.ts';
import { cutFronted } from './cut-fronted.ts';
import { cutSentences } from './cut-sentences.ts';
import { joinHalves } from './frames/join-halves.ts';
import { type LinkedStatement } from './link-spans.ts';
import { readAsSaying } from './frames/read-as-saying.ts';
import { readBeats } from './frames/read-beats.ts';
import { readFronts } from './frames/read-fronts.ts';
import { readFreeRelatives } from './frames/read-free-relatives.ts';
import { readInverted } from './frames/read-inverted.ts';
import { readPassives } from './frames/read-passives.ts';
import { readQuotationTags } from './frames/read-quotation-tags.ts';
import { signedQuotation, wholeQuotation } from './frames/read-signatures.ts';
import { readUntagged } from './frames/read-untagged.ts';
import { readSubjects } from './read-subjects.ts';
import { splitClauses } from './split-clauses.ts';
import { type Reader } from './tokens.ts';

/** A rule that mends what the tagger makes of a paragraph: it stays only while it gains something. */
interface Rule<Found> {
  readonly name: string;
  /** The class of error. */
  readonly mends: string;
  /** What switching it off loses, in points of F1 on news kept apart (`npm run eval -- --ablate-rules DIR`). */
  readonly gain: string;
  readonly apply: (reader: Reader, found: Found) => Found;
}

const orAsTagged =
  (read: (paragraph: Paragraph, spans: readonly TaggedSpan[]) => readonly TaggedSpan[] | null) =>
  ({ paragraph }: Reader, spans: readonly TaggedSpan[]): readonly TaggedSpan[] =>
    read(paragraph, spans) ?? spans;

/** On the tagger's spans, in this order. */
export const SPAN_RULES: readonly Rule<readonly TaggedSpan[]>[] = [
  {
    name: 'whole quotation',
    mends: 'cues within a paragraph that is one quotation',
    gain: 'exact +0.05',
    apply: orAsTagged(wholeQuotation),
  },
  {
    name: 'signed quotation',
    mends: 'a quotation with a dash and a name behind it has no cue to be found by',
    gain: 'overlap +0.02, source +1.17, exact +0.21',
    apply: orAsTagged(signedQuotation),
  },
  {
    name: 'addressee',
    mends: 'who is told, read as part of what is said',
    gain: 'overlap +0.05, source +0.05, exact +0.14',
    apply: cutAddressee,
  },
  {
    name: 'circumstance',
    mends: 'when it was said, read as part of what is said',
    gain: 'one case there; tests/attribution/small-inputs.jsonl',
    apply: cutCircumstance,
  },
];

/** On the statements that the spans were joined to, in this order. */
export const STATEMENT_RULES: readonly Rule<readonly LinkedStatement[]>[] = [
  {
    name: 'quotation tag',
    mends: 'rare verbs beside a quotation; two speakers in one paragraph',
    gain: 'exact +0.05; rare verbs and second speakers in tests/attribution/who-said-what.test.ts',
    apply: readQuotationTags,
  },
  {
    name: 'as saying',
    mends: '"the agency quoted X as saying": the agency is no speaker',
    gain: 'no case there; the frames in tests/attribution/who-said-what.test.ts',
    apply: readAsSaying,
  },
  {
    name: 'passive',
    mends: '"called … by X" has no source; what was done to a bill is nobody\'s statement',
    gain: 'source +0.19; the frames in tests/attribution/who-said-what.test.ts',
    apply: readPassives,
  },
  {
    name: 'one sentence',
    mends: 'an indirect content that runs on into the next sentence',
    gain: 'no case there; a second speaker in the next sentence is found',
    apply: cutSentences,
  },
  {
    name: 'inverted',
    mends: '"The loan is frozen, said one person.": who says it, read as what is said',
    gain: 'no case there; tests/attribution/small-inputs.jsonl',
    apply: readInverted,
  },
  {
    name: 'fronted',
    mends: 'when and where it was said, in front of who says it, read as what is said',
    gain: 'exact +0.05',
    apply: cutFronted,
  },
  {
    name: 'clause',
    mends: 'a second speaker behind a semicolon, read as part of what the first says',
    gain: 'no case there; tests/attribution/small-inputs.jsonl',
    apply: splitClauses,
  },
  {
    name: 'beat',
    mends: 'a quotation of its own behind what its speaker does ("Jo Field shook her head.")',
    gain: 'no case there; tests/attribution/small-inputs.jsonl',
    apply: readBeats,
  },
  {
    name: 'untagged',
    mends: 'a sentence with a plain verb of saying, no "that" and nothing tagged',
    gain: 'overlap -0.01, source +0.04, exact +0.01; the frames in tests/attribution/who-said-what.test.ts',
    apply: readUntagged,
  },
  {
    name: 'subject',
    mends: 'who speaks, read as part of what is said',
    gain: 'one case there; tests/attribution/small-inputs.jsonl',
    apply: readSubjects,
  },
  {
    name: 'halves',
    mends: 'what is said on both sides of who says it, one side left out',
    gain: 'overlap +0.10, source +0.10, exact +0.29',
    apply: joinHalves,
  },
  {
    name: 'front',
    mends: 'a clause in front of who says it, in which nothing was tagged',
    gain: 'exact +0.05; 9 of the 97 statements of two made negotiations that are written as newspapers write',
    apply: readFronts,
  },
  {
    name: 'free relative',
    mends: '"Everything X says is a lie": what the writer says about words, read as those words',
    gain: 'overlap +0.01, exact +0.04',
    apply: readFreeRelatives,
  },
];
