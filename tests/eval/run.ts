import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createApp, openExtractor } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { judgeClaims, printClaims } from './claims.ts';
import { evaluateQuestions } from './questions.ts';
import { evaluateSquad } from './squad.ts';
import { evaluateStatements } from './statements.ts';

const HERE = import.meta.dirname;
const FILES = ['questions.dev.jsonl', 'own-questions.jsonl', 'more-questions.jsonl'];
const STATEMENT_FILES = ['statements.dev.jsonl', 'own-statements.jsonl'];

const { values } = parseArgs({
  options: {
    /** Has a scripted model tell truths and lies about the evidence instead, and prints which are shown. */
    llm: { type: 'boolean', default: false },
    /** A file in SQuAD's form: prints how the ranking does on it instead. */
    squad: { type: 'string' },
    /** With `--squad`: chooses the weights anew on it and prints them. */
    choose: { type: 'boolean', default: false },
  },
});

const print = (line: string): void => void process.stdout.write(`${line}\n`);
const folder = mkdtempSync(join(tmpdir(), 'parley-eval-'));
const config = readConfig({ DATA_DIR: join(folder, 'data'), COLLECTION_DIR: join(HERE, '../../seeds') });
try {
  if (values.llm) {
    printClaims(await judgeClaims(), print);
  } else if (values.squad === undefined) {
    const app = await createApp(config, { info: () => undefined, warn: print });
    await app.ingest([]);
    for (const file of FILES) {
      print(`\n${file}`);
      await evaluateQuestions(app, join(HERE, file), print);
    }
    await app.close();
    const extractor = await openExtractor(config);
    for (const file of STATEMENT_FILES) {
      print(`\n${file}`);
      await evaluateStatements(extractor, join(HERE, file), print);
    }
  } else {
    await evaluateSquad(values.squad, folder, values.choose, print);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
