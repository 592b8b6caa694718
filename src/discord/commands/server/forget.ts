import { ApplicationCommandOptionType, type APIApplicationCommandSubcommandOption } from 'discord.js';
import { z } from 'zod';
import { UserError } from '../../../errors.ts';
import { plural } from '../../../show/show-count.ts';
import { createReply, type Reply } from '../../reply.ts';
import { forgetServer } from '../../servers/forget-server.ts';
import type { CommandContext } from '../define/command.ts';

const Options = z.object({ what: z.enum(['me', 'server']).default('me') });

/** Has what is kept removed. */
export const forgetSubcommand: APIApplicationCommandSubcommandOption = {
  type: ApplicationCommandOptionType.Subcommand,
  name: 'forget',
  description: 'Remove for good what I keep of you, or of this server',
  options: [
    {
      type: ApplicationCommandOptionType.String,
      name: 'what',
      description:
        'Of you: corrections and follows. Of the server, for who manages it: collections, settings',
      choices: [
        { name: 'of me', value: 'me' },
        { name: 'of this server', value: 'server' },
      ],
    },
  ],
};

/** Removes what is kept of who asks, in every collection, or of the server. */
export async function runForget({
  app,
  options,
  server,
  asker,
  collections = null,
}: Pick<CommandContext, 'app' | 'options' | 'server' | 'asker' | 'collections'>): Promise<Reply> {
  if (Options.parse(options).what === 'server') {
    if (server === null)
      throw new UserError('There is no server here; use the command in the one that is meant.');
    if (!server.mayManage)
      throw new UserError('Only who may manage this server can have what I keep of it removed.');
    const gone = await forgetServer({ home: app, collections }, server.id, server.channels);
    return createReply(
      `Removed: ${plural(gone.collections, 'collection')} of this server with all that is in them, its settings, and ` +
        `${plural(gone.follows, 'follow')} of its channels.`,
    );
  }
  if (asker === undefined)
    throw new UserError('Nobody is known here who could be forgotten; use the command.');
  let missed = 0;
  const everywhere = [await app.forget([asker.userId])];
  if (collections !== null)
    for (const key of await collections.keys())
      try {
        everywhere.push(await collections.use(key, (own) => own.forget([asker.userId]), { prolongs: false }));
      } catch {
        // One that is damaged keeps nobody from being forgotten in the others; whoever opens it logs why.
        missed++;
      }
  const count = (of: 'corrections' | 'follows'): number => everywhere.reduce((sum, one) => sum + one[of], 0);
  return createReply(
    `Removed: ${plural(count('corrections'), 'correction')} and ${plural(count('follows'), 'follow')} of yours, and what I ` +
      'kept for a while of what you asked.' +
      (missed === 0 ? '' : ` ${plural(missed, 'collection')} could not be reached; please try again later.`),
  );
}
