import type { HeadWeights } from '../../answer/find/question-head.ts';
import { seededRandom } from '../attribution/random.ts';
import type { EmbeddingStamp } from '../../store/ports.ts';
import { addTo, dotAt } from '../dot.ts';
import { bySpeaker, type HeadQuestion, type LearningSet } from './learning-set.ts';

export interface HeadSettings {
  readonly rank: number;
  readonly steps: number;
  readonly rate: number;
  /** Share of each weight that is added to its gradient (L2). */
  readonly decay: number;
  /** What a cosine is multiplied by before the softmax. */
  readonly sharpness: number;
  readonly seed: number;
}

const BATCH_QUESTIONS = 24;
/** Wrong sentences of a batch: of a share of the questions' articles all, of anybody some, of the same speaker a few each. */
const OWN_ARTICLE = 0.6;
const OF_ANYBODY = 100;
const OF_SPEAKER = 5;
const BEGINNING = 0.08;
/** Below this a sentence's pull is nothing. */
const LEAST_PULL = 1e-6;

interface Drawn {
  readonly questions: readonly HeadQuestion[];
  /** The places of the sentences that are compared, and their vectors one after another. */
  readonly places: readonly number[];
  readonly vectors: Float32Array;
}

function createDraw(set: LearningSet, size: number, random: () => number): () => Drawn {
  const spoken = bySpeaker(set);
  const drawn = <T>(items: readonly T[]): T[] => items.slice(Math.floor(random() * items.length)).slice(0, 1);
  return () => {
    const questions = Array.from({ length: BATCH_QUESTIONS }, () => drawn(set.questions)).flat();
    const places = new Set<number>();
    for (const { gold, article, speaker } of questions) {
      for (const place of gold) places.add(place);
      if (random() < OWN_ARTICLE) for (const place of set.articles.get(article) ?? []) places.add(place);
      const own = speaker === null ? [] : (spoken.get(speaker) ?? []);
      for (let i = 0; i < OF_SPEAKER; i++) for (const place of drawn(own)) places.add(place);
    }
    for (let i = 0; i < OF_ANYBODY; i++) places.add(Math.floor(random() * set.sentences.length));
    const vectors = new Float32Array(places.size * size);
    [...places].forEach((place, i) => vectors.set(set.sentences[place] ?? [], i * size));
    return { questions, places: [...places], vectors };
  };
}

/** How strongly each sentence pulls: its chance under the softmax, less the share of it that should be its. */
function pullsOf(
  question: HeadQuestion,
  { places, vectors }: Drawn,
  moved: Float32Array,
  sharpness: number,
): Float32Array {
  const gold = new Set(question.gold);
  const near = new Set(question.near);
  const isAside = (place: number): boolean => near.has(place) && !gold.has(place);
  const scores = places.map((place, i) =>
    isAside(place) ? -Infinity : sharpness * dotAt(moved, vectors, i * moved.length),
  );
  const most = scores.reduce((a, b) => Math.max(a, b), -Infinity);
  const masses = scores.map((score) => Math.exp(score - most));
  const all = masses.reduce((a, b) => a + b, 0);
  const right = masses.reduce((sum, mass, i) => sum + (gold.has(places[i] ?? -1) ? mass : 0), 0) || 1e-12;
  return Float32Array.from(masses, (mass, i) => mass / all - (gold.has(places[i] ?? -1) ? mass / right : 0));
}

/** Adam (Kingma & Ba 2015) over one array of weights. */
function createAdam(weights: Float32Array): (gradient: Float32Array, rate: number, step: number) => void {
  const first = new Float32Array(weights.length);
  const second = new Float32Array(weights.length);
  return (gradient, rate, step) => {
    const [firstBias, secondBias] = [1 - 0.9 ** step, 1 - 0.99 ** step];
    for (let i = 0; i < weights.length; i++) {
      const slope = gradient[i] ?? 0;
      const m = 0.9 * (first[i] ?? 0) + 0.1 * slope;
      const v = 0.99 * (second[i] ?? 0) + 0.01 * slope * slope;
      first[i] = m;
      second[i] = v;
      weights[i] = (weights[i] ?? 0) - (rate * (m / firstBias)) / (Math.sqrt(v / secondBias) + 1e-8);
    }
  };
}

/**
 * Learns the head under which the softmax over the sentences of a batch gives the right ones the most. The same set and
 * settings give the same weights.
 */
export function learnHead(
  set: LearningSet,
  stamp: EmbeddingStamp,
  { rank, steps, rate, decay, sharpness, seed }: HeadSettings,
): HeadWeights {
  const random = seededRandom(seed);
  const size = stamp.dimensions;
  const start = (): number => (random() * 2 - 1) * BEGINNING;
  const weights: HeadWeights = {
    stamp,
    rank,
    down: Float32Array.from({ length: rank * size }, start),
    bias: new Float32Array(rank),
    up: Float32Array.from({ length: rank * size }, start),
    shift: new Float32Array(size),
  };
  const { down, bias, up, shift } = weights;
  const parts = [down, bias, up, shift].map((part) => ({ part, move: createAdam(part) }));
  const draw = createDraw(set, size, random);
  for (let step = 1; step <= steps; step++) {
    const drawn = draw();
    const [downSlope, biasSlope, upSlope, shiftSlope] = parts.map(({ part }) =>
      part.map((value) => decay * value),
    );
    if (!downSlope || !biasSlope || !upSlope || !shiftSlope) continue;
    for (const question of drawn.questions) {
      const { vector } = question;
      const strengths = bias.map((value, row) => Math.tanh(value + dotAt(vector, down, row * size)));
      const moved = vector.map((value, i) => value + (shift[i] ?? 0));
      strengths.forEach((strength, row) => addTo(moved, 0, strength, up, row * size, size));
      const length = Math.sqrt(dotAt(moved, moved, 0)) || 1;
      const unit = moved.map((value) => value / length);
      const slope = new Float32Array(size);
      pullsOf(question, drawn, unit, sharpness).forEach((pull, i) => {
        if (Math.abs(pull) > LEAST_PULL)
          addTo(slope, 0, (pull * sharpness) / BATCH_QUESTIONS, drawn.vectors, i * size, size);
      });
      // Through the scaling to unit length: only what turns the vector counts.
      addTo(slope, 0, -dotAt(slope, unit, 0), unit, 0, size);
      for (let i = 0; i < size; i++) slope[i] = (slope[i] ?? 0) / length;
      strengths.forEach((strength, row) => {
        const back = dotAt(slope, up, row * size) * (1 - strength * strength);
        addTo(upSlope, row * size, strength, slope, 0, size);
        addTo(downSlope, row * size, back, vector, 0, size);
        biasSlope[row] = (biasSlope[row] ?? 0) + back;
      });
      addTo(shiftSlope, 0, 1, slope, 0, size);
    }
    const pace = rate * (step < steps * 0.6 ? 1 : step < steps * 0.85 ? 0.3 : 0.1);
    [downSlope, biasSlope, upSlope, shiftSlope].forEach((gradient, i) =>
      parts[i]?.move(gradient, pace, step),
    );
  }
  return weights;
}
