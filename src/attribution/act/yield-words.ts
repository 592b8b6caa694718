/** What a side gives, opens or puts up with: refusing it is rejecting, having no intention of it too. */
export const YIELD =
  '(?:allow|let|permit|accept|agree(?! with)|give|giving|grant|provid|make|making|sign|tolerat|discuss|negotiat|start|begin|enter|hold|recogni[sz]|conced|compromis|back down|yield|yielding|abandon|chang|lift|withdraw|pull|return|reduc|limit|stop|end\\b|ending|halt|drop|share|sharing|release|releas|open|talk|meet|bargain|offer|revis|renegotiat|suspend|freez|scrap|eas|pay|rais|take part|touch|consider|submit|surrender|join|resum|support|back\\b|approv|hand over|engag|settle)';
/** Not being about to. */
export const NOT_WILL =
  "(?:(?:will|would|shall)(?: simply| also| ever)? (?:not|never)(?: ever)?|(?:do|does) not(?= (?:accept|allow|recogni|permit|tolerat|consider))|won't|wouldn't|(?:is|are|was|were|am) not (?:going|about|ready|prepared|willing) to|isn't going to|unwilling to)";
/** Not meaning to. */
export const NO_INTENTION =
  "(?:(?:no|not any|without any|never had any) (?:intention|plan|desire|wish|aim|interest)s? (?:of|to|for|in|on)|(?:do|does|did) not (?:intend|plan|want|wish)(?: to)?|(?:don't|doesn't|didn't) (?:intend|plan|want)(?: to)?|(?:is|are|was|were|am) not (?:planning|going|intending|about) to|never (?:planned|intended|sought|wanted) to)";
/** Giving up what one holds. */
export const LET_GO =
  '(?:give up|giv(?:e|ing) up|abandon|drop|deviat|retreat|back(?:ing)? (?:down|off|away)|budg|depart|soften|waiv|mov(?:e|ing) away)';
/** What one is blamed for planning. */
export const HARM =
  '(?:attack|invad|occup|annex|seiz|assault|strik|threaten|escalat|interfer|hack|meddl|us(?:e|ing) force|fight|wag|cheat|spy|build|develop|acquir|deploy|clos|cut|lay|dismiss|fir(?:e|ing)|dump|manipulat|harm|undermin|conquer|destabili|overthrow|violat|break|steal|target|sell|leav|replac|provok|start(?:ing)? (?:a |the )?war)';
export const UP_TO_TWO = "(?: [\\w'-]+){0,2}? ";
export const UP_TO_THREE = "(?: [\\w'-]+){0,3}? ";
export const MAYBE_ADVERB = '(?: also| now| always| still| fully| therefore)?';
