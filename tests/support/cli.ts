import { runCli } from '../../src/cli/run-cli.ts';

export interface CliRun {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** The lines of standard output, each read as JSON. */
  readonly json: () => unknown[];
}

/** Runs a command line in this process; `input` is what standard input holds. */
export async function cli(
  args: readonly string[],
  {
    input = '',
    signal = new AbortController().signal,
    environment = {},
  }: {
    readonly input?: string;
    readonly signal?: AbortSignal;
    readonly environment?: Readonly<Record<string, string>>;
  } = {},
): Promise<CliRun> {
  let out = '';
  let err = '';
  const code = await runCli(args, environment, {
    signal,
    inviteLink: () => Promise.resolve('https://invite.example/'),
    terminal: {
      out: (text) => void (out += text),
      err: (text) => void (err += text),
      colours: false,
      interactive: false,
      async *lines() {
        for (const line of input.split('\n')) yield line;
      },
    },
  });
  const json = (): unknown[] =>
    out
      .split('\n')
      .filter((line) => line !== '')
      .map((line): unknown => JSON.parse(line));
  return { code, out, err, json };
}
