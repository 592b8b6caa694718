import { z } from 'zod';
import { FOLLOW_SUBJECTS, PACES, PLACE_KINDS } from '../../domain/follow.ts';
import { ACTS } from '../../domain/statement.ts';
import { json } from './article-rows.ts';

/** What arrived, who follows, and where they are told, as stored; each throws `ZodError` where the row was damaged. */
export const arrivalRow = z.object({
  id: z.int(),
  article: z.string(),
  start: z.int(),
  speaker: z.string().nullable(),
  sides: json.pipe(z.array(z.string())),
  act: z.enum(ACTS),
  topics: json.pipe(z.array(z.string())),
});
export const destinationRow = z.object({
  id: z.int(),
  kind: z.enum(PLACE_KINDS),
  place: z.string(),
  pace: z.enum(PACES),
  quiet: z.string().nullable(),
  cursor: z.int(),
  pending: z.int().nullable(),
  due: z.string().nullable(),
});
export const followRow = z.object({
  id: z.int(),
  destination: z.int(),
  subject: z.enum(FOLLOW_SUBJECTS),
  target: z.string(),
  act: z.enum(ACTS).nullable(),
  person: z.string(),
  since: z.int(),
});
export const followWithPlace = followRow.extend({
  kind: destinationRow.shape.kind,
  place: destinationRow.shape.place,
  pace: destinationRow.shape.pace,
  quiet: destinationRow.shape.quiet,
});
