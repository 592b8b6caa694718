/** Words of help and welcome. */
export const HELP_WORDS = {
  // help-command
  articlesLine: 'what I read',
  askLine: 'who said what, word for word',
  speakerLine: 'what somebody says, or a side',
  compareLine: 'sides together, by date, at a glance',
  verifyLine: 'is a quote right?',
  followLine: 'who moved, and being told',
  aboutYouLine: 'this, and what is kept of you',
  settingsLine: 'where I answer, and from what',
  otherWays:
    'Hold a message, Apps: **Check quotes in this message**, or **Add to the articles**. Or mention me, reply to me, or write ' +
    'to me directly.',
  moreCommands: 'More commands',
  moreHeading: 'What more there is:',
  helpDescription: 'What you can ask here, and how',
  helpHeading: 'Who said what in the articles I have read:',
  // welcome
  hello: (articles: string | number) =>
    `Hello! I have read ${articles} and tell who said what in them, word for word:`,
} as const;
