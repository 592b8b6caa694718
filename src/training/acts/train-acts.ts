import { readFileSync, writeFileSync } from 'node:fs';
import { chooseFeatures, learnActs } from './learn-acts.ts';
import { makeSentences } from './make-sentences.ts';
import { packActs } from './pack-acts.ts';
import { exampleOf, readInvented, readLabels } from './read-labels.ts';

const TARGET = new URL('../../attribution/act/act-weights.json', import.meta.url);
const INVENTED = new URL('./invented-sentences.txt', import.meta.url);
/** What was invented for negotiations counts threefold beside newspapers at large; what is made from frames counts little. */
const INVENTED_WEIGHT = 3;
const MADE = { count: 8000, weight: 0.3 };
/** As many features as keep the file under 300 kB. */
const ROWS = 12_000;

const print = (line: string): void => void process.stdout.write(`${line}\n`);

/** `npm run train:acts -- LABELS.jsonl…`: learns the weights of acts and writes them. */
function main(labels: readonly string[]): number {
  if (labels.length === 0) {
    print('usage: npm run train:acts -- LABELS.jsonl…');
    print(
      '  LABELS.jsonl: {"source","cue","content","act"} a line, also {"own": [names], "others": [names], "weight": n}',
    );
    return 2;
  }
  const started = performance.now();
  const examples = [
    ...labels.flatMap(readLabels).map((label) => exampleOf(label, label.weight ?? 1)),
    ...readInvented(readFileSync(INVENTED, 'utf8')).map((label) => exampleOf(label, INVENTED_WEIGHT)),
    ...makeSentences(MADE.count).map((label) =>
      exampleOf({ ...label, own: [...label.own], others: [...label.others] }, MADE.weight),
    ),
  ];
  const learned = learnActs(examples);
  const chosen = chooseFeatures(learned, examples, ROWS);
  const json = `${JSON.stringify(packActs(learned, chosen), null, 1)}\n`;
  writeFileSync(TARGET, json);
  const seconds = Math.round((performance.now() - started) / 1000);
  print(
    `${examples.length} statements, ${learned.size} features learned, ${Math.round(json.length / 1000)} kB of weights in ${seconds} s`,
  );
  return 0;
}

process.exitCode = main(process.argv.slice(2));
