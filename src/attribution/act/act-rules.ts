import type { Act } from '../../domain/statement.ts';

/** One line of the table of acts. */
export interface ActRule {
  /** What it is, in a word or three: weights know it by this name, wherever it stands. */
  readonly id: string;
  readonly act: Act;
  /** Over the folded cue or content: lower case, straight apostrophes, single spaces. */
  readonly pattern: RegExp;
  /** Counts in the first clause only: further on it is an aside. */
  readonly weak?: true;
  /** `cue | content` that the rule decides: the test of the table. */
  readonly example: string;
}

/** Read off the cue, and a few words of the content for cues cut short ("declined | to comment"), first rule first. */
export const CUE_RULES: readonly ActRule[] = [
  {
    id: 'no-comment',
    act: 'states',
    pattern: /\b(?:declin|refus)\w* to (?:comment|say|answer|elaborate|speculate|be drawn)/,
    example: 'declined to comment on | the offer',
  },
  {
    id: 'not-excluded',
    act: 'states',
    pattern: /\b(?:not|n't|never|declin\w+ to|refus\w+ to) (?:rule\w* out|exclude|den(?:y|ied))\b/,
    example: 'would not rule out | further meetings',
  },
  {
    id: 'not-agreed',
    act: 'rejects',
    pattern: /\b(?:not|n't|never) (?:agree|accept|approve|consent|endorse|support|back)/,
    example: 'did not agree | to inspections',
  },
  {
    id: 'denied',
    act: 'denies',
    pattern: /\b(?:den(?:y|ie[sd]|ying)|disput|refut|disavow)/,
    example: 'denied | building a bomb',
  },
  {
    id: 'refused',
    act: 'rejects',
    pattern:
      /\b(?:rul\w+ out|reject|refus|declin|dismiss|rebuff|oppos|object|exclud|veto|turn\w* down|brush\w* aside|spurn)/,
    example: 'ruled out | giving the union any guarantees',
  },
  {
    id: 'warned',
    act: 'warns',
    pattern: /\b(?:warn|caution|threaten)/,
    example: 'warned | that talks may fail',
  },
  {
    id: 'demanded',
    act: 'demands',
    pattern:
      /\b(?:demand|urg(?:e|ed|es|ing)\b|call(?:ed|s|ing)? (?:on|upon|for)\b|press(?:ed|es|ing) for|appeal|requir|order(?:ed|s|ing)\b|ask(?:ed|s|ing)? for|seek|sought|insist\w* on)/,
    example: 'called on | Tehran to open its sites',
  },
  {
    id: 'offered',
    act: 'offers',
    pattern:
      /\b(?:offer|propos|pledg|promis|hint\w* at|invit|volunteer|(?:is|are|was|were|be) (?:ready|prepared|willing|open) to)/,
    example: 'proposed | a pause of six months',
  },
  {
    id: 'agreed',
    act: 'agrees',
    pattern: /\b(?:agree|accept|consent|approv|endors|welcom|conced|acquiesc)/,
    example: 'agreed | to meet again in May',
  },
];
