import { plural } from '../../show/show-count.ts';

/** Words of sides and topics, and of the forms that edit them. */
export const EDIT_WORDS = {
  // undo-edit
  onlyWhoManage: 'Only who may manage this server can edit its sides and topics.',
  undo: 'Undo',
  takenBackBefore: 'Taken back: it is as it was before.',
  // edit-form
  isSide: (label: string) => `${label} is a side`,
  isPerson: (name: string, person: string) => `${name} is ${person}`,
  isTopic: (label: string) => `${label} is a topic`,
  and: ' and ',
  touchesReadAgain: (articles: number, verb: string | number) =>
    ` ${plural(articles, 'article')} that it touches ${verb} read again.`,
  touchesReadAgainMeanwhile: (articles: number) =>
    ` ${plural(articles, 'article')} that it touches are read again meanwhile.`,
  doneHoldsNow: (made: string | number, read: string | number) =>
    `Done: ${made}. It holds from now on.${read}`,
  sideCalled: (side: string | number, label: string | number) => `the side ${side} is called ${label}`,
  called: (person: string | number, name: string | number) => `${person} is called ${name}`,
  speaksNoSide: (person: string | number) => `${person} speaks for no side`,
  speaks: (person: string | number, side: string | number) => `${person} speaks for ${side}`,
  topicCalled: (topic: string | number, label: string | number) => `the topic ${topic} is called ${label}`,
  hasWords: (add: string | number) => `has the words ${add}`,
  noLongerHas: (remove: string | number) => `no longer has ${remove}`,
  topic: (topic: string | number, edits: string | number) => `the topic ${topic} ${edits}`,
  // edit-forms
  who: 'Who',
  anyNameArticles: 'By any name that articles give them.',
  wordsShow: 'Words that show it',
  commasBetweenThem: 'With commas between them; forms of the same word are found anyway.',
  giveSide: 'Give a side',
  whomDoesSomebody: 'For whom does somebody speak?',
  side: 'Side',
  leaveEmptyWho: 'Leave it empty for who speaks for none.',
  mergeTwoPeople: 'Merge two people',
  twoNamesPerson: 'Two names of one person',
  name: 'This name',
  person: 'is this person',
  nameKeptOther: 'This name is kept, the other stands for it.',
  personAlready: (name: string | number) => `${name} is one person already.`,
  rename: 'Rename',
  anotherNameSide: 'Another name for a side or person',
  sidePerson: 'Side or person',
  newName: 'New name',
  newSide: 'New side',
  aNewSide: 'A new side',
  label: 'Name',
  namesUnderWhich: 'Names under which it speaks',
  likeUnionDockers: 'Like: the union, the dockers.',
  words: 'Words',
  wordsShowTopic: 'Words that show a topic',
  topicLabel: 'Topic',
  addThese: 'Add these',
  takeTheseOut: 'Take these out',
  anotherNameTopic: 'Another name for a topic',
  newTopic: 'New topic',
  aNewTopic: 'A new topic',
  // find-named
  nobodyListedQuoted: (typed: string | number) =>
    `Nobody is listed or quoted as “${typed}”; /speaker completes the names there are.`,
  noSideLabel: (typed: string | number, sides: string | number) =>
    `There is no side “${typed}”; there are ${sides}.`,
  noTopicLabel: (typed: string | number, topics: string | number) =>
    `There is no topic “${typed}”; there are ${topics}.`,
  // sides-command
  alsoCalled: (names: string) => ` · also ${names}`,
  goesOn: ', more',
  whoSpeaksWhom: 'Who speaks for whom; those who manage the server can change it here',
  noSidesYet: 'There are no sides yet: articles come first.',
  sidesTopicsMade: (edited: number) => ` ${plural(edited, 'edit')} of sides and topics made here.`,
  whoForWhom: 'Who speaks for whom',
  withoutSide: 'Without a side',
  nobodyYet: 'nobody yet',
  // topics-command
  whatNegotiatedWhich:
    'What is negotiated, by which words it is found; those who manage the server can change it here',
  noTopicsYet: 'There are no topics yet.',
  sidesMore: (label: string | number, count: number, shown: string | number, words: string | number) =>
    `**${label}** · ${plural(count, 'statement')} of sides\n${shown}${words}`,
  wordsShowThem: (topicsCount: number) => `${plural(topicsCount, 'topic')}, with the words that show them.`,
  whatNegotiated: 'What is negotiated',
  noTopicYet: 'No topic yet.',
} as const;
