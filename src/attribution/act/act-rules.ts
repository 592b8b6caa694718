import type { Act } from '../../domain/statement.ts';

/** One line of the table of acts. */
export interface ActRule {
  readonly act: Act;
  /** Over the folded cue or content: lower case, straight apostrophes, single spaces. */
  readonly pattern: RegExp;
  /** Counts in the first clause only: further on it is an aside. */
  readonly weak?: true;
  /** `cue | content` that the rule decides: the test of the table. */
  readonly example: string;
}

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

/** Read off the cue, and a few words of the content for cues cut short ("declined | to comment"), first rule first. */
export const CUE_RULES: readonly ActRule[] = [
  {
    act: 'states',
    pattern: /\b(?:declin|refus)\w* to (?:comment|say|answer|elaborate|speculate|be drawn)/,
    example: 'declined to comment on | the offer',
  },
  {
    act: 'states',
    pattern: /\b(?:not|n't|never|declin\w+ to|refus\w+ to) (?:rule\w* out|exclude|den(?:y|ied))\b/,
    example: 'would not rule out | further meetings',
  },
  {
    act: 'rejects',
    pattern: /\b(?:not|n't|never) (?:agree|accept|approve|consent|endorse|support|back)/,
    example: 'did not agree | to inspections',
  },
  {
    act: 'denies',
    pattern: /\b(?:den(?:y|ie[sd]|ying)|disput|refut|disavow)/,
    example: 'denied | building a bomb',
  },
  {
    act: 'rejects',
    pattern:
      /\b(?:rul\w+ out|reject|refus|declin|dismiss|rebuff|oppos|object|exclud|veto|turn\w* down|brush\w* aside|spurn)/,
    example: 'ruled out | giving the union any guarantees',
  },
  { act: 'warns', pattern: /\b(?:warn|caution|threaten)/, example: 'warned | that talks may fail' },
  {
    act: 'demands',
    pattern:
      /\b(?:demand|urg(?:e|ed|es|ing)\b|call(?:ed|s|ing)? (?:on|upon|for)\b|press(?:ed|es|ing) for|appeal|requir|order(?:ed|s|ing)\b|ask(?:ed|s|ing)? for|seek|sought|insist\w* on)/,
    example: 'called on | Tehran to open its sites',
  },
  {
    act: 'offers',
    pattern:
      /\b(?:offer|propos|pledg|promis|hint\w* at|invit|volunteer|(?:is|are|was|were|be) (?:ready|prepared|willing|open) to)/,
    example: 'proposed | a pause of six months',
  },
  {
    act: 'agrees',
    pattern: /\b(?:agree|accept|consent|approv|endors|welcom|conced|acquiesc)/,
    example: 'agreed | to meet again in May',
  },
];

/**
 * Read off the content: the rule whose match stands first in it decides; of two at one place the earlier line.
 * Each line is one way of speaking, with an invented example that the tests read.
 */
export const CONTENT_RULES: readonly ActRule[] = [
  // What one holds on to is a demand, however it is negated.
  {
    act: 'demands',
    pattern: RegExp(
      `(?:${NOT_WILL}|${NO_INTENTION})${UP_TO_THREE}${LET_GO}\\w*\\b.{0,30}\\b(?:demand|requirement|condition|claim|request|position)`,
    ),
    example: 'said | they would not drop their demand for a shorter week',
  },

  // Not meaning to do harm denies a charge; not meaning to give way rejects a wish.
  {
    act: 'denies',
    pattern: RegExp(`\\b${NO_INTENTION}${UP_TO_TWO}${HARM}`),
    example: 'said | Iran had no intention of building a nuclear weapon',
  },
  {
    act: 'denies',
    pattern:
      /\bno plans? to\b(?! (?:discuss|negotiat|meet|hold|lift|chang|withdraw|resum|return|offer|rais|sign|join))/,
    example: 'said | there were no plans to "attack the convoy"',
  },
  {
    act: 'denies',
    pattern:
      /\b(?:is|are|was|were) (?:simply |completely |just )?(?:not true|untrue|false|baseless|unfounded|groundless|nonsense|a lie|fake|fabricated|absurd)\b/,
    example: 'said | the reports were baseless',
  },
  {
    act: 'denies',
    pattern:
      /\b(?:no truth (?:in|to)|never happened|nothing to do with|had no part in|not (?:responsible|to blame) for)\b/,
    example: 'said | the ministry had nothing to do with the leak',
  },

  // Refusals.
  {
    act: 'rejects',
    pattern: RegExp(`\\b${NO_INTENTION}${UP_TO_TWO}${YIELD}`),
    example: 'said | it has no intention of starting discussions about limits',
  },
  {
    act: 'rejects',
    pattern: RegExp(
      `\\b${NOT_WILL}${UP_TO_TWO}(?:be (?:allow|accept|permit|discuss|giv|lift|sign|grant|offer|ma[dk])|${YIELD})`,
    ),
    example: 'responded | that the ministry would never let them close the port',
  },
  {
    act: 'rejects',
    pattern: RegExp(
      `\\b(?:can ?not|can't|could not|couldn't)${UP_TO_TWO}(?:accept|agree|allow|let\\b|permit|tolerat|giv|grant|discuss|sign|recogni|compromis|back down|lift|withdraw)`,
    ),
    example: 'said | we cannot accept a cut in pay',
  },
  {
    act: 'rejects',
    pattern:
      /(?:^(?:as )?|\b(?:is|are|was|were|be|been|remains?|remained) (?:[a-z]+ )?)(?:unacceptable|inacceptable|not acceptable|non-?negotiable|not negotiable)\b/,
    weak: true,
    example: 'said | the levy was wholly unacceptable',
  },
  {
    act: 'rejects',
    pattern:
      /\b(?:off the table|not on the table|out of the question|no question of|non-?starter|not up for negotiation|no room for (?:compromise|concession|manoeuvre|maneuver))/,
    weak: true,
    example: 'said | a longer week was out of the question',
  },
  {
    act: 'rejects',
    pattern:
      /\b(?:reject|refus)(?:s|ed|es|ing)?\b|\b(?:cannot|can't|can) be (?:no |any )(?:deal|compromise|concession|agreement|question|deviation)/,
    weak: true,
    example: 'said | there can be no deal while the strike goes on',
  },

  // Threats and dangers.
  {
    act: 'warns',
    pattern:
      /\b(?:serious|severe|grave|dire|far-reaching|disastrous|catastrophic|swift|massive|unpredictable|terrible|painful|heavy) (?:consequence|cost|price|response|damage|repercussion)s?/,
    example: 'said | a strike would have severe consequences',
  },
  {
    act: 'warns',
    pattern:
      /\b(?:will|would|could|may|might|shall) (?:cost\b.{0,40}\bdear|pay (?:a|the|dear)|suffer|regret|face|backfire|have consequences|come at a)/,
    example: 'said | importers could face higher duties',
  },
  {
    act: 'warns',
    pattern:
      /\b(?:will|would|could|may|might) (?:[\w-]+ )?(?:lead to (?:war|conflict|a crisis|chaos|collapse|escalation|disaster)|jeopardi[sz]e|undermine|endanger|put\b.{0,30}\bat risk|destroy|ruin|derail|collapse|respond in kind|retaliate)/,
    weak: true,
    example: 'said | delays would jeopardise the accord',
  },
  {
    act: 'warns',
    pattern:
      /^(?:to |of |at |about )?(?:the )?(?:possible|potential|likely|growing|real|high|increasing|imminent) (?:[\w-]+ ){0,2}(?:provocation|escalation|attack|threat|danger|risk|conflict|war|collapse|failure|clash)/,
    weak: true,
    example: 'pointed | to possible new attacks on tankers',
  },

  // What somebody is ready for.
  {
    act: 'offers',
    pattern: RegExp(
      `\\b(?:is|are|was|were|am|(?:will|would) be|stands?|stood|remains?|remained|'re|'s)${MAYBE_ADVERB} (?:ready|prepared|willing|open) (?:to|for)\\b`,
    ),
    weak: true,
    example: 'said | the company was still open to a lower rent',
  },
  {
    act: 'offers',
    pattern: /\b(?:readiness|willingness|openness|offers?|offered) to\b/,
    weak: true,
    example: 'announced | its readiness to lift some duties',
  },
  {
    act: 'offers',
    pattern:
      /^(?:that )?(?:she|he|they|we|i|it)(?: had| have| has)?(?: also| again)? (?:offer|propos|pledg)(?:ed|es|e|s)?\b/,
    weak: true,
    example: 'said | she had proposed a pause of a month',
  },

  // What somebody else is to do.
  {
    act: 'demands',
    pattern:
      /\bmust(?! have\b| not underestimate)|\b(?:imperative|ultimatum|prerequisites?|preconditions?)\b/,
    example: 'said | the inspectors must leave by Friday',
  },
  {
    act: 'demands',
    pattern:
      /\b(?:the|a|an urgent) need (?:to|for|of)\b|\bneed(?:s|ed)? (?!to\b|not\b|for\b)|\b(?:it|they|he|she|side|government|company|union|\w+'s) (?:needs?|needed) to\b/,
    example: 'said | we need written commitments, not smiles',
  },
  {
    act: 'demands',
    pattern:
      /\bha(?:s|ve) to (?:withdraw|stop|end|give|leave|pay|return|lift|accept|guarantee|comply|respect|provide)|\b(?:demand|insist)(?:s|ed)?\b|\bcall(?:ed|s|ing)? (?:on|for)\b/,
    example: 'said | the owners have to pay what they owe',
  },
  {
    act: 'demands',
    pattern:
      /\bwant(?:s|ed)? (?:to (?:know|see|hear|be sure|have)|(?:a |an |the |firm |legal |written |binding )*(?:guarantee|assurance|commitment|end|pledge))/,
    example: 'said | we want to see the ban lifted',
  },
  {
    act: 'demands',
    pattern:
      /(?<!not |n't |never )\bwant(?:s|ed)? (?:(?!to\b)[a-z']+ ){1,4}to\b|\bseek(?:s|ing)?\b|\bsought\b/,
    weak: true,
    example: 'said | Ottawa wants the duties to end',
  },
  {
    act: 'demands',
    pattern:
      /\b(?:should(?! (?:not )?(?:be noted|underestimate|have))|ought to|ha(?:s|ve|d) to|need(?:s|ed)? to)\b/,
    weak: true,
    example: 'noted | that the employers should be ready for a compromise',
  },

  // Consent.
  {
    act: 'agrees',
    pattern:
      /\b(?:we|i|they|it|she|he|has|have|had|would|will|sides?)(?: now| fully| also| both| all)? (?:agree|accept)(?:ed|s)?\b|\bshare[sd]? (?:the|that|this) (?:view|concern|goal)/,
    weak: true,
    example: 'said | they would accept a cap on enrichment',
  },
];
