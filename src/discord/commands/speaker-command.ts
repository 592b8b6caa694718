import { ApplicationCommandOptionType } from 'discord.js';
import { z } from 'zod';
import { renderSpeaker, renderSpeakers } from '../render/render-answer.ts';
import { nearSpeakers } from '../suggestions.ts';
import { labelOf } from '../../show/show-speaker.ts';
import { completeFilter, offeredOption } from './define/choices.ts';
import { isCallFor } from './define/called.ts';
import type { Command, OptionValues } from './define/command.ts';
import { ANSWER_WORDS } from '../words/answer-words.ts';

/** Called in words it may be without a name: who speaks at all. */
const Options = z.object({ name: z.string().optional(), topic: z.string().optional() });

const EVERYBODY = { names: 'speaker speak person people', beside: 'list quote' };
/** "Who's this Ruhm guy", also without its verb. */
const WHO = { names: 'this dis that guy man woman lady dude bloke person', beside: 'even' };
const SAID = { names: 'statement quote remark comment word' };

/** Shows who somebody is and what they said, newest first. */
export const speaker: Command = {
  name: 'speaker',
  description: ANSWER_WORDS.whoWhatDid,
  options: () => [
    {
      type: ApplicationCommandOptionType.String,
      name: 'name',
      description: ANSWER_WORDS.personBodyArticles,
      required: true,
      autocomplete: true,
    },
    offeredOption('topic', ANSWER_WORDS.onlyTopic),
  ],
  visibility: () => 'public',
  calledBy(named): OptionValues | null {
    const { kind, speaker: name, side, topic, parts, rest, clause } = named;
    if (parts.length === 0) return isCallFor(named, EVERYBODY) ? {} : null;
    if (name === undefined || side !== undefined || topic !== undefined) return null;
    const isOfAll = /\b(?:all|everything)\b/i.test(clause) && (rest.length === 0 || isCallFor(named, SAID));
    const isWho =
      kind === 'who-is'
        ? rest.length === 0 || isCallFor(named, WHO)
        : /^\W*who\b/i.test(clause) && isCallFor(named, WHO);
    return isWho || isOfAll ? { name } : null;
  },
  async run({ app, options, page }) {
    const { name, topic } = Options.parse(options);
    if (name === undefined) return renderSpeakers(await app.speakers(), app.sides, page);
    const [found, all] = await Promise.all([app.speaker(name, { topic }), app.speakers()]);
    const role = all.find((row) => row.name === found.speaker?.name)?.role;
    const label = topic === undefined ? undefined : labelOf(topic, app.topics);
    const reply = renderSpeaker(found, { name, topic: label, role }, app, page);
    return found.speaker === null ? { ...reply, suggestions: await nearSpeakers(app, name) } : reply;
  },
  complete: completeFilter,
};
