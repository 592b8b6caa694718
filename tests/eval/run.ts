import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createApp, type App } from '../../src/app.ts';
import { checkReranker } from '../../src/app/doctor/check-reranker.ts';
import { openExtractor } from '../../src/app/models/extractor.ts';
import { readConfig, type Config } from '../../src/config.ts';
import { emptyDatabase } from '../support/stores/postgres-server.ts';
import { startModelServer } from '../support/models/model-server.ts';
import { WIRE_FORMATS } from '../support/models/wire-formats.ts';
import { readChat } from './chat/chat.ts';
import { evaluateChat } from './chat/chat-score.ts';
import { ablateActs } from './weights/ablate-acts.ts';
import { ablateRules } from './weights/ablate-rules.ts';
import { CLAIM_FILES, judgeClaims, printClaims } from './claims.ts';
import { printAblation } from './weights/ablate.ts';
import { chooseFit } from './weights/fit.ts';
import { evaluateChanges, TRACKED } from './changes.ts';
import { compareRerank } from './weights/compare-rerank.ts';
import { evaluateForms, readGroups } from './forms.ts';
import { evaluateMisspelt, partiesOf } from './misspelt/misspelt-names.ts';
import { readPositionGold } from './position-gold.ts';
import { evaluateQuestions } from './questions.ts';
import { evaluateSmallInputs } from './small-inputs.ts';
import { evaluateSquad } from './weights/squad.ts';
import { evaluateStatements } from './statements.ts';

const HERE = import.meta.dirname;
const STATEMENT_FILES = ['statements.dev.jsonl', 'own-statements.jsonl'];
/** In the order in which they were written; each was read once before anything was mended on it. */
const SMALL_INPUTS = Array.from({ length: 15 }, (_, i) => `small-inputs-${i + 1}.jsonl`);
/** What weights were chosen on; and what they were only checked with. */
const CHOSEN_ON = ['questions.dev.jsonl', 'own-questions.jsonl', 'more-questions.jsonl'];
const CHECKED_WITH = ['kept-questions.jsonl', 'fresh-questions-1.jsonl', 'fresh-questions-2.jsonl'];
/** Asked in other words than the articles', of three collections; no weight was chosen with them. */
const STRANGERS = 'strangers-questions.jsonl';
/** What messages are understood by was made with the first, and only checked with the second. */
const CHAT_FILES = ['chat.jsonl', 'kept-chat.jsonl'];
/** Two other negotiations: articles, actors and topics, with their questions. */
const OTHER_COLLECTIONS = ['strike', 'trade'].map((name) => ({ name, dir: join(HERE, 'collections', name) }));
/** Three made ones with messages as people write them besides. */
const CHAT_COLLECTIONS = ['herring', 'climate', 'bridge', 'tracker', 'railway'].map((name) => ({
  name,
  dir: join(HERE, 'collections', name),
}));
const COLLECTIONS = [{ name: 'seeds', dir: join(HERE, '../../seeds') }, ...OTHER_COLLECTIONS];

const { values } = parseArgs({
  options: {
    /** The same needs put in many forms, for each collection, instead. */
    forms: { type: 'boolean', default: false },
    /** What changed between articles of six made negotiations, instead. */
    changes: { type: 'boolean', default: false },
    /** Questions for what is said now and what changed, instead. */
    now: { type: 'boolean', default: false },
    /** Messages as people write them in Discord, to the real bot, instead. */
    chat: { type: 'boolean', default: false },
    /** Small inputs, each of one kind of thing that goes wrong in who said what, instead. */
    inputs: { type: 'boolean', default: false },
    /** Every known name of each collection with one and two letters wrong, instead. */
    misspell: { type: 'boolean', default: false },
    /** Leaves each feature of the score out in turn and prints what that costs, instead. */
    ablate: { type: 'boolean', default: false },
    /** Has a scripted model tell truths and lies about the evidence instead, and prints which are shown. */
    llm: { type: 'boolean', default: false },
    /** A file in SQuAD's form: prints how the ranking does on it instead. */
    squad: { type: 'string' },
    /** Withholds the questions' vectors, as when the embeddings cannot be reached. */
    words: { type: 'boolean', default: false },
    /** Over stores on the server of `TEST_DATABASE_URL` in place of files: the figures are to be the same. */
    postgres: { type: 'boolean', default: false },
    /** Other embeddings, as EMBEDDINGS names them; their keys and addresses come from the environment. */
    embeddings: { type: 'string' },
    /** What orders candidates anew, as RERANK names it: prints the figures without and with it side by side, instead. */
    rerank: { type: 'string' },
    /** Learns the weights of the score anew and prints them: with `--squad` on that file, else on our own questions. */
    choose: { type: 'boolean', default: false },
    /**
     * Switches off one rule of attribution after the other and prints what each gains: those of who says what on a corpus in
     * brat's layout (a folder), those of acts on our own rows and on a file of sentences with their acts (`.jsonl`).
     */
    'ablate-rules': { type: 'string', multiple: true },
  },
});

const print = (line: string): void => void process.stdout.write(`${line}\n`);
const folder = mkdtempSync(join(tmpdir(), 'parley-eval-'));
const settings = { DATA_DIR: join(folder, 'data'), COLLECTION_DIR: join(HERE, '../../seeds') };
const keys = Object.entries(process.env).filter(([name]) => /^(?:EMBEDDINGS_|LLM|HF_)/.test(name));
/** Models that were downloaded once serve all runs. */
const downloadsDir = join(HERE, '../../data/models');

/** The app's settings for a collection. */
function configOf(made: Readonly<Record<string, string | undefined>>, isReranked = false): Config {
  const chosen = { EMBEDDINGS: values.embeddings, RERANK: isReranked ? values.rerank : undefined };
  const { embeddings, rerank, ...config } = readConfig({
    ...((values.embeddings ?? values.rerank) ? Object.fromEntries(keys) : {}),
    ...chosen,
    ...made,
  });
  return {
    ...config,
    embeddings: embeddings && { ...embeddings, downloadsDir },
    rerank: rerank === null || rerank === 'llm' ? rerank : { ...rerank, downloadsDir },
  };
}
const config = configOf(settings);

/** What removes the places on the server. */
const removals: (() => Promise<void>)[] = [];

/** The app with the collection read in. */
async function openApp(made: Config): Promise<App> {
  const database = values.postgres ? await emptyDatabase() : null;
  if (database) removals.push(database.remove);
  const app = await createApp(database ? { ...made, databaseUrl: database.url } : made, {
    info: () => undefined,
    warn: print,
  });
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
  if (values.rerank !== undefined) {
    // It is loaded, and downloaded where need be, before somebody waits for an answer.
    const { found } = await checkReranker(configOf(settings, true), new AbortController().signal);
    print(found);
    const collections = COLLECTIONS.map(({ name, dir }) => ({
      files:
        name === 'seeds'
          ? [...CHOSEN_ON, ...CHECKED_WITH].map((file) => ({ name: file, file: join(HERE, file) }))
          : [{ name, file: join(dir, 'questions.jsonl') }],
      open: (isReranked: boolean) =>
        openApp(configOf({ DATA_DIR: join(folder, name), COLLECTION_DIR: dir }, isReranked)),
    }));
    await compareRerank(collections, values.rerank, print);
  } else if (values['ablate-rules'] !== undefined) {
    const sentences = values['ablate-rules'].filter((path) => path.endsWith('.jsonl'));
    for (const path of values['ablate-rules']) if (!sentences.includes(path)) ablateRules(path, print);
    const files = {
      smallInputs: SMALL_INPUTS.map((file) => join(HERE, file)),
      statements: STATEMENT_FILES.map((file) => join(HERE, file)),
      collections: Object.keys(TRACKED).map((name) => join(HERE, 'collections', name)),
      sentences,
    };
    await ablateActs(config, files, folder, print);
  } else if (values.llm) {
    for (const file of CLAIM_FILES) {
      print(`\n${file}`);
      printClaims(await judgeClaims(file), print);
    }
  } else if (values.ablate || (values.choose && values.squad === undefined)) {
    const stores = COLLECTIONS.map(({ name, dir }) => ({
      dataDir: join(folder, name),
      dir,
      files:
        name === 'seeds'
          ? [...CHOSEN_ON, ...CHECKED_WITH].map((file) => join(HERE, file))
          : [join(dir, 'questions.jsonl')],
    }));
    for (const { dataDir, dir } of stores)
      await (await openApp(configOf({ DATA_DIR: dataDir, COLLECTION_DIR: dir }))).close();
    if (values.ablate) await printAblation(stores, print);
    if (values.choose) await chooseFit(stores, print);
  } else if (values.changes) {
    for (const [name, askedOn] of Object.entries(TRACKED)) {
      print(`\n${name}`);
      const dir = join(HERE, 'collections', name);
      const app = await openApp(configOf({ DATA_DIR: join(folder, name), COLLECTION_DIR: dir }));
      await evaluateChanges(app, readPositionGold(join(dir, 'gold.json')), askedOn, print);
      await app.close();
    }
  } else if (values.now) {
    for (const name of ['strike', 'trade', 'tracker', 'climate']) {
      print(`\n${name}`);
      const dir = join(HERE, 'collections', name);
      const app = await openApp(configOf({ DATA_DIR: join(folder, name), COLLECTION_DIR: dir }));
      await evaluateQuestions(app, join(dir, 'now-questions.jsonl'), print);
      await app.close();
    }
  } else if (values.inputs) {
    const extractor = await openExtractor(config);
    for (const file of SMALL_INPUTS) {
      print(`\n${file}`);
      await evaluateSmallInputs(extractor, join(HERE, file), folder, print);
    }
    await extractor.reader.close();
  } else if (values.chat) {
    const app = await openApp(config);
    for (const file of CHAT_FILES) {
      print(`\n${file}`);
      await evaluateChat(app, readChat(join(HERE, file)), print);
    }
    await app.close();
    for (const { name, dir } of [...OTHER_COLLECTIONS, ...CHAT_COLLECTIONS]) {
      print(`\n${name}/chat.jsonl`);
      const other = await openApp(readConfig({ DATA_DIR: join(folder, name), COLLECTION_DIR: dir }));
      await evaluateChat(other, readChat(join(dir, 'chat.jsonl')), print);
      await other.close();
    }
  } else if (values.forms || values.misspell) {
    const groups = readGroups(join(HERE, 'forms.jsonl'));
    for (const { name, dir } of COLLECTIONS) {
      print(`\n${name}`);
      const app = await openApp(configOf({ DATA_DIR: join(folder, name), COLLECTION_DIR: dir }));
      if (values.forms)
        await evaluateForms(
          app,
          groups.filter(({ collection }) => collection === name),
          print,
        );
      if (values.misspell) await evaluateMisspelt(app, await partiesOf(name, dir), print);
      await app.close();
    }
  } else if (values.squad === undefined) {
    const app = await (values.words ? openWithoutVectors() : openApp(config));
    for (const file of [...CHOSEN_ON, ...CHECKED_WITH, STRANGERS]) {
      print(`\n${file}`);
      await evaluateQuestions(app, join(HERE, file), print);
    }
    await app.close();
    if (!values.words) {
      for (const name of ['strike', 'trade', 'dam', 'railway']) {
        print(`\n${name}`);
        const dir = join(HERE, 'collections', name);
        const other = await openApp(configOf({ DATA_DIR: join(folder, name), COLLECTION_DIR: dir }));
        const isMadeForAsking = OTHER_COLLECTIONS.some((one) => one.name === name);
        await evaluateQuestions(other, join(dir, isMadeForAsking ? 'questions.jsonl' : STRANGERS), print);
        await other.close();
      }
    }
    const extractor = await openExtractor(config);
    for (const file of STATEMENT_FILES) {
      print(`\n${file}`);
      await evaluateStatements(extractor, join(HERE, file), print);
    }
  } else {
    await evaluateSquad(values.squad, folder, { choose: values.choose, byWords: values.words }, print);
  }
} finally {
  for (const remove of removals) await remove();
  rmSync(folder, { recursive: true, force: true });
}
