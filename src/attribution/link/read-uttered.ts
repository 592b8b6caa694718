import type { Span } from '../../text/span.ts';
import { textAt } from '../../text/span.ts';

/** What the text tells of words that it gives: that somebody said them, that nobody did, or nothing worth keeping. */
export type Uttered = 'said' | 'unsaid' | 'nothing';

/** Plain verbs of saying: denying or supposing one leaves nothing said. Others ("agree", "deny") are acts when negated, too. */
const SAY =
  '(?:say|tell|state|claim|announce|declare|mention|confirm|disclose|reveal|specify|explain|elaborate|comment|indicate|suggest|acknowledge|admit|write|call|describe|utter|speak)';
const SAID =
  '(?:said|told|stated|claimed|announced|declared|mentioned|confirmed|disclosed|revealed|specified|explained|elaborated|commented|indicated|suggested|acknowledged|admitted|written|wrote|called|described|uttered|spoken|spoke|says|saying|telling|claiming|calling)';
const NOT = "(?:not|never|no longer|\\w+n['’]t|cannot|nobody|neither|nor|without|no one|none)";
const NEGATED = new RegExp(
  `\\b${NOT}(?: (?:yet|publicly|once|ever|even|immediately|explicitly|have|has|had|been|be|\\w+ly))* (?:${SAY}|${SAID})\\b`,
  'i',
);
const REFUSED = new RegExp(`\\b(?:declin|refus)\\w+ (?:\\w+ly )?to ${SAY}\\b`, 'i');
const DENIED = new RegExp(
  `\\bden(?:y|ies|ied|ying) (?:ever )?(?:(?:that|to) )?(?:(?:having|(?:he|she|they|it) had) )?(?:ever )?${SAID}\\b`,
  'i',
);
const TO_COME = new RegExp(
  `\\b(?:will|['’]ll|may|might|(?:is|are|was|were) (?:\\w+ly )?(?:expected|likely|due|set|scheduled|about|going|poised) to|plans? to|intends? to) (?:(?:then|also|only|soon|\\w+ly) )*${SAY}\\b`,
  'i',
);
/** What stands before who would say it, in a condition; the second only before a present tense. */
const CONDITION =
  /(?:^|[\s,(“"])(?:if|unless|should|suppose|supposing|provided(?: that)?|in case|even if)\s+(?:ever\s+)?$/i;
const ONCE = /(?:^|[\s,(“"])(?:when|whenever|once|until|before|as soon as|the day)\s+$/i;
const PRESENT = /^(?:\w+ly )?(?:says?|tells?|states?|claims?|announces?|declares?|confirms?|admits?)\b/i;
/** "whether the strike would end": no words of anybody's. */
const OPEN_QUESTION = /^(?:whether|if|when|why|how|what|who|whom|where|which)\b/i;

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
  if (DENIED.test(read) || TO_COME.test(read)) return 'unsaid';
  const start = source[0] && source[0].start < verb.start ? source[0].start : verb.start;
  const opening = text.slice(Math.max(clauseStart, start - READ_BEFORE), start);
  const inCondition = CONDITION.test(opening) || /^(?:if|unless|should)\s/i.test(who);
  const onceSaid = (ONCE.test(opening) || /^(?:when|once|until)\s/i.test(who)) && PRESENT.test(words);
  return inCondition || onceSaid ? 'unsaid' : 'said';
}
