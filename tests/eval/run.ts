import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createApp, type App } from '../../src/app.ts';
import { openExtractor } from '../../src/app/extractor.ts';
import { readConfig, type Config } from '../../src/config.ts';
import { startModelServer } from '../support/model-server.ts';
import { WIRE_FORMATS } from '../support/wire-formats.ts';
import { ablateRules } from './ablate-rules.ts';
import { CLAIM_FILES, judgeClaims, printClaims } from './claims.ts';
import { chooseFit } from './fit.ts';
import { evaluateQuestions } from './questions.ts';
import { evaluateSquad } from './squad.ts';
import { evaluateStatements } from './statements.ts';

const HERE = import.meta.dirname;
const STATEMENT_FILES = ['statements.dev.jsonl', 'own-statements.jsonl'];
/** What weights were chosen on; and what they were only checked with. */
const CHOSEN_ON = ['questions.dev.jsonl', 'own-questions.jsonl', 'more-questions.jsonl'];
const CHECKED_WITH = ['kept-questions.jsonl'];

const { values } = parseArgs({
  options: {
    /** Has a scripted model tell truths and lies about the evidence instead, and prints which are shown. */
    llm: { type: 'boolean', default: false },
    /** A file in SQuAD's form: prints how the ranking does on it instead. */
    squad: { type: 'string' },
    /** Withholds the questions' vectors, as when the embeddings cannot be reached. */
    words: { type: 'boolean', default: false },
    /** Chooses the weights anew and prints them: with `--squad` those of the ranking, else those of `FIT`. */
    choose: { type: 'boolean', default: false },
    /** A corpus in brat's layout: switches off one rule of attribution after the other and prints what each gains on it. */
    'ablate-rules': { type: 'string' },
  },
});

const print = (line: string): void => void process.stdout.write(`${line}\n`);
const folder = mkdtempSync(join(tmpdir(), 'parley-eval-'));
const settings = { DATA_DIR: join(folder, 'data'), COLLECTION_DIR: join(HERE, '../../seeds') };
const config = readConfig(settings);

/** The app with the collection read in. */
async function openApp(made: Config): Promise<App> {
  const app = await createApp(made, { info: () => undefined, warn: print });
  await app.ingest([]);
  return app;
}

/** The same, whose embeddings can be reached no longer. */
async function openWithoutVectors(): Promise<App> {
  const server = await startModelServer(WIRE_FORMATS.ollama);
  const app = await openApp(
    readConfig({ ...settings, EMBEDDINGS: 'ollama:none', EMBEDDINGS_BASE_URL: server.url }),
  );
  await server.close();
  return app;
}
try {
  if (values['ablate-rules'] !== undefined) {
    ablateRules(values['ablate-rules'], print);
  } else if (values.llm) {
    for (const file of CLAIM_FILES) {
      print(`\n${file}`);
      printClaims(await judgeClaims(file), print);
    }
  } else if (values.squad === undefined) {
    const app = await (values.words ? openWithoutVectors() : openApp(config));
    for (const file of [...CHOSEN_ON, ...CHECKED_WITH]) {
      print(`\n${file}`);
      await evaluateQuestions(app, join(HERE, file), print);
    }
    await app.close();
    const extractor = await openExtractor(config);
    for (const file of STATEMENT_FILES) {
      print(`\n${file}`);
      await evaluateStatements(extractor, join(HERE, file), print);
    }
    const files = CHOSEN_ON.map((file) => join(HERE, file));
    if (values.choose) await chooseFit(config.dataDir, config.collectionDir, files, print);
  } else {
    await evaluateSquad(values.squad, folder, { choose: values.choose, byWords: values.words }, print);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
