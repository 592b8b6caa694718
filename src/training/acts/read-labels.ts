import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { actFeaturesOf } from '../../attribution/act/act-features.ts';
import { readPartyNames } from '../../attribution/act/act-words.ts';
import { ACTS } from '../../domain/statement.ts';
import { stemOf } from '../../text/words.ts';
import type { ActExample, WordVectors } from './learn-acts.ts';

/** One labelled statement, as a line of a labels file. */
export const ActLabel = z.object({
  source: z.string(),
  cue: z.string(),
  content: z.string(),
  act: z.enum(ACTS),
  /** Names of the speaker's own side; none where the speaker has no side. */
  own: z.array(z.string()).default([]),
  others: z.array(z.string()).default([]),
});
export type ActLabel = z.infer<typeof ActLabel>;

const OWN = 'own';

/** The labels of a file with one JSON object a line. Throws with the line's number where a line is none. */
export function readLabels(file: string): ActLabel[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, at) => {
      if (line.trim() === '') return [];
      const read = ActLabel.safeParse(JSON.parse(line));
      if (!read.success) throw new Error(`${file}, line ${at + 1}: ${z.prettifyError(read.error)}`);
      return [read.data];
    });
}

const bare = (words = ''): string => words.replaceAll(/[*+]/g, '');

/** The invented sentences: `act | source | cue | content` a line, `*own*` and `+other+` parties marked, `#` for remarks. */
export function readInvented(text: string): ActLabel[] {
  return text.split('\n').flatMap((line) => {
    const [act, source, cue, content] = line.split(' | ');
    if (line.startsWith('#') || content === undefined) return [];
    const named = (mark: string): string[] =>
      Array.from(line.matchAll(RegExp(`\\${mark}([^${mark}|]+)\\${mark}`, 'g')), ([, name = '']) => name);
    return [ActLabel.parse({ act, source: bare(source), cue, content: bare(content), own: named('*'), others: named('+') })]; // prettier-ignore
  });
}

/** What is learned from a labelled statement. */
export function exampleOf(label: ActLabel, weight: number): ActExample {
  const side = label.own.length > 0 ? OWN : null;
  const names = readPartyNames([
    ...label.own.map((name) => [OWN, name] as const),
    ...label.others.map((name) => ['other', name] as const),
  ]);
  return { kinds: actFeaturesOf({ ...label, side }, names).kinds, act: label.act, weight };
}

const VectorsFile = z.object({ vectors: z.record(z.string(), z.array(z.number())) });
/** So many of the commonest words; rarer ones have poor vectors. */
const WORDS_READ = 30_000;
const DIMENSIONS = 100;

const unit = (vector: readonly number[]): number[] =>
  vector.map((each) => each / (Math.hypot(...vector) || 1));

/**
 * Word vectors of a file `{"vectors": {word: numbers}}`, commonest word first, by stem (means over a stem's forms, the common
 * ones more), the mean of all taken off, unit length.
 */
export function readVectors(file: string): WordVectors {
  const { vectors } = VectorsFile.parse(JSON.parse(readFileSync(file, 'utf8')));
  const sums = new Map<string, number[]>();
  Object.entries(vectors)
    .slice(0, WORDS_READ)
    .forEach(([word, vector], rank) => {
      // prettier-ignore
      if (!/^[a-z]+$/.test(word)) return;
      const sum = sums.get(stemOf(word)) ?? Array.from({ length: DIMENSIONS }, () => 0);
      const part = 1 / Math.sqrt(1 + rank / 50);
      sums.set(stemOf(word), sum.map((each, d) => each + part * (vector[d] ?? 0))); // prettier-ignore
    });
  const directions = [...sums].map(([stem, vector]) => [stem, unit(vector)] as const);
  const mean = Array.from(
    { length: DIMENSIONS },
    (_, d) => directions.reduce((sum, [, vector]) => sum + (vector[d] ?? 0), 0) / directions.length,
  );
  return new Map(
    directions.map(([stem, vector]) => [stem, unit(vector.map((each, d) => each - (mean[d] ?? 0)))]),
  );
}
