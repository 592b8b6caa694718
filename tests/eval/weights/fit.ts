import { prepareAnswer } from '../../../src/answer/ask.ts';
import { FEATURES } from '../../../src/answer/score/score-features.ts';
import { FITS } from '../../../src/answer/score/score.ts';
import { FIT } from '../../../src/answer/score/weights.ts';
import { readCollection } from '../../../src/ingest/collection.ts';
import { createDirectory } from '../../../src/parties/directory.ts';
import { learnRanking, type Choice } from './learn.ts';
import { openCollection } from '../open-collection.ts';
import { isGold, readRows } from '../questions.ts';

/** Which ways to fit are set by rule, and which learned. */
const SET_BY: Readonly<Record<(typeof FITS)[number], 'rule' | 'learning'>> = {
  asked: 'learning',
  direct: 'learning',
  byNamed: 'learning',
  stray: 'learning',
  aside: 'learning',
  other: 'rule',
  heading: 'rule',
  announces: 'learning',
  introduces: 'rule',
  act: 'learning',
  topic: 'learning',
};
const RULES = FITS.filter((name) => SET_BY[name] === 'rule');
const LEARNED = FITS.filter((name) => SET_BY[name] === 'learning');
/** Few questions: weights stay small unless many ask for more. */
const DECAY = 0.1;
const STEPS = 200;

/** A store with a collection in it, and questions on it. */
export interface AskedCollection {
  readonly dataDir: string;
  readonly dir: string;
  readonly files: readonly string[];
}

/** Learns on the answerable questions what words, meaning, who speaks, how and on what should count, and prints it. */
export async function chooseFit(
  collections: readonly AskedCollection[],
  print: (line: string) => void,
): Promise<void> {
  const choices: Choice[] = [];
  for (const { dataDir, dir, files } of collections) {
    const { actors, topics } = await readCollection(dir);
    const collection = await openCollection(dataDir, [], () => [], 'fit');
    const prepare = prepareAnswer({
      ...collection,
      topics,
      directory: createDirectory({ ...collection, actors }),
    });
    for (const row of files.flatMap(readRows).filter(({ kind }) => kind === 'answer')) {
      const { own } = await prepare(row.question);
      choices.push({
        group: row.id,
        features: own.map(({ features, fits }) => [
          ...FEATURES.map((name) => features[name]),
          ...LEARNED.map((name) => fits[name]),
        ]),
        before: own.map(({ fits }) => RULES.reduce((sum, name) => sum + FIT[name] * fits[name], 0)),
        right: own.map(({ candidate: { article, text } }) => isGold(article.id, text, row.gold)),
      });
    }
    await collection.close();
  }
  const learned = learnRanking(choices, STEPS, DECAY);
  print(`learned on ${choices.length} questions:`);
  [...FEATURES, ...LEARNED].forEach((name, i) => print(`  ${name}: ${(learned[i] ?? 0).toFixed(2)},`));
}
