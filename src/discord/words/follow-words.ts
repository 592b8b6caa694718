import { plural } from '../../show/show-count.ts';

/** Words of what is followed, and how it is told. */
export const FOLLOW_WORDS = {
  // teller
  channelGone: 'the channel is gone',
  accountGone: 'the account is gone',
  serverLeft: 'it is of a server that you are no longer in',
  mayNotSeeChannel: 'I may not see that channel any more',
  mayNotWriteThere: 'I may not write in that channel any more',
  takesNoDirectMessages: 'it takes no direct messages from me',
  cannotWriteThere: 'I cannot write in that channel',
  toldNoLonger: (what: string | number, reason: string | number) =>
    `You are no longer told ${what}: ${reason}. /follow begins it anew.`,
  // render-batch
  andMoreStatements: (count: number) => `\nand ${plural(count, 'more statement')}`,
  digest: (pace: string) => ` · ${pace} digest`,
  nothingNew: 'Nothing new',
  besides: 'Besides',
  alsoIn: (outlets: string | number) => `also in ${outlets}`,
  allSaid: 'All that is said',
  // render-follows
  inChannel: (channel: string) => `in <#${channel}>`,
  quiet: (hours: string) => `quiet ${hours}`,
  feed: (address: string) => ` · [feed](${address})`,
  directMessages: 'in direct messages',
  youFollowNothing: 'You follow nothing, and nothing is told in this channel. `/follow` begins it.',
  unfollowNumberEnds: '`/unfollow` with a number ends one.',
  whatFollowed: 'What is followed',
  // why-not-told
  channelNoServer: 'that channel is of no server',
  otherArticlesRead: 'other articles are read there now',
  // follow-commands
  toMe: 'to me',
  inThisChannel: 'in this channel',
  followDescription: 'Be told when a speaker, a side, or anybody on a topic says something new',
  whatPersonBody: 'What this person or body says',
  whatSideSays: 'What this side says',
  whatSaidTopic: 'What is said on this topic',
  onlyWhatOffers: 'Only what offers, demands, rejects …',
  whereOption: 'In this channel (for those who manage the server), or to me',
  paceOption: 'At once, or gathered',
  quietOption: 'Hours without messages, like 22-7 or 22-7 Europe/Berlin',
  nothingNamed: 'Name one of speaker, side and topic to follow.',
  nobodyToTell: 'Nobody is known here who could be told; use the command.',
  noChannelHere: 'There is no channel of a server here; follow with where: to me.',
  channelForManagers: 'What is told in a channel is set by those who manage the server; use where: to me.',
  followed: (follow: string | number, id: string | number) =>
    `Followed: ${follow}. \`/following\` lists it, \`/unfollow which:${id}\` ends it.`,
  // follow-commands
  followingDescription: 'What you follow, and what is told in this channel',
  unfollowDescription: 'End what you follow; /following shows the numbers',
  numberOption: 'The number that /following shows',
  noSuchNumber: (which: string | number) =>
    `You follow nothing with the number ${which}; /following shows the numbers.`,
  noLongerFollowed: (follow: string | number) => `No longer followed: ${follow}.`,
} as const;
