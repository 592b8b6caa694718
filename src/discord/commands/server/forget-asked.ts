import { ApplicationCommandOptionType, type APIApplicationCommandSubcommandOption } from 'discord.js';
import { z } from 'zod';
import { UserError } from '../../../errors.ts';
import { createReply, type Reply } from '../../reply.ts';
import { forgetServer } from '../../servers/forget-server.ts';
import type { CommandContext } from '../define/command.ts';
import { SERVER_WORDS } from '../../words/server-words.ts';

const Options = z.object({ what: z.enum(['me', 'server']).default('me') });

/** Has what is kept removed. */
export const forgetSubcommand: APIApplicationCommandSubcommandOption = {
  type: ApplicationCommandOptionType.Subcommand,
  name: 'forget',
  description: SERVER_WORDS.removeGoodWhat,
  options: [
    {
      type: ApplicationCommandOptionType.String,
      name: 'what',
      description: SERVER_WORDS.youCorrectionsFollows,
      choices: [
        { name: SERVER_WORDS.ofMe, value: 'me' },
        { name: SERVER_WORDS.ofThisServer, value: 'server' },
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
    if (server === null) throw new UserError(SERVER_WORDS.noServerUse);
    if (!server.mayManage) throw new UserError(SERVER_WORDS.onlyWhoManageServer);
    const gone = await forgetServer({ home: app, collections }, server.id, server.channels);
    return createReply(SERVER_WORDS.removedServerAll(gone.collections, gone.follows));
  }
  if (asker === undefined) throw new UserError(SERVER_WORDS.nobodyKnownWho);
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
    SERVER_WORDS.removedYoursWhat(count('corrections'), count('follows')) +
      (missed === 0 ? '' : SERVER_WORDS.couldNotReached(missed)),
  );
}
