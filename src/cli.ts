import { createInterface } from 'node:readline';
import dotenv from 'dotenv';
import { runCli } from './cli/run.ts';

dotenv.config({ quiet: true });

// Who reads us may stop early ("| head"): that is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

const stopping = new AbortController();
process.once('SIGINT', () => {
  process.stderr.write('Stopping; press Ctrl-C again to stop at once.\n');
  stopping.abort(new Error('stopped by Ctrl-C'));
});

process.exitCode = await runCli(process.argv.slice(2), process.env, {
  signal: stopping.signal,
  terminal: {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    colours: process.stdout.isTTY && !process.env['NO_COLOR'],
    interactive: process.stderr.isTTY,
    lines: () => createInterface({ input: process.stdin, crlfDelay: Infinity }),
  },
});
