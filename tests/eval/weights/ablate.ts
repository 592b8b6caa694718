import { prepareAnswer } from '../../../src/answer/ask.ts';
import { FITS } from '../../../src/answer/score/score.ts';
import { FEATURES } from '../../../src/answer/score/score-features.ts';
import { FIT, RANKING } from '../../../src/answer/score/weights.ts';
import { readCollection } from '../../../src/ingest/collection.ts';
import { createDirectory } from '../../../src/parties/directory.ts';
import type { AskedCollection } from './fit.ts';
import { openCollection } from '../open-collection.ts';
import { isGold, readRows } from '../questions.ts';

/** A candidate's features by name, and whether it is right. */
interface Rated {
  readonly values: ReadonlyMap<string, number>;
  readonly right: boolean;
}

const WEIGHTS: ReadonlyMap<string, number> = new Map([...Object.entries(RANKING), ...Object.entries(FIT)]);

/** Candidates that are nobody else's words, a list a question that the articles answer. */
async function rate(dataDir: string, collectionDir: string, files: readonly string[]): Promise<Rated[][]> {
  const { actors, topics } = await readCollection(collectionDir);
  const collection = await openCollection(dataDir, [], () => [], 'ablate');
  const prepare = prepareAnswer({
    ...collection,
    topics,
    directory: createDirectory({ ...collection, actors }),
  });
  const rated: Rated[][] = [];
  for (const row of files.flatMap(readRows).filter(({ kind }) => kind === 'answer')) {
    const { own } = await prepare(row.question);
    rated.push(
      own.map(({ features, fits, candidate: { article, text } }) => ({
        values: new Map([
          ...FEATURES.map((name) => [name, features[name]] as const),
          ...FITS.map((name) => [name, fits[name]] as const),
        ]),
        right: isGold(article.id, text, row.gold),
      })),
    );
  }
  await collection.close();
  return rated;
}

/** How many questions have a right candidate first, and within five, when the feature `without` counts nothing. */
function countRight(questions: readonly Rated[][], without: string | null): readonly [number, number] {
  let [first, five] = [0, 0];
  for (const candidates of questions) {
    const scored = candidates.map(({ values, right }) => ({
      right,
      score: [...values].reduce(
        (sum, [name, value]) => sum + (name === without ? 0 : value * (WEIGHTS.get(name) ?? 0)),
        0,
      ),
    }));
    const best = scored.toSorted((a, b) => b.score - a.score).slice(0, 5);
    if (best[0]?.right) first++;
    if (best.some(({ right }) => right)) five++;
  }
  return [first, five];
}

/**
 * Prints what each feature of the score gains: how many questions fewer have the right sentence first, and within five, when
 * it is left out, its weight unchanged in the others.
 *
 * @param collections stores with the articles in them, and the questions asked of each
 */
export async function printAblation(
  collections: readonly AskedCollection[],
  print: (line: string) => void,
): Promise<void> {
  const questions: Rated[][] = [];
  for (const { dataDir, dir, files } of collections) questions.push(...(await rate(dataDir, dir, files)));
  const [first, five] = countRight(questions, null);
  print(`all features: ${first} of ${questions.length} first, ${five} within five; without`);
  for (const name of [...FEATURES, ...FITS]) {
    const [left, leftFive] = countRight(questions, name);
    print(`  ${name.padEnd(18)} ${String(left - first).padStart(4)} ${String(leftFive - five).padStart(4)}`);
  }
}
