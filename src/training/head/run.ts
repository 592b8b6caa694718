import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createQuestionHead, readHead, type HeadFile } from '../../answer/score/question-head.ts';
import { readCorpus } from '../attribution/brat.ts';
import { PackagedEmbeddings } from '../../providers/embeddings/packaged.ts';
import { embedCached } from '../questions/embed-cached.ts';
import { readSquad } from '../questions/read-squad.ts';
import { makeTrainingSet } from '../questions/training-set.ts';
import { crossValidate } from './cross-validate.ts';
import { gatherAsked, gatherMade, textsOf, withVectors } from './gather-set.ts';
import { learnHead, type HeadSettings } from './learn-head.ts';
import type { LearningSet } from './learning-set.ts';
import { packHead } from './pack-head.ts';

const TARGET = new URL('../../answer/score/question-head.json', import.meta.url);
/** Vectors take far longer than learning. */
const CACHE = path.join(tmpdir(), 'parley-vectors');
const SETTINGS: HeadSettings = {
  rank: 16,
  steps: 1000,
  rate: 0.002,
  decay: 1e-3,
  sharpness: 20,
  share: 0.85,
  seed: 7,
};

const print = (line: string): void => void process.stdout.write(`${line}\n`);

/**
 * `npm run train:head -- DIR FILE`: learns the question head on questions made from a corpus in brat's layout (`text/`,
 * `attributions/`) and on those of a file in SQuAD's form, writes it, and prints how such heads do on articles they have not seen.
 */
async function main(directory: string | undefined, file: string | undefined): Promise<number> {
  if (directory === undefined || file === undefined) {
    print(
      'usage: npm run train:head -- DIR FILE   with DIR/text/*.txt and DIR/attributions/*.ann, FILE in SQuAD’s form',
    );
    return 2;
  }
  const embeddings = new PackagedEmbeddings();
  const set = await makeTrainingSet(readCorpus(directory), embeddings, CACHE, print);
  const [made, asked] = [gatherMade(set), gatherAsked(readSquad(file))];
  const vectors = await embedCached(embeddings, CACHE, [...textsOf(made), ...textsOf(asked)], print);
  await embeddings.close();
  const sets = { made: withVectors(made, vectors), asked: withVectors(asked, vectors) };
  print(`${made.questions.length} questions made, ${asked.questions.length} asked`);
  const learn = (first: LearningSet, second: LearningSet): HeadFile =>
    packHead(learnHead([first, second], embeddings.stamp, SETTINGS));
  const json = `${JSON.stringify(learn(sets.made, sets.asked), null, 1)}\n`;
  writeFileSync(TARGET, json);
  print(`${Math.round(json.length / 1000)} kB of weights written`);
  // Measured as it will run, from packed weights.
  crossValidate(sets, (first, second) => createQuestionHead(readHead(learn(first, second))), print);
  return 0;
}

process.exitCode = await main(process.argv[2], process.argv[3]);
