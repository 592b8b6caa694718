import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type ActReaders, createActReaders } from '../../../src/attribution/act/act-readers.ts';
import { extractSpans } from '../../../src/attribution/extract-spans.ts';
import { createStatementExtractor } from '../../../src/attribution/pipeline.ts';
import type { Config } from '../../../src/config.ts';
import { ACTS, type Act, type Statement } from '../../../src/domain/statement.ts';
import { readCollection } from '../../../src/ingest/collection.ts';
import { findSkips } from '../../../src/sources/find-skips.ts';
import { createFileReader } from '../../../src/sources/read-article.ts';
import type { Span } from '../../../src/text/span.ts';
import { textAt } from '../../../src/text/span.ts';
import { readPositionGold } from '../position-gold.ts';
import { bare, SmallInput, speaks } from '../small-inputs.ts';
import { GoldStatement, says, scoreStatements } from '../statements.ts';

/** Rules of acts by name, left out of reading. */
type Without = ReadonlySet<string>;

/** Something whose act is known, with the statements found for it. */
export interface ActCase {
  /** Where it is from. */
  readonly set: string;
  /** Of each statement that may show it, its act by all rules but some. */
  readonly read: readonly ((without: Without) => Act)[];
  /** One of these among the acts read is right; where there is none, any act that takes a stand is a false alarm. */
  readonly acts: readonly Act[];
}

/** What the acts of our own rows, and of others' sentences, are read from. */
export interface ActGoldFiles {
  readonly smallInputs: readonly string[];
  /** On the five articles. */
  readonly statements: readonly string[];
  /** Folders with a `gold.json`. */
  readonly collections: readonly string[];
  /** `{"text", "acts"}` a line. */
  readonly sentences: readonly string[];
}

const Sentence = z.object({ text: z.string(), acts: z.array(z.enum(ACTS)) });

const rowsOf = <Row>(file: string, row: z.ZodType<Row>): Row[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => row.parse(JSON.parse(line)));

const lengthOf = ({ content }: Statement): number =>
  content.reduce((sum, { start, end }) => sum + end - start, 0);

/** The statements of texts, and how the act of each is read again: finding them takes long, and does not look at acts. */
async function openRecorder(config: Config, collectionDir: string) {
  const { actors, topics } = await readCollection(collectionDir);
  const made = new Map<Without, ActReaders>();
  const readersFor = (without: Without): ActReaders => {
    const known = made.get(without) ?? createActReaders(actors, topics, without);
    made.set(without, known);
    return known;
  };
  const again = new Map<readonly Span[], (without: Without) => Act>();
  const all = createActReaders(actors, topics);
  let evidence: Parameters<ActReaders['actOf']>[0] | null = null;
  const acts: ActReaders = {
    actOf: (shown) => {
      evidence = shown;
      return all.actOf(shown);
    },
    ownActOf: (article, statements, index, read) => {
      const [shown, content] = [evidence, statements[index]?.content];
      if (shown && content)
        again.set(content, (without) => {
          const { actOf, ownActOf } = readersFor(without);
          return ownActOf(article, statements, index, { ...read, act: actOf(shown) });
        });
      return all.ownActOf(article, statements, index, read);
    },
  };
  const extract = createStatementExtractor({ extractSpans, actors, topics, acts });
  const reader = createFileReader({ maxFileMb: config.maxFileMb });
  const readText = (text: string) => extract({ text, skips: findSkips(text, null) });
  const readFile = async (path: string) => {
    const { text, published, skips } = await reader.read(path);
    return { text, statements: extract({ text, published, skips }) };
  };
  return {
    readText,
    readFile,
    /** The readings of acts of statements. */
    actsOf: (statements: readonly Statement[]) =>
      statements.flatMap(({ content }) => again.get(content) ?? []),
    close: () => reader.close(),
  };
}

type Recorder = Awaited<ReturnType<typeof openRecorder>>;

async function readSmallInputs(recorder: Recorder, files: readonly string[], folder: string) {
  const cases: ActCase[] = [];
  for (const input of files.flatMap((file) => rowsOf(file, SmallInput))) {
    const wanted = input.want.filter(({ act }) => act !== undefined);
    if (wanted.length === 0) continue;
    const path = join(folder, `act-input.${input.ext}`);
    writeFileSync(path, input.text);
    const { text, statements } = await recorder.readFile(path);
    for (const { content, speaker, act } of wanted) {
      const found = statements.filter(
        (statement) =>
          !statement.denied &&
          speaks(statement.speaker, speaker) &&
          statement.content.some((span) => content.some((words) => bare(words) === bare(textAt(text, span)))),
      );
      cases.push({
        set: 'small inputs',
        read: recorder.actsOf(found),
        acts: ACTS.filter((one) => one === act),
      });
    }
  }
  return cases;
}

async function readStatements(recorder: Recorder, files: readonly string[], collectionDir: string) {
  const rows = files.flatMap((file) => rowsOf(file, GoldStatement));
  const byArticle = new Map<string, Awaited<ReturnType<Recorder['readFile']>>>();
  for (const id of new Set(rows.map(({ article }) => article)))
    byArticle.set(id, await recorder.readFile(join(collectionDir, 'articles', `${id}.md`)));
  return scoreStatements(rows, byArticle).verdicts.map(({ row, found }): ActCase => ({
    set: 'statements',
    read: found ? recorder.actsOf([found]) : [],
    acts: ACTS.filter((one) => one === row.act),
  }));
}

async function readCollectionGold(recorder: Recorder, dir: string) {
  const cases: ActCase[] = [];
  for (const { side, said } of readPositionGold(join(dir, 'gold.json')))
    for (const { article, quote, act } of said) {
      const { text, statements } = await recorder.readFile(join(dir, 'articles', `${article}.md`));
      const found = statements
        .filter((statement) => statement.side === side && says(text, statement, quote))
        .toSorted((a, b) => lengthOf(a) - lengthOf(b));
      cases.push({ set: 'collections', read: recorder.actsOf(found.slice(0, 1)), acts: [act] });
    }
  return cases;
}

/** Finds the statements whose acts are known, once for all readings of them. */
export async function readActGold(
  config: Config,
  { smallInputs, statements, collections, sentences }: ActGoldFiles,
  folder: string,
): Promise<ActCase[]> {
  const seeds = await openRecorder(config, config.collectionDir);
  const cases = [
    ...(await readSmallInputs(seeds, smallInputs, folder)),
    ...(await readStatements(seeds, statements, config.collectionDir)),
    ...sentences.flatMap((file) =>
      rowsOf(file, Sentence).map(({ text, acts }): ActCase => {
        const read = seeds.actsOf(seeds.readText(`${text}\n`));
        return { set: 'sentences', read, acts };
      }),
    ),
  ];
  await seeds.close();
  for (const dir of collections) {
    const recorder = await openRecorder(config, dir);
    cases.push(...(await readCollectionGold(recorder, dir)));
    await recorder.close();
  }
  return cases;
}
