import type { App } from '../app.ts';
import { UserError } from '../errors.ts';
import type { Terminal } from './command.ts';
import { printAnswer } from './print.ts';

/** Answers questions typed at the terminal until the input ends or `signal` is aborted. */
export async function runPrompt(app: App, terminal: Terminal, signal: AbortSignal): Promise<void> {
  terminal.out(
    'Ask about the articles, for example: what did the US offer on missiles?  (an empty line ends)\n',
  );
  terminal.out('> ');
  for await (const line of terminal.lines()) {
    if (signal.aborted || line.trim() === '') break;
    try {
      const { answer, note } = await app.compose(await app.ask(line, {}, signal), {}, signal);
      printAnswer(answer, terminal);
      if (note !== null) terminal.out(`\n${note}\n`);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      terminal.out(`${error.message}\n`);
    }
    terminal.out('\n> ');
  }
}
