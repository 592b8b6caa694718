import { ApplicationCommandOptionType, type APIApplicationCommandBasicOption } from 'discord.js';
import { z } from 'zod';
import type { SourceName } from '../../../app/capabilities.ts';
import { UserError } from '../../../errors.ts';
import { plural } from '../../../show/show-count.ts';
import { LIMITS } from '../../limits.ts';
import { createReply, sentenceReply } from '../../reply.ts';
import { articleChoices } from './article-choices.ts';
import type { Attached, Command } from '../define/command.ts';
import { assertMayEdit } from './assert-may-edit.ts';
import { fewAtATime } from './few-at-a-time.ts';
import { handedOver } from './handed-over.ts';
import { listSources } from './list-sources.ts';
import { addAll } from './run-job.ts';
import { showChecked } from './show-added.ts';

const Options = z.object({
  subcommand: z.enum(['add', 'remove', 'list', 'check']),
  url: z.string().trim().optional(),
  corrects: z.string().optional(),
  article: z.string().default(''),
  page: z.number().default(1),
});

const URL_OPTION: APIApplicationCommandBasicOption = {
  type: ApplicationCommandOptionType.String,
  name: 'url',
  description: 'The address of an article, or of a feed (RSS, Atom, JSON), which is followed then',
  max_length: 2000,
};
const FILE_OPTION: APIApplicationCommandBasicOption = {
  type: ApplicationCommandOptionType.Attachment,
  name: 'file',
  description: 'A page, PDF, Word document, mail, subtitles or text',
};

/** Adds articles, takes them out, lists and checks them. */
export const source: Command = {
  name: 'source',
  description: 'Add articles, feeds and files to those I answer from, take them out, or check one first',
  isForServers: true,
  isFree: ({ subcommand }) => subcommand === 'list' || subcommand === 'remove',
  takesLong: true,
  options: () => [
    {
      type: ApplicationCommandOptionType.Subcommand,
      name: 'add',
      description: 'Read an article, a feed or a file, and answer from it from now on',
      options: [
        URL_OPTION,
        FILE_OPTION,
        {
          type: ApplicationCommandOptionType.String,
          name: 'corrects',
          description: 'The article of which this is the corrected version: it is replaced',
          autocomplete: true,
        },
      ],
    },
    {
      type: ApplicationCommandOptionType.Subcommand,
      name: 'remove',
      description: 'Take an article out, with all that is quoted from it, or follow a feed no longer',
      options: [
        {
          type: ApplicationCommandOptionType.String,
          name: 'article',
          description: 'Which one, by its id or the address of the feed',
          required: true,
          autocomplete: true,
        },
      ],
    },
    {
      type: ApplicationCommandOptionType.Subcommand,
      name: 'list',
      description: 'The articles with their ids, and the feeds that were added',
      options: [
        {
          type: ApplicationCommandOptionType.Integer,
          name: 'page',
          description: 'Which page, the newest articles first',
          min_value: 1,
        },
      ],
    },
    {
      type: ApplicationCommandOptionType.Subcommand,
      name: 'check',
      description:
        'What an article or file would be: whole or not, who speaks in it, whether it is there; keeps nothing',
      options: [URL_OPTION, FILE_OPTION],
    },
  ],
  visibility: () => 'private',
  async run({ app, options, server, settings, asker, attached = [], progress, signal }) {
    const { subcommand, url, corrects, article, page } = Options.parse(options);
    if (subcommand === 'list') return listSources(app, page);
    const { id: serverId } = assertMayEdit(server, settings);
    if (subcommand === 'remove') {
      if (await app.dropFeed(article))
        return sentenceReply(`The feed ${article} is followed no longer; what was read from it stays.`);
      const [gone] = await app.retract([article], asker?.name ?? 'somebody', signal);
      if (gone?.removed)
        return sentenceReply(
          `Taken out: ${article}, with ${plural(gone.statements, 'statement')}. It does not come back by its feed or file; /source add brings it back.`,
        );
      const near = gone?.nearest.map((id) => `“${id}”`).join(' or ') ?? '';
      throw new UserError(
        `There is no article or feed “${article}”${near === '' ? '' : `; did you mean ${near}?`}`,
      );
    }
    const names = namesOf(url, attached);
    return fewAtATime(serverId, async () => {
      if (subcommand === 'check') return showChecked(await app.checkSources(names, signal), app.sides);
      progress?.tell(createReply('Reading …'));
      return addAll({ app, signal, progress }, names, corrects ?? null);
    });
  },
  async complete({ app, option, value }) {
    if (option !== 'article' && option !== 'corrects') return [];
    const feeds = option === 'article' ? await app.feeds() : [];
    return articleChoices(await app.sources(), feeds, value).slice(0, LIMITS.choices);
  },
};

function namesOf(url: string | undefined, attached: readonly Attached[]): SourceName[] {
  const names = [...(url === undefined || url === '' ? [] : [url]), ...attached.map(handedOver)];
  if (names.length === 0) throw new UserError('Fill in url, or attach a file.');
  return names;
}
