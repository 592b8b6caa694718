import { LINK_BUCKETS } from '../../attribution/tag/features/feature-sink.ts';
import { CUE, roleOf, spansOf, type TaggedSpan } from '../../attribution/tag/token-labels.ts';
import {
  linkFeatures,
  nearest,
  noSourceFeatures,
  scoreOf,
  spansAround,
} from '../../attribution/link/link-spans.ts';
import { sourceCandidates, sourceFeatures } from '../../attribution/link/find-source.ts';
import { type Example, type LabelledParagraph } from './label-articles.ts';
import { tokensOf } from './gold-labels.ts';
import { seededRandom, shuffle } from './random.ts';

/** Candidates by their features, and which of them is right. */
interface Choice {
  readonly candidates: readonly (readonly number[])[];
  readonly right: number;
}

const EPOCHS = 8;
const RATE = 0.1;
const DECAY = 1e-5;

/** The statements that each token of a role belongs to. */
function owners(example: Example): Map<string, Set<number>> {
  const found = new Map<string, Set<number>>();
  example.article.statements.forEach((statement, number) => {
    for (const role of ['source', 'cue', 'content'] as const) {
      for (const span of statement[role]) {
        const range = tokensOf(example.tokens, span);
        if (!range) continue;
        for (let i = range.first; i <= range.last; i++) {
          const key = `${role} ${i}`;
          found.set(key, (found.get(key) ?? new Set()).add(number));
        }
      }
    }
  });
  return found;
}

/** The tokens of a statement's source. */
function statementTokens({ article, tokens }: Example, number: number): number[] {
  return (article.statements[number]?.source ?? []).flatMap((span) => {
    const range = tokensOf(tokens, span);
    return range ? Array.from({ length: range.last - range.first + 1 }, (_, k) => range.first + k) : [];
  });
}

/** What there is to choose, and what is right: a cue for each content, a tagged source for each cue, or an untagged one. */
export function linkChoices(example: Example, paragraphs: readonly LabelledParagraph[]): Choice[] {
  const owner = owners(example);
  const same = (role: 'source' | 'content', part: TaggedSpan, cue: TaggedSpan): boolean => {
    const of = owner.get(`cue ${cue.first}`);
    return [...(owner.get(`${role} ${part.first}`) ?? [])].some((number) => of?.has(number));
  };
  const sourceTokens = (cue: TaggedSpan): number[] =>
    [...(owner.get(`cue ${cue.first}`) ?? [])].flatMap((number) => statementTokens(example, number));
  const choices: Choice[] = [];
  for (const { paragraph, labels } of paragraphs) {
    const spans = spansOf(labels, paragraph.from);
    const cues = spans.filter((span) => span.kind === CUE);
    const sources = spans.filter((span) => roleOf(span.kind) === 'source');
    for (const part of spans) {
      const near = spansAround(spans, part);
      if (roleOf(part.kind) === 'content') {
        const candidates = nearest(cues, part);
        const right = candidates.findIndex((cue) => same('content', part, cue));
        choices.push({
          candidates: [null, ...candidates].map((cue) => linkFeatures(paragraph, near, part, cue, 'part')),
          right: right + 1,
        });
      } else if (part.kind === CUE) {
        const candidates = nearest(sources, part);
        const right = candidates.findIndex((source) => same('source', source, part));
        choices.push({
          candidates: [
            noSourceFeatures(paragraph, part),
            ...candidates.map((source) => linkFeatures(paragraph, near, source, part, 'cue')),
          ],
          right: right + 1,
        });
        const content = spans.filter(
          (span) => roleOf(span.kind) === 'content' && same('content', span, part),
        );
        const groups = sourceCandidates(paragraph, part, content);
        const source = sourceTokens(part);
        const chosen = groups.findIndex(({ first, last }) =>
          source.some((token) => token >= first && token <= last),
        );
        // A source that is no candidate teaches nothing.
        if (source.length > 0 && chosen < 0) continue;
        choices.push({
          candidates: [null, ...groups].map((group) => sourceFeatures(paragraph, part, groups, group)),
          right: chosen + 1,
        });
      }
    }
  }
  return choices;
}

/** Learns the linker: a softmax over each choice's candidates, by stochastic gradient with averaging. */
export function learnLinks(choices: readonly Choice[], seed: number): Float32Array {
  const weights = new Float32Array(LINK_BUCKETS);
  const sum = new Float32Array(LINK_BUCKETS);
  const random = seededRandom(seed);
  const order = choices.map((_, index) => index);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(order, random);
    for (const index of order) {
      const choice = choices[index];
      if (!choice || choice.candidates.length < 2) continue;
      const scores = choice.candidates.map((features) => scoreOf(weights, features));
      const max = Math.max(...scores);
      const exponentials = scores.map((score) => Math.exp(score - max));
      const total = exponentials.reduce((a, b) => a + b, 0);
      choice.candidates.forEach((features, number) => {
        const gradient = (exponentials[number] ?? 0) / total - (number === choice.right ? 1 : 0);
        for (const feature of features) {
          const weight = weights[feature] ?? 0;
          weights[feature] = weight - RATE * (gradient + DECAY * weight);
        }
      });
    }
    weights.forEach((weight, k) => (sum[k] = (sum[k] ?? 0) + weight));
  }
  return sum.map((total) => total / EPOCHS);
}

/** The share of choices the weights get right. */
export function linkAccuracy(choices: readonly Choice[], weights: Float32Array): number {
  let right = 0;
  for (const { candidates, right: wanted } of choices) {
    const scores = candidates.map((features) => scoreOf(weights, features));
    if (scores.indexOf(Math.max(...scores)) === wanted) right++;
  }
  return right / choices.length;
}
