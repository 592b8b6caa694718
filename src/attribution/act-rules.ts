import type { Act } from '../domain/statement.ts';

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
  '(?:allow|let|permit|accept|agree|give|giving|grant|provid|make|making|sign|tolerat|discuss|negotiat|start|begin|enter|hold|recogni[sz]|conced|compromis|back down|yield|yielding|abandon|chang|lift|withdraw|pull|return|reduc|limit|stop|end\\b|ending|halt|drop|share|sharing|release|releas|open|talk|meet|bargain|offer|revis|renegotiat|suspend|freez|scrap|eas|pay|rais|take part|touch|consider|submit|surrender|join|resum|support|back\\b|approv|hand over|engag|go back|settle)';
const NOT_WILL =
  "(?:(?:will|would|shall|can|could|do|does|did)(?: simply| also| ever)? (?:not|never)(?: ever)?|won't|wouldn't|can't|cannot|couldn't|(?:is|are|was|were|am) not (?:going|about|ready|prepared|willing) to|isn't going to|unwilling to|never)";
const NO_INTENTION =
  "(?:(?:no|not any|without any|never had any) (?:intention|plan|desire|wish|aim|interest)s? (?:of|to|for|in|on)|(?:do|does|did) not (?:intend|plan|want|wish)(?: to)?|(?:don't|doesn't|didn't) (?:intend|plan|want)(?: to)?|(?:is|are|was|were|am) not (?:planning|going|intending|about) to|never (?:planned|intended|sought|wanted) to)";
const SOON = "(?:\\W+[\\w'-]+){0,3}?\\W+";

/** Read off the cue alone, first rule first. `null` where the cue decides nothing and the content is asked. */
export const CUE_RULES: readonly (Omit<ActRule, 'act'> & { readonly act: Act | null })[] = [
  { act: 'states', pattern: /\b(?:declin|refus)\w* to (?:comment|say|answer|elaborate|speculate|be drawn)/, example: 'declined to comment on | the offer' },
  { act: 'states', pattern: /\b(?:not|n't|never|declin\w+ to|refus\w+ to) (?:rule\w* out|exclude|den(?:y|ied))\b/, example: 'would not rule out | further meetings' },
  { act: 'rejects', pattern: /\b(?:not|n't|never) (?:agree|accept|approve|consent|endorse|support|back)/, example: 'did not agree | to inspections' },
  { act: 'denies', pattern: /\b(?:den(?:y|ie[sd]|ying)|disput|refut|disavow)/, example: 'denied | building a bomb' },
  { act: 'rejects', pattern: /\b(?:rul\w+ out|reject|refus|declin|dismiss|rebuff|oppos|object|exclud|veto|turn\w* down|brush\w* aside|spurn)/, example: 'ruled out | giving the union any guarantees' },
  { act: 'warns', pattern: /\b(?:warn|caution|threaten)/, example: 'warned | that talks may fail' },
  { act: 'demands', pattern: /\b(?:demand|urg(?:e|ed|es|ing)\b|call(?:ed|s|ing)? (?:on|upon|for)\b|press(?:ed|es|ing) for|appeal|requir|order(?:ed|s|ing)\b|ask(?:ed|s|ing)? for|seek|sought|insist\w* on)/, example: 'called on | Tehran to open its sites' },
  { act: 'offers', pattern: /\b(?:offer|propos|pledg|promis|hint\w* at|invit|volunteer|(?:is|are|was|were|be) (?:ready|prepared|willing|open) to)/, example: 'proposed | a pause of six months' },
  { act: 'agrees', pattern: /\b(?:agree|accept|consent|approv|endors|welcom|conced|acquiesc)/, example: 'agreed | to meet again in May' },
]; // prettier-ignore

/** Read off the content: the rule whose match stands first in it decides; of two at one place the earlier line. */
export const CONTENT_RULES: readonly ActRule[] = [
  // What one holds on to is a demand, however it is negated.
  { act: 'demands', pattern: new RegExp(`(?:${NOT_WILL}|${NO_INTENTION})${SOON}(?:give up|giv(?:e|ing) up|abandon|drop|deviat|retreat|back(?:ing)? (?:down|off|away)|budg|depart|soften|waiv|mov(?:e|ing) away)\\w*\\b.{0,30}\\b(?:demand|requirement|condition|claim|request|position)`), example: 'said | they would not drop their demand for a shorter week' },
  { act: 'denies', pattern: new RegExp(`\\b${NO_INTENTION}${SOON.replace('{0,3}', '{0,2}')}(?!${YIELD})(?=[a-z])(?:attack|invad|occup|annex|seiz|assault|strik|threaten|escalat|interfer|hack|meddl|us(?:e|ing) force|fight|wag|cheat|spy|build|develop|acquir|deploy|clos|cut|lay|dismiss|fir(?:e|ing)|dump|manipulat|harm|undermin|conquer|destabili|overthrow|violat|break|steal|target|sell|leav|replac|provok|start(?:ing)? (?:a |the )?war)`), example: 'said | Iran had no intention of building a nuclear weapon' },
  { act: 'denies', pattern: /\bno plans? to\b(?! (?:discuss|negotiat|meet|hold|lift|chang|withdraw|resum|return|offer))/, example: 'said | there were no plans to "attack the convoy"' },
  { act: 'denies', pattern: /\b(?:(?:is|are|was|were) (?:not true|untrue|false|baseless|unfounded|groundless|nonsense|a lie|fake|fabricated|absurd)|no truth (?:in|to)|never happened|nothing to do with|had no part in|not (?:responsible|to blame) for)\b/, example: 'said | the reports were baseless' },
  { act: 'rejects', pattern: new RegExp(`\\b${NO_INTENTION}${SOON.replace('{0,3}', '{0,2}')}${YIELD}`), example: 'said | it has no intention of starting discussions about limits' },
  { act: 'rejects', pattern: new RegExp(`\\b${NOT_WILL}${SOON.replace('{0,3}', '{0,2}')}(?:be (?:allow|accept|permit|discuss|giv|lift|sign|grant|offer|ma[dk])|${YIELD.slice(3)}`), example: 'responded | that the ministry would never let them close the port' },
  { act: 'rejects', pattern: new RegExp(`\\b${NOT_WILL}${SOON}(?:decid|conclud|act\\b|do\\b|settl|deal|decision).{0,80}\\bwithout\\b`), example: 'said | we will not decide on wages without the union' },
  { act: 'rejects', pattern: /\b(?:cannot|can't|could not|can not|may not|must not|has no right to|have no right to|had no right to)(?:\W+[\w'-]+){0,2}?\W+(?:dictat|impos|veto|decid|interfer|close|block|force|tell|order)/, example: 'made it clear | that Brussels could not dictate to London' },
  { act: 'rejects', pattern: /\b(?:no|neither|none of)\b[^.;]{0,60}\b(?:will|would|(?:is|are|was|were) (?:not )?(?:going )?to|can|could) be (?:given|offered|made|granted|discussed|signed|accepted|lifted|provided|allowed)/, example: 'said | no concessions would be made before spring' },
  { act: 'rejects', pattern: /\b(?:unacceptable|inacceptable|not acceptable|off the table|not on the table|out of the question|no question of|non-?starter|non-?negotiable|not (?:up for negotiation|negotiable)|no room for (?:compromise|concession|manoeuvre|maneuver)|(?:reject|refus)(?:s|ed|es|ing)?\b|can(?:not| not|'t)? be no (?:deal|compromise|concession|agreement|talk|question|deviation)|cannot be (?:any )?(?:deviation|compromise|concession))/, weak: true, example: 'said | the levy was unacceptable' },
  { act: 'warns', pattern: /\b(?:(?:serious|severe|grave|dire|far-reaching|disastrous|catastrophic|swift|massive|unpredictable|terrible|painful|heavy) (?:consequence|cost|price|response|damage|repercussion)s?|(?:will|would|could|may|might|shall) (?:cost\b.{0,40}\bdear|pay (?:a|the|dear)|suffer|regret|face|backfire|have consequences|come at a))/, example: 'said | a strike would have severe consequences' },
  { act: 'warns', pattern: /\b(?:(?:will|would|could|may|might) (?:[\w-]+ )?(?:lead to (?:war|conflict|a crisis|chaos|collapse|escalation|disaster)|make\b.{0,60}\b(?:questionable|impossible|pointless|harder|difficult|meaningless)|jeopardi[sz]e|undermine|endanger|put\b.{0,30}\bat risk|destroy|ruin|derail|collapse|respond in kind|retaliate)|underestimate the|at their (?:own )?peril)/, weak: true, example: 'said | delays would jeopardise the accord' },
  { act: 'warns', pattern: /^(?:to |of |at |about )?(?:the )?(?:possible|potential|likely|growing|real|high|increasing|imminent) (?:[\w-]+ ){0,2}(?:provocation|escalation|attack|threat|danger|risk|conflict|war|collapse|failure|clash)/, weak: true, example: 'pointed | to possible new attacks on tankers' },
  { act: 'offers', pattern: /\b(?:(?:is|are|was|were|am|be|stands?|stood|remains?|remained|'re|'s) (?:also |now |always |still |fully |therefore )?(?:ready|prepared|willing|open) (?:to|for)\b(?<!(?:should|must|not|n't|never) be (?:ready|prepared|willing|open) (?:to|for)\b)|(?:readiness|willingness|openness|offers?|offered) to\b|(?:she|he|they|we|i|it|has|have|had) (?:had |have |has |also |again )?(?:offer|propos|pledg)(?:ed|es|e|s)\b|(?:we|i) (?:have |had )?(?:presented|put forward|tabled|submitted|suggested) (?:\w+ ){0,4}(?:idea|proposal|plan|option|package)s?)/, weak: true, example: 'announced | its readiness to lift some duties' },
  { act: 'offers', pattern: /\b(?:in (?:return|exchange) for|we (?:can|could|would) (?:reduce|lift|ease|raise|increase|give|grant|accept|consider|freeze|suspend))\b/, weak: true, example: 'said | we could freeze enrichment for a year' },
  { act: 'demands', pattern: /\b(?:must(?! have\b| not underestimate)|(?:absolute )?imperative|ultimatum|prerequisites?|preconditions?|(?:the|a|an urgent) need (?:to|for|of)|needs? (?!(?:to|not)\b)|needed (?!(?:to|not)\b)(?!for\b)|(?:it|they|he|she|side|government|company|union|[a-z]+'s) (?:needs?|needed) to|ha(?:s|ve) to (?:withdraw|stop|end|give|leave|pay|return|lift|accept|guarantee|comply|respect|provide)|demand(?:s|ed)?|insist(?:s|ed)?|(?:called|calls|calling|call) (?:on|for)|(?:it is|it was|it would be|it's) (?:time|better|essential|vital|necessary|high time|imperative|important) (?:for|that)\b(?! .{0,40}\bwe (?:stand|are|have)\b)|(?:want|wants|wanted) (?:to (?:know|see|hear|be sure|have)|(?:a |an |the |firm |legal |written |binding )*(?:guarantee|assurance|commitment|end|pledge))|want(?:s|ed)? (?:the |our |[a-z]+ )+to\b(?<!want to)(?<!wants to)(?<!wanted to))/, example: 'said | we need written commitments, not smiles' },
  { act: 'demands', pattern: /\b(?:should(?! (?:not )?(?:be noted|underestimate|have))|ought to|ha(?:s|ve|d) to|need(?:s|ed)? to)\b/, weak: true, example: 'noted | that the employers should be ready for a compromise' },
  { act: 'agrees', pattern: /\b(?:(?:we|i|they|it|she|he|has|have|had|would|will|sides?|side) (?:now |fully |also |both |all )?(?:agree|accept)(?:ed|s)?\b(?! on nothing)|share(?:s|d)? (?:the|that|this) (?:view|concern|goal))/, weak: true, example: 'said | they would accept a cap on enrichment' },
]; // prettier-ignore
