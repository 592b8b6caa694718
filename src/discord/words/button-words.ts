/** Words on buttons, and what they answer. */
export const BUTTON_WORDS = {
  // context
  context: 'Context',
  articleChangedSince: 'The article was changed since, and no longer has these words there.',
  wordsAround: 'The words around it',
  wordsAroundEach: 'The words around each quote',
  moreDidNot: (left: string | number) => `; ${left} more did not fit here`,
  moreDidNotFit: (what: string | number, more: string | number) => `${what}${more}.`,
  // follow-button
  follow: 'Follow',
  // other-side
  otherSide: 'Other side',
  // plain-buttons
  first: '« First',
  back: '◀ Back',
  more: 'More ▶',
  last: 'Last »',
  share: 'Share',
  thread: 'Thread',
  // since-shown
  titleWas: (title: string, what: string) => `“${title}” was ${what}`,
  replacedNewVersion: 'replaced by a new version',
  takenOut: 'taken out',
  soWereMore: (more: string | number) => `; so were ${more} more`,
  sinceAnswerMore: (told: string | number, happened: string | number) =>
    `Since that answer ${told}${happened}: these words stand there no longer.`,
  // wrong
  wrong: 'Wrong?',
  whoReallySaid: 'Who really said it?',
  whichQuote: 'Which quote',
  whoSaid: 'Who said it',
  personBodySide: 'A person, a body or a side. Leave it empty when nobody did: the article’s own words.',
  note: 'Note',
  howSeesWho: 'How one sees it, for who reads the corrections.',
  noQuoteMessage: (which: string | number) => `There is no quote ${which} in that message.`,
  articleChangedSinceAnswer:
    'The article was changed since that answer; please ask again and correct the new one.',
  nobodyArticleOwn: 'nobody’s, the article’s own words',
  saidBy: (name: string | number) => `said by ${name}`,
  thankYouQuote: (which: string | number, whose: string | number) =>
    `Thank you. Quote ${which} is noted as ${whose}; it shows so from now on.`,
  undo: 'Undo',
  takenBackQuote: 'Taken back: the quote shows as it did before.',
} as const;
