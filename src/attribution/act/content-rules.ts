import type { ActRule } from './act-rules.ts';

/** What a side gives, opens or puts up with: refusing it is rejecting, having no intention of it too. */
const YIELD =
  '(?:allow|let|permit|accept|agree(?! with)|give|giving|grant|provid|make|making|sign|tolerat|discuss|negotiat|start|begin|enter|hold|recogni[sz]|conced|compromis|back down|yield|yielding|abandon|chang|lift|withdraw|pull|return|reduc|limit|stop|end\\b|ending|halt|drop|share|sharing|release|releas|open|talk|meet|bargain|offer|revis|renegotiat|suspend|freez|scrap|eas|pay|rais|take part|touch|consider|submit|surrender|join|resum|support|back\\b|approv|hand over|engag|settle)';
const NOT_WILL =
  "(?:(?:will|would|shall)(?: simply| also| ever)? (?:not|never)(?: ever)?|(?:do|does) not(?= (?:accept|allow|recogni|permit|tolerat|consider))|won't|wouldn't|(?:is|are|was|were|am) not (?:going|about|ready|prepared|willing) to|isn't going to|unwilling to)";
const NO_INTENTION =
  "(?:(?:no|not any|without any|never had any) (?:intention|plan|desire|wish|aim|interest)s? (?:of|to|for|in|on)|(?:do|does|did) not (?:intend|plan|want|wish)(?: to)?|(?:don't|doesn't|didn't) (?:intend|plan|want)(?: to)?|(?:is|are|was|were|am) not (?:planning|going|intending|about) to|never (?:planned|intended|sought|wanted) to)";
const UP_TO_TWO = "(?: [\\w'-]+){0,2}? ";
const UP_TO_THREE = "(?: [\\w'-]+){0,3}? ";
const MAYBE_ADVERB = '(?: also| now| always| still| fully| therefore)?';
/** Giving up what one holds. */
const LET_GO =
  '(?:give up|giv(?:e|ing) up|abandon|drop|deviat|retreat|back(?:ing)? (?:down|off|away)|budg|depart|soften|waiv|mov(?:e|ing) away)';
/** What one is blamed for planning. */
const HARM =
  '(?:attack|invad|occup|annex|seiz|assault|strik|threaten|escalat|interfer|hack|meddl|us(?:e|ing) force|fight|wag|cheat|spy|build|develop|acquir|deploy|clos|cut|lay|dismiss|fir(?:e|ing)|dump|manipulat|harm|undermin|conquer|destabili|overthrow|violat|break|steal|target|sell|leav|replac|provok|start(?:ing)? (?:a |the )?war)';

/**
 * Read off the content: the rule whose match stands first in it decides; of two at one place the earlier line.
 * Each line is one way of speaking, with an invented example that the tests read.
 */
export const CONTENT_RULES: readonly ActRule[] = [
  // What one holds on to is a demand, however it is negated.
  {
    id: 'keeps-demand',
    act: 'demands',
    pattern: RegExp(
      `(?:${NOT_WILL}|${NO_INTENTION})${UP_TO_THREE}${LET_GO}\\w*\\b.{0,30}\\b(?:demand|requirement|condition|claim|request|position)`,
    ),
    example: 'said | they would not drop their demand for a shorter week',
  },

  // Not meaning to do harm denies a charge; not meaning to give way rejects a wish.
  {
    id: 'means-no-harm',
    act: 'denies',
    pattern: RegExp(`\\b${NO_INTENTION}${UP_TO_TWO}${HARM}`),
    example: 'said | Iran had no intention of building a nuclear weapon',
  },
  {
    id: 'is-untrue',
    act: 'denies',
    pattern:
      /\b(?:is|are|was|were) (?:simply |completely |just )?(?:not true|untrue|false|baseless|unfounded|groundless|nonsense|a lie|fake|fabricated|absurd)\b/,
    example: 'said | the reports were baseless',
  },
  {
    id: 'no-part-in',
    act: 'denies',
    pattern:
      /\b(?:no truth (?:in|to)|never happened|nothing to do with|had no part in|not (?:responsible|to blame) for)\b/,
    example: 'said | the ministry had nothing to do with the leak',
  },

  // Refusals.
  {
    id: 'no-intention',
    act: 'rejects',
    pattern: RegExp(`\\b${NO_INTENTION}${UP_TO_TWO}${YIELD}`),
    example: 'said | it has no intention of starting discussions about limits',
  },
  {
    id: 'will-not-yield',
    act: 'rejects',
    pattern: RegExp(
      `\\b${NOT_WILL}${UP_TO_TWO}(?:be (?:allow|admit|accept|permit|discuss|giv|lift|sign|grant|offer|ma[dk])|${YIELD})`,
    ),
    example: 'responded | that the ministry would never let them close the port',
  },
  {
    id: 'cannot-yield',
    act: 'rejects',
    pattern: RegExp(
      `\\b(?:can ?not|can't|could not|couldn't)${UP_TO_TWO}(?:accept|agree|allow|let\\b|permit|tolerat|giv|grant|discuss|sign|recogni|compromis|back down|lift|withdraw)`,
    ),
    example: 'said | we cannot accept a cut in pay',
  },
  {
    id: 'unacceptable',
    act: 'rejects',
    pattern:
      /(?:^(?:as )?|\b(?:is|are|was|were|be|been|remains?|remained) (?:[a-z]+ )?)(?:unacceptable|inacceptable|not acceptable|non-?negotiable|not negotiable)\b/,
    weak: true,
    example: 'said | the levy was wholly unacceptable',
  },
  {
    id: 'off-the-table',
    act: 'rejects',
    pattern:
      /\b(?:off the table|not on the table|out of the question|no question of|non-?starter|not up for negotiation|no room for (?:compromise|concession|manoeuvre|maneuver))/,
    weak: true,
    example: 'said | a longer week was out of the question',
  },
  {
    id: 'turns-down',
    act: 'rejects',
    pattern:
      /\b(?:reject|refus)(?:s|ed|es|ing)?\b|\bturn(?:s|ed|ing)? (?:it |them |[\w' ]{1,24} (?:offer|bid|plan|request|proposal|deal) )?down\b(?! (?:the|a) (?:road|street|lane|volume|heat))|\b(?:cannot|can't|can) be (?:no |any )(?:deal|compromise|concession|agreement|question|deviation)/,
    weak: true,
    example: 'said | there can be no deal while the strike goes on',
  },

  // Threats and dangers.
  {
    id: 'severe-consequences',
    act: 'warns',
    pattern:
      /\b(?:serious|severe|grave|dire|far-reaching|disastrous|catastrophic|swift|massive|unpredictable|terrible|painful|heavy) (?:consequence|cost|price|response|damage|repercussion)s?/,
    example: 'said | a strike would have severe consequences',
  },
  {
    id: 'will-suffer',
    act: 'warns',
    pattern:
      /\b(?:will|would|could|may|might|shall) (?:cost\b.{0,40}\bdear|pay (?:a|the|dear)|suffer|regret|face|backfire|have consequences|come at a)/,
    example: 'said | importers could face higher duties',
  },
  {
    id: 'possible-danger',
    act: 'warns',
    pattern:
      /^(?:to |of |at |about )?(?:the )?(?:possible|potential|likely|growing|real|high|increasing|imminent) (?:[\w-]+ ){0,2}(?:provocation|escalation|attack|threat|danger|risk|conflict|war|collapse|failure|clash)/,
    weak: true,
    example: 'pointed | to possible new attacks on tankers',
  },

  // What somebody is ready for.
  {
    id: 'is-ready',
    act: 'offers',
    pattern: RegExp(
      `\\b(?:is|are|was|were|am|(?:will|would) be|stands?|stood|remains?|remained|'re|'s)${MAYBE_ADVERB} (?:ready|prepared|willing|open) (?:to|for)\\b`,
    ),
    weak: true,
    example: 'said | the company was still open to a lower rent',
  },
  {
    id: 'willingness',
    act: 'offers',
    pattern:
      /\b(?:readiness|willingness|openness|offers?|offered) to\b|\b(?:is|are|was|were|been|be|'re)(?: now| also| still)? offering (?!no\b|little\b|nothing\b)/,
    weak: true,
    example: 'announced | its readiness to lift some duties',
  },

  // What somebody else is to do.
  {
    id: 'must',
    act: 'demands',
    pattern:
      /\bmust(?! have\b| not underestimate)|\b(?:imperative|ultimatum|prerequisites?|preconditions?)\b/,
    example: 'said | the inspectors must leave by Friday',
  },
  {
    id: 'needs',
    act: 'demands',
    pattern:
      /\b(?:the|a|an urgent) need (?:to|for|of)\b|\bneed(?:s|ed)? (?!to\b|not\b|for\b)|\b(?:it|they|he|she|side|government|company|union|\w+'s) (?:needs?|needed) to\b/,
    example: 'said | we need written commitments, not smiles',
  },
  {
    id: 'has-to',
    act: 'demands',
    pattern:
      /\bha(?:s|ve) to (?:withdraw|stop|end|give|leave|pay|return|lift|accept|guarantee|comply|respect|provide)|\b(?:we|i|they|you|and|also|will|would|must|sides?|workers|unions?) demand\b|\bdemands?(?: \w+){0,2} that\b|\b(?:demanded|insist(?:s|ed)?)\b|\bcall(?:ed|s|ing)? (?:on|for)\b/,
    example: 'said | the owners have to pay what they owe',
  },
  {
    id: 'wants-assured',
    act: 'demands',
    pattern:
      /\bwant(?:s|ed)? (?:to (?:see|hear|be sure|have)|(?:a |an |the |firm |legal |written |binding )*(?:guarantee|assurance|commitment|end|pledge))/,
    example: 'said | we want to see the ban lifted',
  },
  {
    id: 'should',
    act: 'demands',
    pattern:
      /\b(?:should(?! (?:not )?(?:be noted|underestimate|have))|ought to|ha(?:s|ve) to|(?<!\b(?:he|she|they|it|i|we|who|had) )had to(?! (?:be|have)\b)|needs? to)\b/,
    weak: true,
    example: 'noted | that the employers should be ready for a compromise',
  },

  // Consent.
  {
    id: 'accepts',
    act: 'agrees',
    pattern:
      /\b(?:we|i|they|it|she|he|has|have|had|would|will|sides?)(?: now| fully| also| both| all)? (?:agree|accept)(?:ed|s)?\b|\bshare[sd]? (?:the|that|this) (?:view|concern|goal)/,
    weak: true,
    example: 'said | they would accept a cap on enrichment',
  },
];
