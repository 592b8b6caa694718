import type { Side } from '../../domain/actor.ts';
import type { Difference } from '../../domain/quote/list-differences.ts';
import type { VerifyAnswer } from '../../domain/answer.ts';
import { groupSameWords } from '../../domain/quote/same-words.ts';
import { markdownLine, plainLine } from './escape.ts';
import { citation, linkable } from './evidence-card.ts';
import { whoSpeaks } from '../../show/show-speaker.ts';
import { LIMITS } from '../limits.ts';
import { boxesOf } from './paging/evidence-boxes.ts';
import { pagedReply } from './paging/divide-into-pages.ts';
import { showQuote } from './quote.ts';
import type { Card, Reply } from '../reply.ts';
import { VERIFY_WORDS } from '../words/verify-words.ts';

const GIVEN_CHARS = 700;
const DIFFERENCE_CHARS = 150;
const DIFFERENCES_SHOWN = 4;
const WARNING_CHARS = 300;

/** Green, amber, red: muted, as the sides' colours are. */
const VERDICTS = {
  verbatim: { title: VERIFY_WORDS.verbatim, sentence: VERIFY_WORDS.theseWordsStand, color: 0x5f8f74 },
  reversed: { title: VERIFY_WORDS.reversed, sentence: VERIFY_WORDS.articlesSayContrary, color: 0xa3605c },
  altered: { title: VERIFY_WORDS.altered, sentence: VERIFY_WORDS.articlesHaveOther, color: 0xa1874f },
  'not-found': {
    title: VERIFY_WORDS.notFoundHere,
    sentence: VERIFY_WORDS.noArticleHas,
    color: 0xa3605c,
  },
} as const;

/** Whether the quote stands in the articles, what differs, and where it stands. */
export function renderVerify(
  { quote, verdict, warning, match, differences }: VerifyAnswer,
  sides: readonly Side[],
): Reply {
  const { title, sentence } = VERDICTS[verdict];
  const color = colorOf(verdict, warning);
  const who = match === null ? null : whoSpeaks(match, sides);
  const said = who === null ? '' : VERIFY_WORDS.saidBy(markdownLine(who, LIMITS.titleChars));
  const shown = differences.slice(0, DIFFERENCES_SHOWN);
  const lines = [
    showQuote(quote, 'narration', GIVEN_CHARS).markdown,
    ...warningLines(warning),
    ...shown.map(showDifference),
    ...(shown.length < differences.length
      ? [VERIFY_WORDS.moreDifferences(differences.length - shown.length)]
      : []),
  ];
  const header: Card = { title, description: lines.join('\n') || '…', color };
  const boxes = boxesOf(groupSameWords(match === null ? [] : [match]), sides, () => VERIFY_WORDS.inArticle);
  return pagedReply({ content: `${title}: ${sentence}${said}.`, header, boxes, found: boxes.length }, 0);
}

/** What needs a warning is not green. */
function colorOf(verdict: VerifyAnswer['verdict'], warning: string | null): number {
  return VERDICTS[verdict === 'verbatim' && warning ? 'altered' : verdict].color;
}

/** "“firm” → the article has “ironclad”". */
function showDifference({ kind, given, source }: Difference): string {
  const [ours = '', theirs = ''] = [given, source].map(
    (words) => showQuote(words, 'direct', DIFFERENCE_CHARS).markdown,
  );
  if (kind === 'added') return VERIFY_WORDS.notArticle(ours);
  if (kind === 'missing') return VERIFY_WORDS.leftOut(theirs);
  return VERIFY_WORDS.isOtherwise(ours, theirs);
}

/** "⚠ The article has “not” right before these words." */
function warningLines(warning: string | null): string[] {
  return warning ? [`⚠ **${markdownLine(warning, WARNING_CHARS)}**`] : [];
}

const SHORT_GIVEN_CHARS = 300;
const SHORT_DIFFERENCES = 3;

/** One of several quotes: the verdict and who said it, what was given and what differs, and where it stands. */
export function verdictCard(
  { quote, verdict, warning, match, differences }: VerifyAnswer,
  sides: readonly Side[],
  label: string,
): Card {
  const { title } = VERDICTS[verdict];
  const color = colorOf(verdict, warning);
  const who = match === null ? null : whoSpeaks(match, sides);
  const url = match === null ? null : linkable(match.url);
  const name = [label, title, ...(who === null ? [] : [plainLine(who, LIMITS.titleChars / 2)])].join(' · ');
  const left = differences.length - SHORT_DIFFERENCES;
  const lines = [
    showQuote(quote, 'narration', SHORT_GIVEN_CHARS).markdown,
    ...warningLines(warning),
    ...differences.slice(0, SHORT_DIFFERENCES).map(showDifference),
    ...(left > 0 ? [VERIFY_WORDS.moreDifferent(left)] : []),
  ];
  return {
    color,
    author: { name, ...(url === null ? {} : { url }) },
    description: lines.join('\n'),
    ...(match === null ? {} : { footer: { text: citation(match) } }),
  };
}
