import { readFileSync, writeFileSync } from 'node:fs';
import { type ActWeights, chooseFeatures, learnActs } from './learn-acts.ts';
import { makeSentences } from './make-sentences.ts';
import { exampleOf, readInvented, readLabels } from './read-labels.ts';
import { ACT_WEIGHTS_FORMAT, type ActWeightsFile } from '../../attribution/act/act-model.ts';
import { ACTS } from '../../domain/statement.ts';

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

/** One unit of a weight: finer steps gain nothing. */
const UNIT = 1 / 24;
const MOST = 127;

/** The weights of the chosen features as small integers; what is common to all acts is taken off. */
export function packActs(learned: ActWeights, chosen: ReadonlySet<string>): ActWeightsFile {
  const rows = [...learned].flatMap(([feature, weights]) => {
    if (!chosen.has(feature)) return [];
    const mean = weights.reduce((sum, each) => sum + each, 0) / ACTS.length;
    const units = Array.from(weights, (each) =>
      Math.max(-MOST, Math.min(MOST, Math.round((each - mean) / UNIT))),
    );
    return [{ feature, units }];
  });
  rows.sort((a, b) => (a.feature < b.feature ? -1 : 1));
  return {
    format: ACT_WEIGHTS_FORMAT,
    unit: UNIT,
    features: rows.map(({ feature }) => feature).join('\n'),
    weights: Buffer.from(Int8Array.from(rows.flatMap(({ units }) => units)).buffer).toString('base64'),
  };
}
