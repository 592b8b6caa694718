import type { ActRule } from './act-rules.ts';

const WOULD = "(?:will|would|'ll)(?: \\w+ly| also| then| now)?";
/** Steps that hurt somebody: announcing one warns. */
const HURTS =
  '(?:boycott|blockade|block|strike(?! a )|walk out|down tools|retaliate|sue\\b|shoot|quit\\b|shut down|go dark|cut off|fight|see \\w+ in court|take [^.,;]{2,30} to court)';
/** Steps that give, or take what was given away. */
const GIVES =
  '(?:extend|lend|share|return|lift|lower|reduce|raise|drop|pay|give|add|release|sign|free|open|stay|take (?:in|back))';
const STOPS = '(?:suspend|halt|stop|withdraw|pull|cut|leave|cancel|close|freeze|recall|quit)';
/** First words of a sentence that is no order. */
const NO_ORDER =
  '(?!(?:the|if|when|while|we|they|he|she|it|i|you|this|that|all|both|either|not|in|on|at|as|for|by|with|from|of|after|before|since|but|and|so|is|are|was|were|do|does|did|has|have|had|can|could|will|would|may|must|should)\\b)';

/**
 * What somebody says that they will or can do, is told to do, or finds of what was put forward; read where no line of
 * `CONTENT_RULES` matches earlier. No weights of their own: trust of −1 to +4 log odds for all of them changes no right act and
 * no false alarm in any of the sets that `gain` speaks of, −4 loses nine.
 */
export const STEP_RULES: readonly ActRule[] = [
  {
    id: 'do-and-see',
    act: 'warns',
    pattern: RegExp(
      `^\\W*${NO_ORDER}[a-z]+ (?:the|this|that|our|my|your|these|those|it|them|us|him|her|a|an)\\b[^.;]{0,40}? and (?:you|we|they|he|she|it|the|this|that|your|our)\\b[^.;]{0,30}\\b(?:will|won't)\\b`,
    ),
    example: 'said | “Close the school and this street will empty”',
    gain: 'inputs +1',
  },
  {
    id: 'would-hurt',
    act: 'warns',
    pattern: RegExp(`(?:\\b${WOULD} |^to )${HURTS}`),
    weak: true,
    example: 'said | the crews would walk out at dawn',
    gain: 'collections +1, PLOVER +2',
  },
  {
    id: 'unless',
    act: 'warns',
    pattern: RegExp(
      `\\b${WOULD} [^.;]{2,80}\\bunless\\b|^\\W*unless\\b[^.;]{2,80}\\b${WOULD}\\b|\\b${WOULD} ${STOPS}[^.;]{2,60}\\bif\\b[^.;]{2,40}\\b(?:not|n't)\\b`,
    ),
    weak: true,
    example: 'said | the yard will stop work unless the invoices are paid',
    gain: 'collections +1, PLOVER +1',
  },
  {
    id: 'could-live-with',
    act: 'offers',
    pattern: RegExp(
      `\\b(?:we|they|it|i|he|she|[a-z]+)(?: also| still)? (?:can|could)(?: also| still)? (?:(?:go|come|move)(?: up| down| back)? to\\b|go (?:up|down)\\b|live with|settle for|lend|stretch|move again)|\\b(?:will|would|could|can) (?:take (?:in|back)\\b|live with|settle for)`,
    ),
    weak: true,
    example: 'said | it could live with a shorter lease',
    gain: 'inputs +1, collections +1',
  },
  {
    id: 'would-give-if',
    act: 'offers',
    pattern: RegExp(
      `\\b(?:would|could|will|can) ${GIVES}\\b[^.;]{2,60}\\b(?:if|in (?:return|exchange) for)\\b`,
    ),
    weak: true,
    example: 'said | the bank would extend the loan if the mine stayed open',
    gain: 'collections +1',
  },
  {
    id: 'wants-them-to',
    act: 'demands',
    pattern: /\bwant(?:s|ed)? (?!to\b)(?:[\w'-]+ ){1,5}to [a-z]+/,
    weak: true,
    example: 'said | the pilots want the airport to build a second tower',
    gain: 'inputs +1',
  },
  {
    id: 'falls-short',
    act: 'rejects',
    pattern:
      /^\W*(?:not (?:one|a single)\b|no\W*$|never\W*$)|\b(?:f[ae]lls?|falling) (?:far |well )?short\b|\bnowhere near\b|\b(?:is|was|are) no basis for\b|\bs(?:aw|ees?) no (?:need|reason|point) (?:to|for|in|of)\b|\bdead on arrival\b/,
    weak: true,
    example: 'said | it saw no reason to reopen the treaty',
    gain: 'inputs +1',
  },
];
