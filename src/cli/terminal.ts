import { createInterface } from 'node:readline';
import type { AppLog } from '../app.ts';
import { clean } from './clean.ts';
import type { Terminal } from './command-context.ts';

/** What is under way has so long to end when nobody reads us any more. */
const EXIT_AFTER_MS = 2_000;

/** The process's own terminal or pipes. */
export function createTerminal(process: NodeJS.Process): Terminal {
  const { stdin, stdout, stderr, env } = process;
  // Who reads us may stop early ("| head"): that is no error of ours.
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    // Not at once: a thread that is just loading its model must not be cut off.
    const code = error.code === 'EPIPE' ? 0 : 1;
    setTimeout(() => process.exit(code), EXIT_AFTER_MS).unref();
  });
  return {
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    colours: stdout.isTTY && !env['NO_COLOR'],
    interactive: stderr.isTTY,
    lines: () => createInterface({ input: stdin, crlfDelay: Infinity }),
  };
}

/** What the app says besides its answers: warnings on standard error, the rest of no interest at a terminal. */
export function terminalLog({ err }: Terminal): AppLog {
  return { info: () => undefined, warn: (message) => err(`${clean(message)}\n`) };
}
