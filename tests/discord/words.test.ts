import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from 'oxc-parser';
import { expect, it } from 'vitest';
import { commands } from '../../src/discord/commands/index.ts';

const ROOM = path.join(import.meta.dirname, '../../src/discord');
/** What is kept, sent or matched, and read by nobody. */
const UNREAD = new Set([
  'at once',
  'same text',
  'button ',
  'bot applications.commands',
  'GET, HEAD',
  'parley forget',
  'parley settings',
  'parley collection',
]);
/** What may be logged or thrown as a bug, both for who looks after the code. */
const FOR_DEVELOPERS = /(?:^|\.)(?:log|logger)\.(?:debug|info|warn|error)$|^Error$/;
/** Words that people say to the bot. */
const HEARD = new Set(['names', 'beside']);

/** Whether somebody could read it as words: with a blank, or beginning with a capital that small letters follow. */
const isWords = (text: string): boolean => /\p{L}{2}/u.test(text) && /\s|^\p{Lu}\p{Ll}/u.test(text);

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

/** The text of a string, or of a piece of a template. */
function textOf({ type, value }: Node): string | null {
  if (type === 'Literal') return typeof value === 'string' ? value : null;
  if (type !== 'TemplateElement') return null;
  return typeof value === 'object' && value !== null && 'cooked' in value ? String(value.cooked) : null;
}

/** The words in the code of a file that are told to somebody, as far as its form shows. */
function wordsIn(name: string, code: string): string[] {
  const found: string[] = [];
  const look = (node: Node): void => {
    const { type, start, callee, key, operator } = node;
    if (/^(?:Import|Export(?:Named|All))Declaration$/.test(type) && isNode(node['source'])) return;
    if (/^TS(?:TypeAnnotation|TypeAliasDeclaration|InterfaceDeclaration|TypeParameter)/.test(type)) return;
    if (isNode(callee) && FOR_DEVELOPERS.test(code.slice(callee.start, callee.end))) return;
    if (type === 'Property' && isNode(key) && HEARD.has(code.slice(key.start, key.end))) return;
    const text = textOf(node);
    if (text !== null && isWords(text) && !UNREAD.has(text))
      found.push(`${name}:${code.slice(0, start).split('\n').length} ${text}`);
    const isCompared = operator === '===' || operator === '!==';
    for (const child of Object.values(node).flat())
      if (isNode(child) && !(isCompared && child.type === 'Literal')) look(child);
  };
  const { program, errors } = parseSync(name, code);
  expect(errors, name).toEqual([]);
  if (isNode(program)) look(program);
  return found;
}

it('finds words, and leaves what nobody is told', () => {
  const told = [
    `createReply('Nothing found.')`,
    'reply(`${count} more`)',
    `const title = page > 0 ? 'More' : ''`,
    `throw new UserError('ask again')`,
    `const LINES = { hello: 'good day' }`,
  ];
  for (const code of told) expect(wordsIn('told.ts', code), code).toHaveLength(1);
  const untold = [
    `import type { A } from 'a file'`,
    `log.warn({ server }, 'not allowed here')`,
    `throw new Error('the button was not offered')`,
    `if (error.message === 'Used disallowed intents') stop()`,
    `const CALLING = { names: 'matrix table', beside: 'side topic' }`,
    'const key = `discord.talk.${id}`',
    `const pace: 'one day' = pick()`,
    `text.normalize('NFD')`,
  ];
  for (const code of untold) expect(wordsIn('untold.ts', code), code).toEqual([]);
});

it('the words name no command that there is not', () => {
  const room = path.join(ROOM, 'words');
  const texts = readdirSync(room).map((name) => readFileSync(path.join(room, name), 'utf8'));
  const named = texts.flatMap((text) =>
    Array.from(text.matchAll(/(?<![\w<:/.}])\/([a-z]+)/g), ([, name]) => name),
  );
  expect(named.length).toBeGreaterThan(10);
  const names = commands.map(({ name }) => name);
  expect(named.filter((name) => !names.includes(name ?? ''))).toEqual([]);
});

it('the bot’s words stand in their own room', () => {
  const files = readdirSync(ROOM, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts') && !name.startsWith('words/'),
  );
  expect(files.length).toBeGreaterThan(100);
  const outside = files.flatMap((name) => wordsIn(name, readFileSync(path.join(ROOM, name), 'utf8')));
  // A command's definition hears these beside any of its names.
  expect(outside).toEqual([expect.stringContaining('show see give list')]);
});
