import { writeFileSync } from 'node:fs';
import { countCases } from './count-cases.ts';
import { readCorpus } from './read-brat.ts';
import { readExample } from './label-articles.ts';
import { SETTINGS, train } from './train-weights.ts';

const TARGET = new URL('../../attribution/tag/weights.json', import.meta.url);
const SMALL_WORDS = new URL('../../text/words/small-words.json', import.meta.url);

const print = (line: string): void => void process.stdout.write(`${line}\n`);

/** `npm run train -- DIR`: learns the weights from a corpus in brat's layout (`text/`, `attributions/`) and writes them. */
function main(directory: string | undefined): number {
  if (directory === undefined) {
    print('usage: npm run train -- DIR   with DIR/text/*.txt and DIR/attributions/<article>_<annotator>.ann');
    return 2;
  }
  const started = performance.now();
  const articles = readCorpus(directory);
  const cases = countCases(articles.map(({ text }) => text));
  writeFileSync(SMALL_WORDS, `${JSON.stringify(cases, null, 1)}\n`);
  const examples = articles.map(readExample);
  print(`${examples.length} articles, ${examples.reduce((sum, { tokens }) => sum + tokens.count, 0)} tokens`);
  const json = `${JSON.stringify(train(examples, SETTINGS, print), null, 1)}\n`;
  writeFileSync(TARGET, json);
  print(
    `${Math.round(json.length / 1000)} kB of weights in ${Math.round((performance.now() - started) / 1000)} s`,
  );
  return 0;
}

process.exitCode = main(process.argv[2]);
