import { Command, CommanderError } from 'commander';
import { createApp, type App } from '../app.ts';
import { readConfig } from '../config.ts';
import { UsageError, UserError } from '../errors.ts';
import { addAsk } from './commands/ask.ts';
import { addIngest } from './commands/ingest.ts';
import { addSources, addSpeakers } from './commands/lists.ts';
import { addSpeaker } from './commands/speaker.ts';
import type { CommandContext, Terminal } from './command.ts';
import { createProgress } from './progress.ts';

/** Every command, in the order that help shows them. */
const commands = [addAsk, addSpeaker, addIngest, addSources, addSpeakers];

const DONE = 0;
const FAILED = 1;
const WRONG_USAGE = 2;

/**
 * Runs one command line.
 *
 * @param args without node and the script
 * @returns the exit code: 0 done (no answer included), 1 something failed, 2 wrong usage
 */
export async function runCli(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  { terminal, signal }: { readonly terminal: Terminal; readonly signal: AbortSignal },
): Promise<number> {
  const program = new Command('parley')
    .description('Who said what in a negotiation: verbatim quotes from news articles.')
    .option('--data <dir>', 'where the store lives (default data/, setting DATA_DIR)')
    .option('--collection <dir>', 'the collection (default seeds/, setting COLLECTION_DIR)')
    .exitOverride()
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err });
  let app: App | null = null;
  const open: CommandContext['open'] = async ({ empty = false } = {}) => {
    const { data, collection } = program.opts<{ data?: string; collection?: string }>();
    const config = readConfig({
      ...environment,
      ...(data === undefined ? {} : { DATA_DIR: data }),
      ...(collection === undefined ? {} : { COLLECTION_DIR: collection }),
    });
    app = await createApp(config, { info: () => undefined, warn: (text) => terminal.err(`${text}\n`) });
    if (!empty) await ingestFirst(app, terminal, signal);
    return app;
  };
  for (const add of commands) add(program, { terminal, open, signal });
  for (const command of program.commands) command.copyInheritedSettings(program);
  try {
    await program.parseAsync(args, { from: 'user' });
    return DONE;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? DONE : WRONG_USAGE;
    if (error instanceof UserError) {
      terminal.err(`${error.message}\n`);
      return error instanceof UsageError ? WRONG_USAGE : FAILED;
    }
    if (signal.aborted) return FAILED;
    terminal.err(
      `A fault in Parley, please report it:\n${error instanceof Error ? error.stack : String(error)}\n`,
    );
    return FAILED;
  } finally {
    await (app as App | null)?.close();
  }
}

/** Where there is nothing in the store yet, reads the collection and says so. */
async function ingestFirst(app: App, terminal: Terminal, signal: AbortSignal): Promise<void> {
  if ((await app.sources()).length > 0) return;
  terminal.err('No articles in the store yet: reading the collection first.\n');
  const progress = createProgress(terminal);
  try {
    const { results } = await app.ingest([], { signal, onProgress: progress.onProgress });
    for (const { reason } of results) if (reason) terminal.err(`${reason}\n`);
  } finally {
    progress.done();
  }
}
