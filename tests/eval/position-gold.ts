import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { ACTS } from '../../src/domain/statement.ts';
import { CHANGE_KINDS } from '../../src/domain/position-change.ts';

const Change = z.object({
  kind: z.enum(CHANGE_KINDS),
  /** Index in `said` of what it changes. */
  from: z.int().optional(),
  /** What the two quotes have in each other's place. */
  words: z.tuple([z.string(), z.string()]).optional(),
  /** Other quotes of the same article and day that show it as well. */
  quotes: z.array(z.string()).default([]),
  /** The same of what it changes. */
  fromQuotes: z.array(z.string()).default([]),
});

const Said = z.object({
  on: z.iso.date(),
  article: z.string(),
  /** Articles that have the same words. */
  also: z.array(z.string()).default([]),
  quote: z.string(),
  act: z.enum(ACTS),
  changes: z.array(Change),
});

const Positions = z.array(z.object({ side: z.string(), topic: z.string(), said: z.array(Said) }));

export type GoldPosition = z.infer<typeof Positions>[number];
export type GoldSaid = GoldPosition['said'][number];
export type GoldChange = GoldSaid['changes'][number];

/** Who moves when, as written down before anything was found. Throws for a file of another form. */
export function readPositionGold(file: string): GoldPosition[] {
  return Positions.parse(JSON.parse(readFileSync(file, 'utf8')));
}
