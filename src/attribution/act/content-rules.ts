import type { ActRule } from './act-rules.ts';
import {
  HARM,
  LET_GO,
  MAYBE_ADVERB,
  NO_INTENTION,
  NOT_WILL,
  UP_TO_THREE,
  UP_TO_TWO,
  YIELD,
} from './yield-words.ts';

/** Read off the content: the rule whose match stands first in it decides; of two at one place the earlier line. */
export const CONTENT_RULES: readonly ActRule[] = [
  // What one holds on to is a demand, however it is negated.
  {
    id: 'keeps-demand',
    act: 'demands',
    pattern: RegExp(
      `(?:${NOT_WILL}|${NO_INTENTION})${UP_TO_THREE}${LET_GO}\\w*\\b.{0,30}\\b(?:demand|requirement|condition|claim|request|position)`,
    ),
    example: 'said | they would not drop their demand for a shorter week',
    gain: 'statements +2',
  },

  // Not meaning to do harm denies a charge; not meaning to give way rejects a wish.
  {
    id: 'means-no-harm',
    act: 'denies',
    pattern: RegExp(`\\b${NO_INTENTION}${UP_TO_TWO}${HARM}`),
    example: 'said | Iran had no intention of building a nuclear weapon',
    gain: 'statements +5',
  },
  {
    id: 'is-untrue',
    act: 'denies',
    pattern:
      /\b(?:is|are|was|were) (?:simply |completely |just )?(?:not true|untrue|false|baseless|unfounded|groundless|nonsense|a lie|fake|fabricated|absurd)\b/,
    example: 'said | the reports were baseless',
    gain: 'inputs +1',
  },
  {
    id: 'no-part-in',
    act: 'denies',
    pattern:
      /\b(?:no truth (?:in|to)|never happened|nothing to do with|had no part in|not (?:responsible|to blame) for)\b/,
    example: 'said | the ministry had nothing to do with the leak',
    gain: '1 of 1 by eye',
  },
  {
    id: 'no-intention',
    act: 'rejects',
    pattern: RegExp(`\\b${NO_INTENTION}${UP_TO_TWO}${YIELD}`),
    example: 'said | it has no intention of starting discussions about limits',
    gain: 'statements +2',
  },
  {
    id: 'will-not-yield',
    act: 'rejects',
    pattern: RegExp(
      `\\b${NOT_WILL}${UP_TO_TWO}(?:be (?:allow|admit|accept|permit|discuss|giv|lift|sign|grant|offer|ma[dk])|${YIELD})`,
    ),
    example: 'responded | that the ministry would never let them close the port',
    gain: 'statements +2, collections +2, PLOVER +1',
  },
  {
    id: 'cannot-yield',
    act: 'rejects',
    pattern: RegExp(
      `\\b(?:can ?not|can't|could not|couldn't)${UP_TO_TWO}(?:accept|agree|allow|let\\b|permit|tolerat|giv|grant|discuss|sign|recogni|compromis|back down|lift|withdraw)`,
    ),
    example: 'said | we cannot accept a cut in pay',
    gain: 'inputs +1',
  },
  {
    id: 'unacceptable',
    act: 'rejects',
    pattern:
      /(?:^(?:as )?|\b(?:is|are|was|were|be|been|remains?|remained) (?:[a-z]+ )?)(?:unacceptable|inacceptable|not acceptable|non-?negotiable|not negotiable)\b/,
    weak: true,
    example: 'said | the levy was wholly unacceptable',
    gain: '1 of 1 by eye',
  },
  {
    id: 'off-the-table',
    act: 'rejects',
    pattern:
      /\b(?:off the table|not on the table|out of the question|no question of|non-?starter|not up for negotiation|no room for (?:compromise|concession|manoeuvre|maneuver))/,
    weak: true,
    example: 'said | a longer week was out of the question',
    gain: 'inputs +1, PLOVER +1',
  },
  {
    id: 'turns-down',
    act: 'rejects',
    pattern:
      /\b(?:reject|refus)(?:s|ed|es|ing)?\b|\bturn(?:s|ed|ing)? (?:it |them |[\w' ]{1,24} (?:offer|bid|plan|request|proposal|deal) )?down\b(?! (?:the|a) (?:road|street|lane|volume|heat))|\b(?:cannot|can't|can) be (?:no |any )(?:deal|compromise|concession|agreement|question|deviation)/,
    weak: true,
    example: 'said | there can be no deal while the strike goes on',
    gain: 'inputs +1, PLOVER +2',
  },
  {
    id: 'severe-consequences',
    act: 'warns',
    pattern:
      /\b(?:serious|severe|grave|dire|far-reaching|disastrous|catastrophic|swift|massive|unpredictable|terrible|painful|heavy) (?:consequence|cost|price|response|damage|repercussion)s?/,
    example: 'said | a strike would have severe consequences',
    gain: 'statements +2',
  },
  {
    id: 'will-suffer',
    act: 'warns',
    pattern:
      /\b(?:will|would|could|may|might|shall) (?:cost\b.{0,40}\bdear|pay (?:a|the|dear)|suffer|regret|face|backfire|have consequences|come at a)/,
    example: 'said | importers could face higher duties',
    gain: '2 of 2 by eye',
  },
  {
    id: 'possible-danger',
    act: 'warns',
    pattern:
      /^(?:to |of |at |about )?(?:the )?(?:possible|potential|likely|growing|real|high|increasing|imminent) (?:[\w-]+ ){0,2}(?:provocation|escalation|attack|threat|danger|risk|conflict|war|collapse|failure|clash)/,
    weak: true,
    example: 'pointed | to possible new attacks on tankers',
    gain: 'statements +1',
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
    gain: 'inputs +5, statements +1, PLOVER +2',
  },
  {
    id: 'willingness',
    act: 'offers',
    pattern:
      /\b(?:readiness|willingness|openness|offers?|offered) to\b|\b(?:is|are|was|were|been|be|'re)(?: now| also| still)? offering (?!no\b|little\b|nothing\b)/,
    weak: true,
    example: 'announced | its readiness to lift some duties',
    gain: 'inputs +1, statements +2, collections +1',
  },

  // What somebody else is to do.
  {
    id: 'must',
    act: 'demands',
    pattern:
      /\bmust(?! have\b| not underestimate)|\b(?:imperative|ultimatum|prerequisites?|preconditions?)\b/,
    example: 'said | the inspectors must leave by Friday',
    gain: 'inputs +1, statements +3, collections +3, PLOVER +5 for a false alarm',
  },
  {
    id: 'needs',
    act: 'demands',
    pattern:
      /\b(?:the|a|an urgent) need (?:to|for|of)\b|\bneed(?:s|ed)? (?!to\b|not\b|for\b)|\b(?:it|they|he|she|side|government|company|union|\w+'s) (?:needs?|needed) to\b/,
    example: 'said | we need written commitments, not smiles',
    gain: 'collections +1 for a false alarm',
  },
  {
    id: 'has-to',
    act: 'demands',
    pattern:
      /\bha(?:s|ve) to (?:withdraw|stop|end|give|leave|pay|return|lift|accept|guarantee|comply|respect|provide)|\b(?:we|i|they|you|and|also|will|would|must|sides?|workers|unions?) demand\b|\bdemands?(?: \w+){0,2} that\b|\b(?:demanded|insist(?:s|ed)?)\b|\bcall(?:ed|s|ing)? (?:on|for)\b/,
    example: 'said | the owners have to pay what they owe',
    gain: 'inputs +1, PLOVER +1',
  },
  {
    id: 'wants-assured',
    act: 'demands',
    pattern:
      /\bwant(?:s|ed)? (?:to (?:see|hear|be sure|have)|(?:a |an |the |firm |legal |written |binding )*(?:guarantee|assurance|commitment|end|pledge))/,
    example: 'said | we want to see the ban lifted',
    gain: '1 of 1 by eye',
  },
  {
    id: 'should',
    act: 'demands',
    pattern:
      /\b(?:should(?! (?:not )?(?:be noted|underestimate|have))|ought to|ha(?:s|ve) to|(?<!\b(?:he|she|they|it|i|we|who|had) )had to(?! (?:be|have)\b)|needs? to)\b/,
    weak: true,
    example: 'noted | that the employers should be ready for a compromise',
    gain: 'statements +1, collections +2',
  },
  {
    id: 'accepts',
    act: 'agrees',
    pattern:
      /\b(?:we|i|they|it|she|he|has|have|had|would|will|sides?)(?: now| fully| also| both| all)? (?:agree|accept)(?:ed|s)?\b|\bshare[sd]? (?:the|that|this) (?:view|concern|goal)/,
    weak: true,
    example: 'said | they would accept a cap on enrichment',
    gain: 'inputs +2',
  },
];
