/** Words of what is followed, and how it is told. */
export const FOLLOW_WORDS = {
  // teller
  channelGone: 'the channel is gone',
  accountGone: 'the account is gone',
  serverYouNo: 'it is of a server that you are no longer in',
  iNotSee: 'I may not see that channel any more',
  iNotWrite: 'I may not write in that channel any more',
  takesNoDirect: 'it takes no direct messages from me',
  iCannotWrite: 'I cannot write in that channel',
  youNoLonger: (what: string | number, reason: string | number) =>
    `You are no longer told ${what}: ${reason}. /follow begins it anew.`,
  // render-batch
  nothingNew: 'Nothing new',
  moreStatement: 'more statement',
  besides: 'Besides',
  alsoIn: (outlets: string | number) => `also in ${outlets}`,
  allSaid: 'All that is said',
  // render-follows
  directMessages: 'in direct messages',
  youFollowNothing: 'You follow nothing, and nothing is told in this channel. `/follow` begins it.',
  unfollowNumberEnds: '`/unfollow` with a number ends one.',
  whatFollowed: 'What is followed',
  // why-not-told
  channelNoServer: 'that channel is of no server',
  otherArticlesRead: 'other articles are read there now',
  // follow
  toldWhenSpeaker: 'Be told when a speaker, a side, or anybody on a topic says something new',
  whatPersonBody: 'What this person or body says',
  whatSideSays: 'What this side says',
  whatSaidTopic: 'What is said on this topic',
  onlyWhatOffers: 'Only what offers, demands, rejects …',
  channelThoseWho: 'In this channel (for those who manage the server), or to me',
  onceGathered: 'At once, or gathered',
  hoursWithoutMessages: 'Hours without messages, like 22-7 or 22-7 Europe/Berlin',
  nameSpeakerSide: 'Name one of speaker, side and topic to follow.',
  nobodyKnownWho: 'Nobody is known here who could be told; use the command.',
  noChannelServer: 'There is no channel of a server here; follow with where: to me.',
  whatToldChannel: 'What is told in a channel is set by those who manage the server; use where: to me.',
  followedFollowingLists: (follow: string | number, id: string | number) =>
    `Followed: ${follow}. \`/following\` lists it, \`/unfollow which:${id}\` ends it.`,
  // following
  whatYouFollow: 'What you follow, and what is told in this channel',
  // unfollow
  endWhatYou: 'End what you follow; /following shows the numbers',
  numberFollowingShows: 'The number that /following shows',
  youFollowNothingNumber: (which: string | number) =>
    `You follow nothing with the number ${which}; /following shows the numbers.`,
  noLongerFollowed: (follow: string | number) => `No longer followed: ${follow}.`,
} as const;
