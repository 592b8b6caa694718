#!/usr/bin/env -S node --disable-warning=ExperimentalWarning
import dotenv from 'dotenv';
import { runCli } from './cli/run-cli.ts';
import { createTerminal } from './cli/terminal.ts';

dotenv.config({ quiet: true });

const stopping = new AbortController();
process.once('SIGINT', () => {
  process.stderr.write('Stopping; press Ctrl-C again to stop at once.\n');
  stopping.abort(new Error('stopped by Ctrl-C'));
});

process.exitCode = await runCli(process.argv.slice(2), process.env, {
  signal: stopping.signal,
  terminal: createTerminal(process),
  inviteLink: async (token) => {
    // discord.js is large, and no other command needs it.
    const { applicationIdOf, inviteLink } = await import('./discord/invite.ts');
    return inviteLink(applicationIdOf(token));
  },
});
