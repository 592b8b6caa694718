import { UserError } from '../../../errors.ts';
import type { MessageCommand } from '../define/command.ts';
import { assertMayEdit, fewAtATime } from './may-add.ts';
import { handedOver } from './handed-over.ts';
import { addAll } from './run-job.ts';
import { ADDING_WORDS } from '../../words/adding-words.ts';

/** More than these is a list, which is better a feed. */
const MOST = 10;

/** Adds every link and file of somebody's message to the articles. */
export const addToArticles: MessageCommand = {
  name: ADDING_WORDS.addArticles,
  isForServers: true,
  takesLong: true,
  async run({ app, text, server, settings, attached = [], progress, signal }) {
    const { id: serverId } = assertMayEdit(server, settings);
    const names = [...linksIn(text), ...attached.map(handedOver)];
    if (names.length === 0) throw new UserError(ADDING_WORDS.neitherLinkNor);
    if (names.length > MOST) throw new UserError(ADDING_WORDS.mostLinksFiles(MOST, names.length));
    return fewAtATime(serverId, () => addAll({ app, signal, progress }, names));
  },
};

/** The addresses in a text, each once; what ends a sentence or a bracket around one is none of it. */
export function linksIn(text: string): string[] {
  const found = text.match(/https?:\/\/[^\s<>|]+/g) ?? [];
  const links = found.map((link) => {
    const bare = link.replace(/[.,;:!?'"’”*_~`]+$/, '');
    // "(see https://…)", but not "https://…/A_(b)".
    return bare.endsWith(')') && !bare.includes('(') ? bare.replace(/\)+[.,;:!?]*$/, '') : bare;
  });
  return [...new Set(links)].filter((link) => URL.canParse(link));
}
