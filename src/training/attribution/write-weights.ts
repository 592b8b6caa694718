import { BUCKETS } from '../../attribution/tag/features/feature-sink.ts';
import { CUE, LABELS } from '../../attribution/tag/token-labels.ts';
import { FORMAT, LINK_UNIT, TRANSITION_UNIT, type WeightsFile } from '../../attribution/tag/read-weights.ts';
import { type WordCounts, lexiconWithout } from './count-words.ts';
import { type Model } from './learn.ts';

/** One unit of an emission weight: finer steps gain nothing, coarser ones lose. */
const SCALE = 1 / 32;

/**
 * Added to every beginning of a cue: the likeliest labels leave out the statements that only some annotators mark, and the
 * F1 of statements is best where as many are found too much as too little.
 */
const CUE_BONUS = 1.25;

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const clip = (value: number, limit: number): number => Math.max(-limit, Math.min(limit, Math.round(value)));

/** `featureOf` gives the feature number of each bucket, -1 where none was kept. */
function packRows(featureOf: Int32Array, emissions: Float32Array): Uint8Array {
  const bytes: number[] = [];
  let last = -1;
  for (let bucket = 0; bucket < BUCKETS; bucket++) {
    const feature = featureOf[bucket] ?? -1;
    if (feature < 0) continue;
    let mask = 0;
    const values: number[] = [];
    for (let label = 0; label < LABELS; label++) {
      const value = clip((emissions[feature * LABELS + label] ?? 0) / SCALE, 127);
      if (value === 0) continue;
      mask |= 1 << label;
      values.push(value & 255);
    }
    if (mask === 0) continue;
    let distance = bucket - last;
    for (; distance > 127; distance >>= 7) bytes.push((distance & 127) | 128);
    bytes.push(distance, mask & 255, mask >> 8, ...values);
    last = bucket;
  }
  return Uint8Array.from(bytes);
}

function packWords(all: WordCounts): string {
  const lexicon = lexiconWithout(all, null);
  const lines: string[] = [];
  for (const word of all.keys()) {
    const levels = `${lexicon.cueLevel(word)}${lexicon.sourceLevel(word)}`;
    if (levels !== '00') lines.push(`${word}\t${levels}`);
  }
  return lines.toSorted().join('\n');
}

/** Everything learned as small integers, ready to be written as JSON. */
export function packWeights(
  model: Model,
  featureOf: Int32Array,
  links: Float32Array,
  all: WordCounts,
): WeightsFile {
  const transitions = Int16Array.from(model.transitions, (weight, index) =>
    clip((weight + (index % LABELS === CUE ? CUE_BONUS : 0)) / TRANSITION_UNIT, 32_000),
  );
  return {
    format: FORMAT,
    scale: SCALE,
    emissions: base64(packRows(featureOf, model.emissions)),
    transitions: base64(new Uint8Array(transitions.buffer)),
    links: base64(new Uint8Array(Int8Array.from(links, (weight) => clip(weight / LINK_UNIT, 127)).buffer)),
    words: packWords(all),
  };
}
