import { plural } from '../../show/show-count.ts';

/** Words of adding articles, feeds and files, and of taking them out. */
export const ADDING_WORDS = {
  // add-to-articles
  addArticles: 'Add to the articles',
  neitherLinkNor: 'There is neither a link nor a file in that message.',
  mostLinksFiles: (MOST: string | number, namesCount: string | number) =>
    `At most ${MOST} links and files of a message are read; there are ${namesCount}.`,
  // source-command
  feedOf: (feed: string | number) => `Feed: ${feed}`,
  or: ' or ',
  addressArticleFeed: 'The address of an article, or of a feed (RSS, Atom, JSON), which is followed then',
  pagePdfWord: 'A page, PDF, Word document, mail, subtitles or text',
  addArticlesFeeds: 'Add articles, feeds and files to those I answer from, take them out, or check one first',
  readArticleFeed: 'Read an article, a feed or a file, and answer from it from now on',
  articleWhichCorrected: 'The article of which this is the corrected version: it is replaced',
  takeArticleOut: 'Take an article out, with all that is quoted from it, or follow a feed no longer',
  whichIdAddress: 'Which one, by its id or the address of the feed',
  articlesTheirIds: 'The articles with their ids, and the feeds that were added',
  whichPageNewest: 'Which page, the newest articles first',
  whatArticleFile:
    'What an article or file would be: whole or not, who speaks in it, whether it is there; keeps nothing',
  feedFollowedNo: (article: string | number) =>
    `The feed ${article} is followed no longer; what was read from it stays.`,
  takenOutDoes: (article: string | number, statements: number) =>
    `Taken out: ${article}, with ${plural(statements, 'statement')}. It does not come back by its feed or file; /source add brings it back.`,
  didYouMean: (near: string | number) => `; did you mean ${near}?`,
  noArticleFeed: (article: string | number, near: string | number) =>
    `There is no article or feed “${article}”${near}`,
  reading: 'Reading …',
  fillUrlAttach: 'Fill in url, or attach a file.',
  // may-add
  articlesThoseServer: 'Articles are those of a server; use the command there.',
  onlyWhoManage:
    'Only who may manage this server can do that, and roles that they name with /parley settings editors.',
  serverHasReadings: (others: string | number) =>
    `This server has ${others} readings of articles under way, which is all that it may have at a time; please ask again when one of them is done.`,
  // handed-over
  hasMbMost: (name: string | number, size: string | number, most: string | number) =>
    `${name} has ${size} MB: at most ${most} MB are read. Split it, or attach its text.`,
  // show-sources
  feedsWereAdded: 'Feeds that were added',
  pageSourceList: (at: string | number, pages: string | number, other: string | number) =>
    ` Page ${at} of ${pages}: \`/source list page:${other}\` shows another.`,
  newestFirst: (rowsCount: number, more: string | number) =>
    `${plural(rowsCount, 'article')}, newest first.${more}`,
  articles: 'Articles',
  moreParagraphs: (count: number) => `${count} more …`,
  statementsBy: (statements: number, speakers: number, who: string) =>
    `${plural(statements, 'statement')} by ${plural(speakers, 'speaker')}${who}.`,
  replacedNewVersion: 'replaced by a new version',
  thereAlready: 'there already',
  notRead: 'not read',
  nothingAdded: 'Nothing was there to be added.',
  articlesDone: (said: string | number) => `Articles: ${said}.`,
  tookTooLong: ' That took too long and was stopped; add it again, and I go on from there.',
  whatFound: 'What was found',
  feedSourceAdd: (from: string | number) => `${from}\nis a feed: /source add follows it.`,
  hasNotChanged: (from: string | number) => `${from} has not changed.`,
  alreadyWordWord: 'It is there already, word for word',
  anotherVersionWhich: 'It is there in another version, which /source add replaces',
  veryTextAlready: 'Its very text is there already',
  takenOut: (takenOutBy: string | number) => `It was taken out by ${takenOutBy}.`,
  nothingKept: 'Nothing of this was kept.',
  whatWould: 'What it would be',
  nobodyQuoted: 'Nobody is quoted in it.',
  withoutSideMore: (names: string | number, more: string | number) =>
    `Without a side: ${names}${more}; /sides gives them one.`,
  wholeArticle: 'The whole article.',
  notWholeArticle: (partial: string | number) => `**Not the whole article**: ${partial}.`,
  hasMostlyWords: (other: string | number) => `It has mostly the words of ${other}, and counts once with it.`,
  added: 'Added',
  newVersionReplaces: 'The new version replaces the old one',
  alreadyUnchanged: 'It is there already, unchanged',
  feedFollowedWhat: (from: string | number) =>
    `${from}\nThis feed is followed: what is new in it is read every quarter of an hour.`,
  // run-job
  articlesRead: (articles: number, from: string | number) => `Read ${plural(articles, 'article')}: ${from} …`,
  addingDoneSentences: (
    articlesTotal: number,
    articlesDone: string | number,
    sentencesDone: string | number,
    sentencesTotal: string | number,
  ) =>
    `Adding ${plural(articlesTotal, 'article')}: ${articlesDone} done, ${sentencesDone} of ${sentencesTotal} sentences …`,
} as const;
