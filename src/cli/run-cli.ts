import { Command, CommanderError } from 'commander';
import type { App, AppLog } from '../app.ts';
import type { StatementsOfTexts } from '../app/models/extractor.ts';
import { readConfig, type Config } from '../config.ts';
import { UsageError, UserError } from '../errors.ts';
import type { SourceReader } from '../sources/read-sources.ts';
import { addAsk } from './commands/add-ask.ts';
import { addAudit } from './commands/upkeep/add-audit.ts';
import { addBackup, addRestore } from './commands/upkeep/add-backup.ts';
import { addChanges } from './commands/add-changes.ts';
import { addCorrections } from './commands/upkeep/add-corrections.ts';
import { addDoctor } from './commands/upkeep/add-doctor.ts';
import { addExport } from './commands/add-export.ts';
import { addExtract } from './commands/add-extract.ts';
import { addIngest } from './commands/add-ingest.ts';
import { addSources, addSpeakers } from './commands/add-lists.ts';
import { addMove } from './commands/upkeep/add-move.ts';
import { addNew } from './commands/add-new.ts';
import { addMatrix } from './commands/add-matrix.ts';
import { addCompare, addPosition, addTimeline } from './commands/add-positions.ts';
import { addRemove } from './commands/upkeep/add-remove.ts';
import { addRead } from './commands/add-read.ts';
import { addSpeaker } from './commands/add-speaker.ts';
import { addVerify } from './commands/add-verify.ts';
import { cleanLines } from './clean.ts';
import type { CommandContext, Terminal } from './command-context.ts';
import { addInvite } from './commands/add-invite.ts';
import { ingestFirst } from './ingest-first.ts';
import { terminalLog } from './terminal.ts';

/** Every command, in the order that help shows them. */
const commands = [
  addAsk,
  addSpeaker,
  addPosition,
  addCompare,
  addTimeline,
  addMatrix,
  addChanges,
  addVerify,
  addExport,
  addExtract,
  addRead,
  addNew,
  addIngest,
  addRemove,
  addSources,
  addSpeakers,
  addCorrections,
  addAudit,
  addDoctor,
  addBackup,
  addRestore,
  addMove,
  addInvite,
];

export interface CliDependencies {
  readonly terminal: Terminal;
  readonly signal: AbortSignal;
  /** The link that adds the bot to a server, from its token. */
  readonly inviteLink: (token: string) => Promise<string>;
}

const OTHER_TABLES =
  'The sides or topics in actors.yaml and topics.yaml are others than when the articles were read: "parley ingest" reads the articles by them.\n';

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
  { terminal: given, signal, inviteLink }: CliDependencies,
): Promise<number> {
  // Messages name files and articles as they are called.
  const terminal: Terminal = { ...given, err: (text) => given.err(cleanLines(text)) };
  const program = new Command('parley')
    .description('Who said what in a negotiation: verbatim quotes from news articles.')
    .option('--data <dir>', 'where the store lives (default data/, setting DATA_DIR)')
    .option('--collection <dir>', 'the collection (default seeds/, setting COLLECTION_DIR)')
    .exitOverride()
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err });
  let app: App | null = null;
  /** What has been warned of, and need not be said again as the reason why nothing more was done. */
  const warned = new Set<string>();
  const log: AppLog = {
    ...terminalLog(terminal),
    warn(message) {
      warned.add(message);
      terminalLog(terminal).warn(message);
    },
  };
  const config = (): Config => {
    const { data, collection } = program.opts<{ data?: string; collection?: string }>();
    return readConfig({
      ...environment,
      ...(data === undefined ? {} : { DATA_DIR: data }),
      ...(collection === undefined ? {} : { COLLECTION_DIR: collection }),
    });
  };
  const open: CommandContext['open'] = async ({ empty = false } = {}) => {
    // Loading all of it takes a second, which what reads files alone should not wait for.
    const { createApp } = await import('../app.ts');
    const opened = await createApp(config(), log);
    app = opened;
    if (!empty) {
      await ingestFirst(opened, terminal, signal);
      if (await opened.tablesDiffer()) terminal.err(OTHER_TABLES);
    }
    return opened;
  };
  const createExtractor = async (): Promise<StatementsOfTexts> => {
    const { openExtractor } = await import('../app/models/extractor.ts');
    return openExtractor(config());
  };
  const createReader = async (): Promise<SourceReader> => {
    const { openReader } = await import('../app/sources/open-reader.ts');
    return openReader(config());
  };
  const context = { terminal, config, open, createExtractor, createReader, signal, inviteLink };
  for (const add of commands) add(program, context);
  for (const command of program.commands) command.copyInheritedSettings(program);
  try {
    await program.parseAsync(args, { from: 'user' });
    return DONE;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? DONE : WRONG_USAGE;
    if (error instanceof UserError) {
      if (!warned.has(error.message)) terminal.err(`${error.message}\n`);
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
