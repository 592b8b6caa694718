import { z } from 'zod';
import type { Correction } from '../../domain/change/correction.ts';

/** A stored correction; throws `ZodError` where the row was damaged. */
export const correctionRow = z
  .object({
    id: z.int(),
    article: z.string(),
    quote: z.string(),
    start: z.int(),
    end: z.int(),
    speaker: z.string().nullable(),
    side: z.string().nullable(),
    wasSpeaker: z.string().nullable(),
    wasSide: z.string().nullable(),
    note: z.string().nullable(),
    byId: z.string(),
    byName: z.string(),
    at: z.iso.datetime(),
  })
  .transform(({ wasSpeaker, wasSide, byId, byName, ...row }): Correction => ({
    ...row,
    was: { speaker: wasSpeaker, side: wasSide },
    by: { id: byId, name: byName },
  }));
