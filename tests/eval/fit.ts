import { createDirectory } from '../../src/parties/directory.ts';
import { prepareAnswer } from '../../src/answer/ask.ts';
import { wordScore } from '../../src/answer/score/score.ts';
import { FIT } from '../../src/answer/score/weights.ts';
import { readCollection } from '../../src/ingest/collection.ts';
import { learnRanking, type Choice } from './learn.ts';
import { openCollection } from './open-collection.ts';
import { isGold, readRows } from './questions.ts';

/** Those that are set by rule, not learned. */
const RULES = ['stray', 'other', 'heading'] as const;
const LEARNED = ['asked', 'ownWords', 'named', 'act', 'topic'] as const;
/** Few questions: weights stay small unless many ask for more. */
const DECAY = 0.1;
const STEPS = 200;

/**
 * Learns on the answerable questions of the files what who speaks, how and on what should add to the score of the
 * words, and prints it.
 *
 * @param dataDir a store with the collection in it
 */
export async function chooseFit(
  dataDir: string,
  collectionDir: string,
  files: readonly string[],
  print: (line: string) => void,
): Promise<void> {
  const { actors, topics } = await readCollection(collectionDir);
  const collection = await openCollection(dataDir, [], () => [], 'fit');
  const directory = createDirectory({ ...collection, actors });
  const prepare = prepareAnswer({ ...collection, topics, directory });
  const choices: Choice[] = [];
  for (const row of files.flatMap(readRows).filter(({ kind }) => kind === 'answer')) {
    const { own } = await prepare(row.question);
    choices.push({
      group: row.id,
      features: own.map(({ fits }) => LEARNED.map((name) => fits[name])),
      before: own.map(
        ({ features, fits }) =>
          wordScore(features) + RULES.reduce((sum, name) => sum + FIT[name] * fits[name], 0),
      ),
      right: own.map(({ candidate: { article, text } }) => isGold(article.id, text, row.gold)),
    });
  }
  await collection.close();
  const learned = learnRanking(choices, STEPS, DECAY);
  print(`fit, learned on ${choices.length} questions:`);
  LEARNED.forEach((name, i) => print(`  ${name}: ${(learned[i] ?? 0).toFixed(2)},`));
}
