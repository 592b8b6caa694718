import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createQuestionHead, readHead } from '../../answer/find/question-head.ts';
import { readCorpus } from '../attribution/read-brat.ts';
import { PackagedEmbeddings } from '../../providers/embeddings/packaged.ts';
import { embedCached } from '../questions/embed-cached.ts';
import { readSquad } from '../questions/read-squad.ts';
import { makeTrainingSet } from '../questions/training-set.ts';
import { gatherAsked, gatherMade, textsOf, withVectors, type Gathered } from './gather-set.ts';
import { learnHead, type HeadSettings } from './learn-head.ts';
import { figuresOf, placesOf } from './measure-head.ts';
import { packHead } from './pack-head.ts';

const TARGET = new URL('../../answer/find/question-head.json', import.meta.url);
/** Vectors take far longer than learning. */
const CACHE = path.join(tmpdir(), 'parley-vectors');
const SETTINGS: HeadSettings = {
  rank: 16,
  steps: 3000,
  rate: 0.002,
  decay: 1e-3,
  sharpness: 20,
  seed: 7,
};

const print = (line: string): void => void process.stdout.write(`${line}\n`);

/**
 * `npm run train:head -- DIR OTHER FILE`: learns the question head on questions made from a corpus in brat's layout (`text/`,
 * `attributions/`), writes it, and prints how it does on questions made from another such corpus and on those of a file in
 * SQuAD's form, none of which it has seen.
 */
async function main([directory, other, file]: readonly string[]): Promise<number> {
  if (directory === undefined || other === undefined || file === undefined) {
    print(
      'usage: npm run train:head -- DIR OTHER FILE   with text/*.txt and attributions/*.ann in DIR and OTHER, FILE in SQuAD’s form',
    );
    return 2;
  }
  const embeddings = new PackagedEmbeddings();
  const made = async (from: string): Promise<Gathered> =>
    gatherMade(await makeTrainingSet(readCorpus(from), embeddings, CACHE, print));
  const learnedFrom = await made(directory);
  const unseen = { made: await made(other), asked: gatherAsked(readSquad(file)) };
  const texts = [learnedFrom, ...Object.values(unseen)].flatMap(textsOf);
  const vectors = await embedCached(embeddings, CACHE, texts, print);
  await embeddings.close();

  print(`learning from ${learnedFrom.questions.length} questions`);
  const packed = packHead(learnHead(withVectors(learnedFrom, vectors), embeddings.stamp, SETTINGS));
  const json = `${JSON.stringify(packed)}\n`;
  writeFileSync(TARGET, json);
  print(`${Math.round(json.length / 1000)} kB of weights written`);
  // Measured as it will run, from packed weights.
  const head = createQuestionHead(readHead(packed));
  for (const [name, gathered] of Object.entries(unseen)) {
    const set = withVectors(gathered, vectors);
    print(`${set.questions.length} ${name} questions: ${figuresOf(placesOf(set, head))}`);
    print(`  by the encoder alone: ${figuresOf(placesOf(set, (vector) => vector))}`);
  }
  return 0;
}

process.exitCode = await main(process.argv.slice(2));
