import { plural } from '../../show/show-count.ts';

/** Words of what cannot be done now or here. */
export const REFUSAL_WORDS = {
  // clicks
  buttonsTooOld:
    'I no longer have what this message shows, so its buttons do nothing any more; please ask again.',
  channelShowsNone: 'In this channel answers are not shown to all; try another one.',
  sharedBy: (content: string | number, name: string | number) => `${content} · shared by ${name}`,
  // dispatch
  commandGone: 'This command is no longer here; /help lists those that are.',
  // failure
  tookTooLong: (seconds: string | number) =>
    `This took longer than ${seconds} seconds and was stopped; please ask again.`,
  wentWrong: (reference: string | number) => `Something went wrong here (reference ${reference}).`,
  // respond
  mayNotWriteHere: 'I may not write in this channel for all to see.',
  // intake
  restarting: 'Parley is being restarted and takes no new questions; please ask again in a minute.',
  overTheLimit: (whose: string | number, limit: number, seconds: string | number) =>
    `${whose} ${plural(limit, 'question')} in a minute; please ask again in ${seconds}.`,
  youAsked: 'You asked',
  serverAsked: 'This server asked',
  // message-replies
  mayNotAnswerThere:
    'You asked me something where I am not allowed to answer. I need the permissions View Channels, Send Messages (in Threads), ' +
    'and Read Message History there; who manages the server can give them.',
  // threads
  threadOpened:
    'Ask on here. What you ask about and whom stays as it is until you name another: “and on exercises?”, “only …”. ' +
    'Where I do not answer, mention me.',
  threadThereAlready: (id: string | number) => `There is a thread for this answer already: <#${id}>.`,
  threadIs: (id: string | number) => `Go on in <#${id}>.`,
  mayNotOpenThread:
    'I may not open a thread here: I need the permissions Create Public Threads and Send Messages in Threads. ' +
    'Who manages the server can give them.',
  // hand-on-interactions
  wentWrongAskAgain: 'Something went wrong here; please ask again.',
} as const;

/** What is said to a question in another language: that the articles are English, and what works without words. */
const LINES: Readonly<Record<string, string>> = {
  de: 'Die Artikel sind auf Englisch (English), bitte frag auf Englisch. Ohne Worte gehen',
  es: 'Los artículos están en inglés (English); pregunta en inglés, por favor. Sin palabras funcionan',
  fr: 'Les articles sont en anglais (English) ; pose ta question en anglais. Sans mots, il y a',
  uk: 'Статті англійською (English) — запитай, будь ласка, англійською. Без слів працюють',
  ru: 'Статьи на английском (English) — спроси, пожалуйста, по-английски. Без слов работают',
};
const ENGLISH = 'The articles are in English: please ask in English. What works without words';

/** One line in that language (an ISO 639-1 code), up to the commands that follow it; in English for one not known here. */
export function otherLanguageLine(language: string): string {
  return LINES[language] ?? ENGLISH;
}
