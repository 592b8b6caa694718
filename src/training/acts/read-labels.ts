import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { actFeaturesOf } from '../../attribution/act/act-features.ts';
import { readPartyNames } from '../../attribution/act/act-words.ts';
import { ACTS } from '../../domain/statement.ts';
import type { ActExample } from './learn-acts.ts';

/** One labelled statement, as a line of a labels file. */
export const ActLabel = z.object({
  source: z.string(),
  cue: z.string(),
  content: z.string(),
  act: z.enum(ACTS),
  /** Names of the speaker's own side; none where the speaker has no side. */
  own: z.array(z.string()).default([]),
  others: z.array(z.string()).default([]),
  /** How much it counts: less where it is far from negotiations. */
  weight: z.number().positive().optional(),
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
  const { kinds } = actFeaturesOf({ ...label, side }, names);
  return { kinds: kinds.map((kind) => kind.map((parts) => parts.join(' '))), act: label.act, weight };
}
