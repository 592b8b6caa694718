import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import nlp from 'compromise/two';
import { z } from 'zod';
import { stemOf } from '../../text/words/words.ts';

const TARGET = new URL('../../collect/common-nouns.json', import.meta.url);
/** Nouns of fewer articles of a thousand count as rare. */
const LEAST_SHARE = 15;

const Tagged = z.array(
  z.object({ terms: z.array(z.object({ text: z.string(), tags: z.array(z.string()) })) }),
);

/** `npm run train:nouns -- FOLDER`: in how many of a thousand articles (text files) each noun's stem stands. */
function main(folder: string | undefined): number {
  if (folder === undefined) {
    process.stdout.write('usage: npm run train:nouns -- FOLDER of news as text files\n');
    return 2;
  }
  const files = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  const counts = new Map<string, number>();
  for (const name of files) {
    const text = readFileSync(path.join(folder, name), 'utf8');
    const tagged = Tagged.parse(nlp(text).json({ terms: { text: true, tags: true } }));
    const nouns = tagged.flatMap(({ terms }) =>
      terms.flatMap(({ text: word, tags }) =>
        tags.includes('Noun') || tags.includes('Adjective') ? [stemOf(word.toLowerCase())] : [],
      ),
    );
    for (const stem of new Set(nouns))
      if (/^\p{Ll}{2,}$/u.test(stem)) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  }
  const shares = [...counts]
    .map(([stem, count]) => [stem, Math.round((1000 * count) / files.length)] as const)
    .filter(([, share]) => share >= LEAST_SHARE)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  writeFileSync(TARGET, `${JSON.stringify(Object.fromEntries(shares), null, 1)}\n`);
  process.stdout.write(`${files.length} articles, ${shares.length} nouns\n`);
  return 0;
}

process.exitCode = main(process.argv[2]);
