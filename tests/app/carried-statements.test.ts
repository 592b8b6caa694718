import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { temporaryFolder } from '../support/folders.ts';

const FILES = {
  'actors.yaml':
    'sides:\n  - id: Norland\n    label: Norland\n    names: [Norland]\n    adjectives: []\nactors:\n  - name: Ada Berg\n    side: Norland\n    role: Fisheries Minister\n    pronoun: she\n    aliases: []\n',
  'topics.yaml': '- id: quota\n  label: Quota\n  description: Herring.\n  words: [quota]\n',
  'articles/one.md': article(
    'one',
    'Daily',
    '"We offer a quota of 40 tonnes," said Ada Berg. The sea was calm.',
  ),
  'articles/two.md': article(
    'two',
    'Weekly',
    'Rain fell on the harbour. "We offer a quota of 40 tonnes," Ada Berg said. "No quota is for ever," Ada Berg said later.',
  ),
};

function article(id: string, outlet: string, text: string): string {
  return `---\nid: ${id}\ntitle: "${id}"\noutlet: ${outlet}\nauthor: null\npublished: 2031-05-01\nurl: null\n---\n\n${text}\n`;
}

it('a side’s position and a speaker’s words tell how many outlets carry each', async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'articles'));
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text);
  const config = readConfig({ DATA_DIR: temporaryFolder(), COLLECTION_DIR: folder });
  const app = await createApp(config, { info: () => undefined, warn: () => undefined });
  onTestFinished(() => app.close());
  await app.ingest([]);
  for (const { statements } of [await app.position('Norland', 'quota'), await app.speaker('Ada Berg')]) {
    const outletsOf = (words: string) =>
      statements.filter(({ text }) => text.includes(words)).map(({ carriers }) => carriers?.outlets);
    expect(new Set(outletsOf('quota of 40 tonnes'))).toEqual(new Set([2]));
    expect(outletsOf('No quota is for ever')).toEqual([1]);
  }
});
