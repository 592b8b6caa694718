import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { StatementsOfTexts } from '../../src/app/models/extractor.ts';
import type { Statement } from '../../src/domain/statement.ts';
import { textAt } from '../../src/text/span.ts';

/** What is wanted: any of these wordings; a part of the speaker's name, `a|b` for either, `=Name` for just that, empty for anybody. */
const Wanted = z.strictObject({
  content: z.array(z.string()),
  speaker: z.string(),
  type: z.string().optional(),
  side: z.string().optional(),
  sides: z.array(z.string()).optional(),
  act: z.string().optional(),
  /** `how` may be several, with `|` between. */
  when: z.strictObject({ date: z.string(), how: z.string() }).optional(),
});

/** A small input with whose words it has, and whose it has not: `speaker` null for nobody's at all. */
export const SmallInput = z.strictObject({
  class: z.string(),
  kind: z.string(),
  /** The extension of the file that it would be. */
  ext: z.string(),
  text: z.string(),
  want: z.array(Wanted),
  never: z.array(z.strictObject({ content: z.string(), speaker: z.string().nullable() })),
});

/** Words as they are compared: without marks at the edges and a leading "that". */
export const bare = (words: string): string =>
  words
    .replace(/\s+/g, ' ')
    .replace(/^["“"„«»'‘]+|[,.”"’“«»]+$/g, '')
    .replace(/^that /, '')
    .trim();

const sum = (all: readonly number[]): number => all.reduce((a, b) => a + b, 0);
const rightOf = (name: string, all: readonly number[]): string => `${name} ${sum(all)}/${all.length}`;

/** Whether the name is the wanted one. */
export function speaks(name: string | null, wanted: string): boolean {
  if (wanted === '') return true;
  if (wanted.startsWith('=')) return name === wanted.slice(1);
  return name !== null && wanted.split('|').some((part) => name.toLowerCase().includes(part.toLowerCase()));
}

/** What a wanted statement has that one found has not; null where it is right. */
function whatIsWrong(found: Statement, wanted: z.infer<typeof Wanted>): string | null {
  const { speaker, type, side, sides, act, when } = wanted;
  if (found.denied) return 'denied';
  if (!speaks(found.speaker, speaker)) return `speaker is ${found.speaker}`;
  if (type !== undefined && found.type !== type) return `type is ${found.type}`;
  if (side !== undefined && found.side !== side) return `side is ${found.side}`;
  if (sides !== undefined && found.sides.toSorted().join(' ') !== sides.toSorted().join(' '))
    return `sides are ${found.sides.join(' ')}`;
  if (act !== undefined && found.act !== act) return `act is ${found.act}`;
  if (when && (found.when?.date !== when.date || !when.how.split('|').includes(found.when.how)))
    return `said ${found.when?.date}, ${found.when?.how}`;
  return null;
}

/**
 * Reads small inputs, each of one kind of thing that goes wrong, and prints what is wrong and how many are right in each class;
 * gives how many are right in all.
 *
 * @param folder where the inputs may be written to, to be read as files
 */
export async function evaluateSmallInputs(
  { extract, reader }: StatementsOfTexts,
  file: string,
  folder: string,
  print: (line: string) => void,
): Promise<{ readonly right: number }> {
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  const inputs = lines.map((line) => SmallInput.parse(JSON.parse(line)));
  const right = new Map<string, number[]>();
  for (const [index, input] of inputs.entries()) {
    const path = join(folder, `small-input-${index}.${input.ext}`);
    writeFileSync(path, input.text);
    const { text, published, skips } = await reader.read(path);
    const statements = extract(text, published, skips).map((statement) => ({
      statement,
      pieces: statement.content.map((span) => textAt(text, span)),
    }));
    const wrong = input.want.flatMap((wanted) => {
      const found = statements.filter(({ pieces }) =>
        pieces.some((piece) => wanted.content.some((words) => bare(words) === bare(piece))),
      );
      if (found.length === 0) return [`not found: ${wanted.content[0]}`];
      const faults = found.map(({ statement }) => whatIsWrong(statement, wanted));
      return faults.includes(null) ? [] : [`${faults[0]}: ${wanted.content[0]}`];
    });
    for (const { content, speaker } of input.never)
      if (
        statements.some(
          ({ statement, pieces }) =>
            !statement.denied &&
            pieces.join(' ').includes(content) &&
            speaks(statement.speaker, speaker ?? ''),
        )
      )
        wrong.push(`never: ${content}`);
    if (wrong.length > 0) print(`  ${index + 1} ${input.class}, ${input.kind}: ${wrong.join(' · ')}`);
    right.set(input.class, [...(right.get(input.class) ?? []), wrong.length === 0 ? 1 : 0]);
  }
  const all = [...right.values()].flat();
  print(
    `small inputs: ${rightOf('right', all)} · ${[...right].map(([name, ofClass]) => rightOf(name, ofClass)).join(', ')}`,
  );
  return { right: sum(all) };
}
