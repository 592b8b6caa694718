import { plural } from '../../show/show-count.ts';

/** Words of answers: to a question, and on speakers, positions, changes and dates. */
export const ANSWER_WORDS = {
  // suggestions
  whatDoes: (side: string | number, verb: string | number, topic: string | number) =>
    `What does ${side} ${verb} on ${topic}?`,
  // ask-command
  onWhat: 'On what',
  whoSaidWhat: 'Who said what: answers a question with word-for-word quotes and where they stand',
  whatYouWant: 'What you want to know, in your own words',
  onlyWhatSide: 'Only what this side says',
  onlyWhatPerson: 'Only what this person or body says',
  onlyTopic: 'Only on this topic',
  showAnswerOnly: 'Show the answer only to you',
  goingOnWith: (told: string | number) => `going on with ${told}`,
  nobodyCalledSpeaks: (speaker: string | number) => `Nobody called “${speaker}” speaks in these articles.`,
  speaksNotAsk: (name: string | number, own: string | number, label: string | number) =>
    `${name} speaks for ${own}, not for ${label}: ask for one or the other.`,
  only: (name: string | number) => `Only ${name}`,
  understood: 'Understood',
  notKnownThese: 'Not known in these articles',
  // changes-command
  whoMovedWhat: 'Who moved: what changed in what the sides say, each change with its two quotes',
  onlyWhatSideSaid: 'Only what this side said',
  dayLikeWithout: 'A day like 2022-01-10; without it, since you last asked',
  whatChanged: 'What changed',
  whatChangedFor: (side: string | number) => `What changed for ${side}`,
  sinceYouLast: 'since you last asked',
  // compare-command
  twoSidesTopic: 'Two sides on a topic beside each other, the same number of quotes each',
  sideWhatLeft: 'One side; what is left out is who said most',
  otherSide: 'The other side',
  nameTwoDifferent: 'Name two different sides; /position shows what one of them says.',
  // export-command
  whatSaidFile: 'What was said as a file: CSV, JSON Lines, Markdown or BibTeX, each quote with its place',
  csvWithout: 'CSV without it',
  onlyWhatPersonBody: 'Only what this person or body said',
  onlyWhatSaid: 'Only what was said on this topic',
  formatsThere: (formats: string | number) => `There are the formats ${formats}.`,
  nobodySaysThese: 'Nobody says that in these articles.',
  moreThanDiscord: 'That is more than Discord takes as a file; narrow it by side, speaker or topic.',
  saidAsFile: 'What was said, as a file',
  // position-commands
  whatSideSays: 'What a side says on a topic now: the latest of each kind, with what it replaces',
  whoseWords: 'Whose words',
  whatSideOffers: 'What a side offers, demands, rejects on a topic, with its best quote for each',
  whosePosition: 'Whose position',
  // matrix-command
  howMuchEach: 'How much each side says on each topic, and what it mostly does there',
  // sources-command
  whichArticlesAnswers: 'Which articles the answers come from, with outlet and date',
  noArticlesYet: 'There are no articles yet, so there is nothing to answer from.',
  answersComeNewest: (count: string | number) => `Answers come from ${count}, newest first.`,
  articles: 'Articles',
  outletNotGiven: 'outlet not given',
  // speaker-command
  whoWhatDid: 'Who is this, and what did they say: their statements, newest first',
  personBodyArticles: 'A person or body in the articles',
  // timeline-command
  whatSaidTopic: 'What was said on a topic, by date, the oldest first',
  // evidence-card
  alsoNumber: (n: number) => `also ${n}`,
  wordsFor: (given: string, source: string) => `${given} for ${source}`,
  alsoMore: (othersCount: string | number) => `also in ${othersCount} more`,
  alsoInMore: (left: string | number) => `also in ${left} more`,
  // notices
  noStatementFound: (articles: number) => `No statement found in ${plural(articles, 'article')}.`,
  // picture
  withoutPictureI: 'Without its picture: I need the permission Attach Files here.',
  // render-answer
  readAs: (readAs: string | number) => `read as: ${readAs}`,
  closestIFound: ' The closest I found is below; it is no answer.',
  closestButNo: 'closest, but no answer',
  nothingFound: 'Nothing found.',
  searched: (articles: number, passages: number, near: string | number) =>
    `Searched ${plural(articles, 'article')}, ${plural(passages, 'passage')}.${near}`,
  didYouMean: (suggestions: string | number) => ` Did you mean ${suggestions}?`,
  nobodyCalledSpeaksThese: (name: string | number, near: string | number) =>
    `Nobody called “${name}” speaks in these articles.${near}`,
  noStatementThese: (who: string | number, on: string | number) =>
    `No statement of ${who}${on} in these articles.`,
  alsoCalled: (aliases: string | number) => `also called ${aliases}`,
  nobodySpeaksThese: 'Nobody speaks in these articles.',
  howManyStatements: (rowsCount: number) => `${plural(rowsCount, 'speaker')}, with how many statements`,
  speakers: 'Speakers',
  // render-changes
  now: (what: string) => `${what}, now`,
  says: ' · says',
  before: (what: string) => `before: ${what}`,
  noChangeFound: (line: string | number, articles: number) =>
    `${line}: no change found in ${plural(articles, 'article')}.`,
  newestFirstChange: (line: string | number, changesCount: number) =>
    `**${line}: ${plural(changesCount, 'change')}**\n` +
    '-# The newest first. A change is only what its two quotes show; the words that differ are bold',
  noStatementOn: (line: string | number, articles: number) =>
    `${line}: no statement found in ${plural(articles, 'article')}.`,
  latestEachKind: (line: string | number, asides: string | number) =>
    `**${line}**\n-# The latest of each kind, asides last: ${asides}`,
  // render-compare
  compared: (topic: string) => `${topic}, compared`,
  noStatement: 'no statement',
  // render-positions
  otherStatements: 'other statements',
  byDate: (what: string) => `${what}, by date`,
  noArticleDate: 'No article with a date',
  datedOldestFirst: (statementsCount: number) =>
    `${plural(statementsCount, 'statement')} with a date, the oldest first`,
  undatedAtEnd: (undatedCount: string | number) => `${undatedCount} in articles without a date, at the end`,
} as const;
