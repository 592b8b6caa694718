import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { extractSpans } from '../../src/attribution/extract-spans.ts';
import { createStatementExtractor, type ExtractStatements } from '../../src/attribution/pipeline.ts';
import { textAt } from '../../src/text/span.ts';
import { readCollection } from '../../src/ingest/collection.ts';

/** A small text, what of it is whose words, and what is nobody's: the speaker's name or a part of it, null for anybody. */
const Input = z.strictObject({
  kind: z.string(),
  text: z.string(),
  want: z.array(
    z.strictObject({
      /** Any of these wordings. */
      content: z.array(z.string()),
      speaker: z.string().nullable(),
      type: z.string().optional(),
      side: z.string().optional(),
    }),
  ),
  never: z.array(z.strictObject({ content: z.string(), speaker: z.string().nullable() })),
});

const inputs = readFileSync(new URL('small-inputs.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => Input.parse(JSON.parse(line)));

/** Words as they are compared: without marks at the edges and a leading "that". */
const bare = (words: string): string =>
  words
    .replace(/\s+/g, ' ')
    .replace(/^["“"„«»'‘]+|[,.]+$/g, '')
    .replace(/^that /, '')
    .trim();

describe('small inputs', () => {
  let extract: ExtractStatements;
  beforeAll(async () => {
    extract = createStatementExtractor({ extractSpans, ...(await readCollection('seeds')) });
  });

  it.each(inputs)('$kind: $text', ({ text, want, never }) => {
    const statements = extract({ text, skips: [] }).map((statement) => ({
      ...statement,
      pieces: statement.content.map((span) => textAt(text, span)),
    }));
    for (const { content, speaker, ...rest } of want) {
      const found = statements.filter(
        ({ pieces, denied }) =>
          !denied && pieces.some((piece) => content.some((words) => bare(words) === bare(piece))),
      );
      const names = speaker === null ? expect.anything() : expect.stringContaining(speaker);
      expect(found).toContainEqual(
        expect.objectContaining({ ...rest, ...(speaker === null ? {} : { speaker: names }) }),
      );
    }
    for (const { content, speaker } of never)
      expect(
        statements.filter(
          (statement) =>
            statement.pieces.join(' ').includes(content) &&
            (speaker === null || (statement.speaker ?? '').includes(speaker)),
        ),
      ).toEqual([]);
  });
});
