#!/usr/bin/env -S node --disable-warning=ExperimentalWarning
import { runCli } from './cli/run-cli.ts';
import { createTerminal } from './cli/terminal.ts';
import { readSettingsFile } from './config/read-settings-file.ts';
import { UserError } from './errors.ts';

const stopping = new AbortController();
process.once('SIGINT', () => {
  process.stderr.write('Stopping; press Ctrl-C again to stop at once.\n');
  stopping.abort(new Error('stopped by Ctrl-C'));
});
const terminal = createTerminal(process);

try {
  readSettingsFile(process.env);
  process.exitCode = await runCli(process.argv.slice(2), process.env, {
    signal: stopping.signal,
    terminal,
    inviteLink: async (token) => {
      // discord.js is large, and no other command needs it.
      const { applicationIdOf, inviteLink } = await import('./discord/invite.ts');
      return inviteLink(applicationIdOf(token));
    },
  });
} catch (error) {
  if (!(error instanceof UserError)) throw error;
  terminal.err(`${error.message}\n`);
  process.exitCode = 1;
}
