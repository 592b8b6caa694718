import type { Command } from 'commander';
import { UserError } from '../../errors.ts';
import type { CommandContext } from '../command-context.ts';

export function addInvite(program: Command, { terminal, config, inviteLink }: CommandContext): void {
  program
    .command('invite')
    .description('print the link that adds the bot to a Discord server')
    .action(async () => {
      const { discord } = config();
      if (!discord) {
        throw new UserError(
          'The invite link is made from the bot token, and DISCORD_TOKEN is not set: copy the token from the Bot page ' +
            'at https://discord.com/developers/applications into .env.',
        );
      }
      terminal.out(`${await inviteLink(discord.token)}\n`);
    });
}
