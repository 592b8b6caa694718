import type { Span } from '../../../text/span.ts';
import { textAt } from '../../../text/span.ts';
import { PLAIN_BASES, PLAIN_FORMS, PLAIN_PRESENTS } from '../saying-verbs.ts';

/** What the text tells of words that it gives: that somebody said them, that nobody did, or nothing worth keeping. */
export type Uttered = 'said' | 'unsaid' | 'nothing';

/** Of plain verbs of saying only: others ("agree", "deny") are acts when negated, too. */
const SAY = `(?:${PLAIN_BASES})`;
const SAID = `(?:${PLAIN_FORMS})`;
const NOT = "(?:not|never|no longer|\\w+n['’]t|cannot|nobody|neither|nor|without|no one|none)";
const BETWEEN = '(?: (?:yet|publicly|once|ever|even|immediately|explicitly|have|has|had|been|be|\\w+ly))*';
const NEGATED = new RegExp(
  `\\b(?:${NOT}${BETWEEN} (?:quoted as )?(?:${SAY}|${SAID})|(?:has|have|had) yet to ${SAY}|` +
    `(?:(?:stop|fall|fell)\\w* short of|avoid\\w*|refrain\\w* from) ${SAID})\\b`,
  'i',
);
/** "did not apologize for": who is silent says nothing of it. */
const SILENT = new RegExp(
  `\\b${NOT}${BETWEEN} (?:apologi[sz]|respond|repl(?:y|ied)|answer|elaborat|address)\\w*`,
  'i',
);
/** "has faced questions about": others ask them. */
const FACED =
  /\bfac(?:e|es|ed|ing)\b.{0,20}\b(?:questions?|criticism|calls|accusations?|scrutiny|pressure)\b/i;
/** "offered | no proof that": what there is none of. */
const GAVE = /\b(?:offer|gave|give|provid|present|cit|produc)\w*$/i;
const REFUSED = new RegExp(`\\b(?:(?:declin|refus)\\w+|(?:un|not )able) (?:\\w+ly )?to ${SAY}\\b`, 'i');
const DENIED = new RegExp(
  `\\bden(?:y|ies|ied|ying) (?:ever )?(?:(?:that|to) )?(?:(?:having|(?:he|she|they|it) had) )?(?:ever )?${SAID}\\b`,
  'i',
);
const TO_COME = new RegExp(
  `\\b(?:will|['’]ll|may|might|(?:is|are|was|were) (?:\\w+ly )?(?:expected|likely|due|set|scheduled|about|going|poised) to|plans? to|intends? to) (?:(?:then|also|only|soon|\\w+ly) )*${SAY}\\b`,
  'i',
);
/** "would have said", "was wrongly quoted as saying". */
const UNREAL = new RegExp(
  `\\b(?:(?:would|could|should|might) (?:\\w+ )?have (?:\\w+ly )?${SAID}|(?:wrong|false|mistaken|erroneous|incorrect)ly (?:been )?(?:quot|cit|attribut|report)\\w+)\\b`,
  'i',
);
/** "wishes she had said": what stands in front of who would have. */
const WISHED = /\b(?:wish(?:es|ed|ing)?(?: that)?|if only)(?: the)?\s+$/i;
/** "denied | having told the trainee that". */
const HAVING_SAID = new RegExp(`^(?:ever )?having (?:ever )?${SAID}\\b`, 'i');
/** What stands before who would say it, in a condition; the second only before a present tense. */
const CONDITION =
  /(?:^|[\s,(“"])(?:if|unless|should|suppose|supposing|imagine|assuming|what if|provided(?: that)?|in case|even if)\s+(?:ever\s+)?$|(?:^|[,;:(“"–—-]\s*)(?:had|were)\s+$/i;
/** "If the surveyor, Jo Field, says", "had surveyor Jo Field told": what somebody is may stand between. */
const APPOSED_CONDITION =
  /\b(?:if|unless|should|suppose|supposing|assuming)\s+(?:the|an?|his|her|its|their)\s+(?:[\p{L}'’-]+\s+){0,3}[\p{L}'’-]+,\s+$/iu;
const TITLED_CONDITION = /(?:^|[,;:(“"–—-]\s*)(?:[Hh]ad|[Ww]ere)\s+(?:the\s+)?(?:\p{Ll}[\p{Ll}-]*\s+){1,3}$/u;
/** "Were the minister to say": who would say it stands between. */
const WERE_TO = /(?:^|[,;:(“"]\s*)were(?: [\p{L}.'’-]+){1,5} $/iu;
const ONCE = /(?:^|[\s,(“"])(?:when|whenever|once|until|before|as soon as|the day)\s+$/i;
/** Calls are made, and people described, whenever. */
const PRESENT = new RegExp(`^(?:\\w+ly )?(?!call|describe)(?:${PLAIN_BASES}|${PLAIN_PRESENTS})\\b`, 'i');
/** "At no point did", "nor has": the auxiliary before who speaks is turned round by the negation. */
const TURNED =
  /\b(?:at no \w+|on no \w+|in no \w+|never|nowhere|nor|neither|not once|not)(?: \w+){0,2} (?:did|does|do|has|have|had|would|will)(?: the (?:\w+ ){1,3}?\w+,| the \w+,)?\s+$/i;
/** "Neither the airline nor its pilots have said": the nearer of the two is all of the source. */
const NEITHER = /\bneither\b[^.;:“”"]{1,40}\bnor(?: the)?\s+$/i;
/** "The post falsely quoted the minister as saying". */
const MISQUOTED =
  /\b(?:wrong|false|mistaken|erroneous|incorrect)ly (?:been )?(?:quot|cit|attribut|report)\w+\s+(?:the\s+)?$/i;
/** "It is not true that", "rumours that", "she denied that": what follows was not said. */
const UNTRUE =
  /\b(?:not true|untrue|false|a lie|no (?:truth|evidence|proof|record)|rumou?rs?|den(?:y|ies|ied|ying)|myth)\b[^.;“”"]{0,12}\bthat\s+$/i;
/** "whether the strike would end": no words of anybody's. */
const OPEN_QUESTION = /^(?:whether|if|when|why|how|what|who|whom|where|which)\b/i;

/** "Let's say": a supposition. */
const SUPPOSED = /\blet(?:['’]s| us) /i;

const SAYS = new RegExp(`\\b${SAID}\\b`, 'i');

interface Attribution {
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
}

/** So much before a source or cue is read: "as soon as", "did not". */
const READ_BEFORE = 40;

/**
 * Whether what an attribution gives was said at all: not when its verb of saying is negated, refused, denied, only supposed
 * or still to come. What a negated verb leaves open ("did not say whether …") is nothing.
 *
 * @param clauseStart where the attribution's sentence begins
 */
export function utteredBy(text: string, { source, cue, content }: Attribution, clauseStart: number): Uttered {
  const [verb] = cue;
  const [first] = content;
  if (!verb || !first) return 'said';
  const from = Math.max(
    clauseStart,
    (source[0]?.end ?? 0) <= verb.start ? (source[0]?.end ?? 0) : 0,
    verb.start - READ_BEFORE,
  );
  const words = cue.map((span) => textAt(text, span)).join(' ');
  // A negation just before the cue, in its own clause, counts as its own.
  const before = (
    text
      .slice(Math.min(from, verb.start), verb.start)
      .split(/[,;:.“”"()]/)
      .at(-1) ?? ''
  ).trim();
  const read = `${before} ${words}`.replace(/\s+/g, ' ').trim();
  const said = textAt(text, first);
  const refused = REFUSED.exec(`${read} ${said.slice(0, READ_BEFORE)}`);
  const who = source[0] ? textAt(text, source[0]) : '';
  if (
    NEGATED.test(read) ||
    (refused && refused.index < read.length) ||
    (/^(?:nobody|no one|none|neither)\b/i.test(who) && SAYS.test(read))
  )
    return OPEN_QUESTION.test(said.replace(/^to (?:\w+ly )?\w+ /, '')) ? 'nothing' : 'unsaid';
  if (SUPPOSED.test(`${who} ${words}`)) return 'nothing';
  if (SILENT.test(read) || FACED.test(words) || (GAVE.test(words) && /^no\s/i.test(said))) return 'unsaid';
  if (/\bden(?:y|ies|ied|ying)$/i.test(words) && HAVING_SAID.test(said)) return 'unsaid';
  if (DENIED.test(read) || TO_COME.test(read) || UNREAL.test(read)) return 'unsaid';
  const start = source[0] && source[0].start < verb.start ? source[0].start : verb.start;
  const opening = text.slice(Math.max(clauseStart, start - READ_BEFORE), start);
  if (
    TURNED.test(opening) ||
    NEITHER.test(opening) ||
    UNTRUE.test(opening) ||
    MISQUOTED.test(opening) ||
    (WISHED.test(opening) && /^had\b/i.test(words))
  )
    return 'unsaid';
  const isNamed = /^\p{Lu}/u.test(who);
  const isApposed = who.endsWith(',') || text.charAt(source[0]?.end ?? 0) === ',';
  const inCondition =
    CONDITION.test(opening) ||
    (isNamed && (TITLED_CONDITION.test(opening) || (isApposed && APPOSED_CONDITION.test(opening)))) ||
    (/^to\b/.test(words) && WERE_TO.test(opening)) ||
    /^(?:if|unless|should|suppose|supposing|imagine|assuming)\s/i.test(who);
  const onceSaid = (ONCE.test(opening) || /^(?:when|once|until)\s/i.test(who)) && PRESENT.test(words);
  return inCondition || onceSaid ? 'unsaid' : 'said';
}
