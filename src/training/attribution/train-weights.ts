import { BUCKETS } from '../../attribution/tag/features/feature-sink.ts';
import { type WeightsFile } from '../../attribution/tag/read-weights.ts';
import { WORD_KINDS } from '../../attribution/tag/word-traits.ts';
import { countAll, type Example, labelledParagraphs } from './label-articles.ts';
import { learn, type Sequence, type Settings } from './learn.ts';
import { learnLinks, linkAccuracy, linkChoices } from './learn-links.ts';
import { packWeights } from './write-weights.ts';

/** Features seen less often are left out. */
export interface TrainSettings extends Settings {
  readonly minimumCount: number;
}

/** What did best on articles kept apart: more epochs or a weaker L1 fit the annotators' moods. */
export const SETTINGS: TrainSettings = {
  epochs: 6,
  alpha: 0.04,
  l1: 6,
  dropout: 0.5,
  seed: 1,
  minimumCount: 8,
};

/** Learns all weights from the examples; the same examples and settings give the same weights. */
export function train(
  examples: readonly Example[],
  settings: TrainSettings,
  print: (line: string) => void,
): WeightsFile {
  const counts = countAll(examples);
  const paragraphs = examples.map((example) => labelledParagraphs(example, counts));
  const seen = new Int32Array(BUCKETS);
  const all = paragraphs.flat();
  let width = 0;
  for (const { buckets, labels } of all) {
    width = buckets.length / labels.length;
    for (const bucket of buckets) seen[bucket] = (seen[bucket] ?? 0) + 1;
  }
  const featureOf = new Int32Array(BUCKETS).fill(-1);
  let features = 0;
  for (let bucket = 0; bucket < BUCKETS; bucket++) {
    if ((seen[bucket] ?? 0) >= settings.minimumCount) featureOf[bucket] = features++;
  }
  print(`${all.length} paragraphs, ${width} templates, ${features} features`);
  const sequences: Sequence[] = all.map(({ buckets, labels, kinds }) => ({
    features: buckets.map((bucket) => featureOf[bucket] ?? -1),
    labels,
    kinds,
  }));
  const choices = examples.flatMap((example, i) => linkChoices(example, paragraphs[i] ?? []));
  const links = learnLinks(choices, settings.seed);
  print(`links right on their own examples: ${(100 * linkAccuracy(choices, links)).toFixed(2)} %`);
  const model = learn(sequences, { width, featureCount: features, kindCount: WORD_KINDS }, settings, print);
  return packWeights(model, featureOf, links, counts);
}
