/** Words of help and welcome. */
export const HELP_WORDS = {
  // help
  whoSaidWhat: 'who said what, word for word',
  whatSomebodySays: 'what somebody says, or a side',
  sidesTogetherDate: 'sides together, by date, at a glance',
  quoteRight: 'is a quote right?',
  whoMovedBeing: 'who moved, and being told',
  whatKeptYou: 'this, and what is kept of you',
  whereIAnswer: 'where I answer, and from what',
  holdMessageApps:
    'Hold a message, Apps: **Check quotes in this message**, or **Add to the articles**. Or mention me, reply to me, or write ' +
    'to me directly.',
  moreCommands: 'More commands',
  whatMore: 'What more there is:',
  whatYouCan: 'What you can ask here, and how',
  whoSaidWhatArticles: 'Who said what in the articles I have read:',
  // welcome
  helloIHave: (articles: string | number) =>
    `Hello! I have read ${articles} and tell who said what in them, word for word:`,
} as const;
