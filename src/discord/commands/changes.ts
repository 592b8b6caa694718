import { ApplicationCommandOptionType } from 'discord.js';
import { z } from 'zod';
import { labelOf } from '../../show/show-speaker.ts';
import { renderChanges } from '../render/render-changes.ts';
import { completeFilter, offered } from './define/choices.ts';
import type { Command } from './define/command.ts';

const Options = z.object({
  side: z.string().optional(),
  topic: z.string().optional(),
  since: z.string().optional(),
});

/** Shows what changed in what the sides say. */
export const changes: Command = {
  name: 'changes',
  description: 'Who moved: what changed in what the sides say, each change with its two quotes',
  options: (app) => [
    {
      type: ApplicationCommandOptionType.String,
      name: 'side',
      description: 'Only what this side said',
      ...offered(app.sides),
    },
    {
      type: ApplicationCommandOptionType.String,
      name: 'topic',
      description: 'Only on this topic',
      ...offered(app.topics),
    },
    {
      type: ApplicationCommandOptionType.String,
      name: 'since',
      description: 'A day like 2022-01-10',
    },
  ],
  visibility: () => 'public',
  async run({ app, options, page }) {
    const filters = Options.parse(options);
    const about = [
      filters.side === undefined ? 'What changed' : `What changed for ${labelOf(filters.side, app.sides)}`,
      filters.topic === undefined ? null : `on ${labelOf(filters.topic, app.topics)}`,
      filters.since === undefined ? null : `since ${filters.since}`,
    ];
    const heading = about.filter((part) => part !== null).join(' ');
    return renderChanges(await app.changes(filters), heading, app, page);
  },
  complete: completeFilter,
};
