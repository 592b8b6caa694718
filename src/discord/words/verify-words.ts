import { plural } from '../../show/show-count.ts';

/** Words of quotes that are checked. */
export const VERIFY_WORDS = {
  // check-quotes
  checkQuotesMessage: 'Check quotes in this message',
  noQuotationMessage:
    'There is no quotation in that message: I look for at least three words in quotation marks, or a quoted line.',
  notFound: 'not found',
  nearClaim: 'No article has these words; near them:',
  moreDidNot: (left: string | number) => `; ${left} more did not fit`,
  checkedMoreDid: (verdictsCount: number, counts: string | number, more: string | number) =>
    `${plural(verdictsCount, 'quotation')} checked: ${counts}${more}.`,
  // verify-command
  quoteRealWord: 'Is this quote real? Word for word, altered (with the words that differ) or not found',
  wordsTheyWere: 'The words as they were quoted',
  // render-verify
  verbatim: 'Verbatim',
  theseWordsStand: 'these words stand in the articles',
  reversed: 'Reversed',
  articlesSayContrary: 'the articles say the contrary',
  altered: 'Altered',
  articlesHaveOther: 'the articles have other words',
  notFoundHere: 'Not found',
  noArticleHas: 'no article has these words, or anything near them',
  saidBy: (who: string | number) => `, said by ${who}`,
  moreDifferences: (left: string | number) => `… and ${left} more differences`,
  inArticle: 'in the article',
  notArticle: (ours: string | number) => `${ours} is not in the article`,
  leftOut: (theirs: string | number) => `${theirs} is left out`,
  isOtherwise: (ours: string | number, theirs: string | number) => `${ours} is ${theirs} in the article`,
  moreDifferent: (left: string | number) => `… and ${left} more differences`,
} as const;
