import { type APIApplicationCommandBasicOption, ApplicationCommandOptionType } from 'discord.js';
import { z } from 'zod';
import type { SourceName } from '../../../app/capabilities.ts';
import { UserError } from '../../../errors.ts';
import { LIMITS } from '../../limits.ts';
import { createReply, sentenceReply } from '../../reply.ts';
import type { Attached, Choice, Command } from '../define/command.ts';
import { assertMayEdit, fewAtATime } from './may-add.ts';
import { handedOver } from './handed-over.ts';
import { listSources, showChecked } from './show-sources.ts';
import { addAll } from './run-job.ts';
import { ADDING_WORDS } from '../../words/adding-words.ts';
import type { SourceRow } from '../../../domain/answer.ts';

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
  description: ADDING_WORDS.addressArticleFeed,
  max_length: 2000,
};
const FILE_OPTION: APIApplicationCommandBasicOption = {
  type: ApplicationCommandOptionType.Attachment,
  name: 'file',
  description: ADDING_WORDS.pagePdfWord,
};

/** Adds articles, takes them out, lists and checks them. */
export const source: Command = {
  name: 'source',
  description: ADDING_WORDS.addArticlesFeeds,
  isForServers: true,
  isFree: ({ subcommand }) => subcommand === 'list' || subcommand === 'remove',
  takesLong: true,
  options: () => [
    {
      type: ApplicationCommandOptionType.Subcommand,
      name: 'add',
      description: ADDING_WORDS.readArticleFeed,
      options: [
        URL_OPTION,
        FILE_OPTION,
        {
          type: ApplicationCommandOptionType.String,
          name: 'corrects',
          description: ADDING_WORDS.articleWhichCorrected,
          autocomplete: true,
        },
      ],
    },
    {
      type: ApplicationCommandOptionType.Subcommand,
      name: 'remove',
      description: ADDING_WORDS.takeArticleOut,
      options: [
        {
          type: ApplicationCommandOptionType.String,
          name: 'article',
          description: ADDING_WORDS.whichIdAddress,
          required: true,
          autocomplete: true,
        },
      ],
    },
    {
      type: ApplicationCommandOptionType.Subcommand,
      name: 'list',
      description: ADDING_WORDS.articlesTheirIds,
      options: [
        {
          type: ApplicationCommandOptionType.Integer,
          name: 'page',
          description: ADDING_WORDS.whichPageNewest,
          min_value: 1,
        },
      ],
    },
    {
      type: ApplicationCommandOptionType.Subcommand,
      name: 'check',
      description: ADDING_WORDS.whatArticleFile,
      options: [URL_OPTION, FILE_OPTION],
    },
  ],
  visibility: () => 'private',
  async run({ app, options, server, settings, asker, attached = [], progress, signal }) {
    const { subcommand, url, corrects, article, page } = Options.parse(options);
    if (subcommand === 'list') return listSources(app, page);
    const { id: serverId } = assertMayEdit(server, settings);
    if (subcommand === 'remove') {
      if (await app.dropFeed(article)) return sentenceReply(ADDING_WORDS.feedFollowedNo(article));
      const [gone] = await app.retract([article], asker?.name ?? 'somebody', signal);
      if (gone?.removed) return sentenceReply(ADDING_WORDS.takenOutDoes(article, gone.statements));
      const near = gone?.nearest.map((id) => `“${id}”`).join(ADDING_WORDS.or) ?? '';
      throw new UserError(
        ADDING_WORDS.noArticleFeed(article, near === '' ? '' : ADDING_WORDS.didYouMean(near)),
      );
    }
    const names = namesOf(url, attached);
    return fewAtATime(serverId, async () => {
      if (subcommand === 'check') return showChecked(await app.checkSources(names, signal), app.sides);
      progress?.tell(createReply(ADDING_WORDS.reading));
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
  if (names.length === 0) throw new UserError(ADDING_WORDS.fillUrlAttach);
  return names;
}

/** Articles and feeds that have what is typed in their title, outlet or id, to be chosen from. */
function articleChoices(
  rows: readonly Pick<SourceRow, 'id' | 'title' | 'outlet' | 'published'>[],
  feeds: readonly string[],
  typed: string,
): Choice[] {
  const wanted = typed.trim().toLowerCase();
  const all = [
    ...rows.map(({ id, title, outlet, published }) => ({
      name: [title, outlet, published].filter((part) => part !== null).join(' · '),
      value: id,
    })),
    ...feeds.map((feed) => ({ name: ADDING_WORDS.feedOf(feed), value: feed })),
  ];
  return all.filter(({ name, value }) => `${name} ${value}`.toLowerCase().includes(wanted));
}
