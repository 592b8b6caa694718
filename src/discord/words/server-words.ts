import { plural } from '../../show/show-count.ts';

/** Words of what a server sets, of its collections, and of forgetting. */
export const SERVER_WORDS = {
  // parley-command
  intentMissing:
    'I cannot read messages there: the Message Content intent is not granted to my application. Who runs me can switch it on ' +
    'in the Discord developer portal.',
  withoutMention: (where: string) => `**Without a mention** · ${where}`,
  nowhere: 'nowhere',
  whereIAnswer:
    'Where I answer in this server, how much, from which articles; what I keep of you is removed here too',
  showsSettingsServer: 'Shows the settings of this server, and changes those that you fill in',
  whetherAnswersCommands: 'Whether answers to commands are shown only to who asked',
  answerAllSee: 'Answer for all to see in this channel and those named before, and nowhere else',
  takeChannelOff: 'Take this channel off that list; an empty list means everywhere',
  whoHasRole: 'Who has this role, or one named before, may add articles and take them out',
  takeRoleOff: 'Take this role off that list; an empty list means who manages the server',
  answerEveryQuestion: 'Answer every question in this channel, also without a mention',
  answerNowhereWithout: 'Answer nowhere without a mention',
  howManyQuestions: 'How many questions one person may ask in a minute',
  howManyQuestionsAll: 'How many questions all here together may ask in a minute',
  everythingBeginningBefore: 'Everything as it was at the beginning, before what else is filled in',
  settingsThoseServer: 'Settings are those of a server; use the command there.',
  onlyWhoManage: 'Only who may manage this server can see and change its settings.',
  howIBehave: 'How I behave in this server.',
  settings: 'Settings',
  mostChannelsCan: (MOST_CHANNELS: string | number) =>
    `At most ${MOST_CHANNELS} channels can be named; take one off with not_in first.`,
  mostRolesCan: (MOST_CHANNELS: string | number) =>
    `At most ${MOST_CHANNELS} roles can be named; take one off with not_editors first.`,
  everyChannel: 'in every channel',
  only: (channels: string | number) => `only in ${channels}`,
  answersAllSee: (where: string | number) => `**Answers for all to see** · ${where}`,
  shownOnlyWho: 'shown only to who asked',
  shownAllWhere: 'shown to all, where that is allowed',
  answersCommands: (who: string | number) => `**Answers to commands** · ${who}`,
  everyQuestion: (autoChannel: string | number) => `every question in ${autoChannel}`,
  articlesAddedTaken: (others: string | number) =>
    `**Articles are added and taken out** · by who manages the server${others}`,
  questionsMinutePerson: (perUser: string | number, perServer: string | number) =>
    `**Questions a minute** · ${perUser} of one person, ${perServer} of the server`,
  // door
  serversHaveNo:
    'Servers have no collections of their own here; /parley collection use:shared reads the shared one.',
  // read-only-app
  theseArticlesShared:
    'These articles are shared with others, so that nothing is changed in them from here; who is in the server that I belong to can ' +
    'say there, or to me directly, who said something, and who manages another one can begin its own collection with /parley collection.',
  nothingAddedThese:
    'Nothing is added to these articles from here, so that nothing is checked for them either; who manages this server can ' +
    'begin its own collection with /parley collection.',
  // forget
  ofMe: 'of me',
  ofThisServer: 'of this server',
  removeGoodWhat: 'Remove for good what I keep of you, or of this server',
  youCorrectionsFollows:
    'Of you: corrections and follows. Of the server, for who manages it: collections, settings',
  noServerUse: 'There is no server here; use the command in the one that is meant.',
  onlyWhoManageServer: 'Only who may manage this server can have what I keep of it removed.',
  removedServerAll: (collections: number, follows: number) =>
    `Removed: ${plural(collections, 'collection')} of this server with all that is in them, its settings, and ` +
    `${plural(follows, 'follow')} of its channels.`,
  nobodyKnownWho: 'Nobody is known here who could be forgotten; use the command.',
  removedYoursWhat: (corrections: number, follows: number) =>
    `Removed: ${plural(corrections, 'correction')} and ${plural(follows, 'follow')} of yours, and what I ` +
    'kept for a while of what you asked.',
  couldNotReached: (missed: number) =>
    ` ${plural(missed, 'collection')} could not be reached; please try again later.`,
  // own-collections
  inChannel: (channel: string, collection: string) => `**In <#${channel}>** · ${collection}`,
  none: 'none',
  whichArticlesI: 'Which articles I answer from here: those all servers share, or a collection of your own',
  beginEmptyCollection: 'Begin an empty collection of this server with this name, and use it',
  answerNameShared: 'Answer from this one: its name, or shared',
  onlyChannelWithout: 'Only in this channel; without it, in the whole server',
  channelHasNo: 'This channel has no collection of its own any more',
  deleteCollectionServer: 'Delete this collection of the server for good: its name',
  collectionsThoseServer: 'Collections are those of a server; use the command there.',
  onlyWhoManageServerCan: 'Only who may manage this server can see and change its collections.',
  iAmNot: 'I am not in this server; invite me first, then it can have a collection of its own.',
  emptyPutArticles: ' It is empty: put articles into it with `/source add`.',
  whatIAnswer: (hint: string | number) => `What I answer from in this server.${hint}`,
  collections: 'Collections',
  serversCanHave: 'Servers can have no collections of their own here.',
  collectionAlreadyChoose: (name: string | number) =>
    `There is a collection “${name}” already; choose another name, or use it.`,
  serverCanHave: (MOST_COLLECTIONS: string | number) =>
    `A server can have ${MOST_COLLECTIONS} collections; remove one first.`,
  sayUseNew: 'Say with use (or new) which collection that channel is to be answered from.',
  mostChannelsCanHave: (MOST_TIED: string | number) =>
    `At most ${MOST_TIED} channels can have their own; take one off with channel_off first.`,
  sharedCollectionNot: 'The shared collection is not this server’s to remove.',
  noCollectionServer: (name: string | number, names: string | number) =>
    `There is no collection “${name}” of this server; there are: ${names}.`,
  sharedCollectionRead: 'the shared collection, read only',
  iAnswer: (collection: string | number) => `**I answer from** · ${collection}`,
  serverOwn: (articles: string | number) => `**This server’s own** · ${articles}`,
} as const;
