import type { Reply } from '../../../src/discord/reply.ts';

const WIDTH = 100;

/** The reply as Discord would show it, as text: for reading aloud and for looking at changes. */
export function showReply(
  reply: Pick<Reply, 'content' | 'cards'> & Partial<Pick<Reply, 'components'>>,
): string {
  const boxes = reply.cards.flatMap(({ author, title, description, fields = [], footer }) => [
    ...(author ? [`${author.name}${author.url === undefined ? '' : ' ↗'}`] : []),
    ...(title === undefined ? [] : [`[${rendered(title)}]`]),
    ...(description === undefined ? [] : rendered(description).split('\n')),
    ...fields.flatMap(({ name, value }) => [
      `+ ${rendered(name)}`,
      ...rendered(value)
        .split('\n')
        .map((line) => `  ${line}`),
    ]),
    ...(footer ? [`   ${footer.text}`] : []),
  ]);
  const buttons = (reply.components ?? []).map(({ components }) =>
    components.map((one) => ('label' in one ? `[ ${one.label} ]` : '[ ]')).join(' '),
  );
  return [rendered(reply.content), ...boxes.flatMap(wrapped).map((line) => `┃ ${line}`), ...buttons].join(
    '\n',
  );
}

/** Markdown as Discord reads it, as far as replies use it. */
function rendered(markdown: string): string {
  return markdown
    .replace(/^> /gm, '▎')
    .replace(/^-# /gm, '  ')
    .replace(/(?<!\\)\*\*(.+?)(?<!\\)\*\*/g, '$1')
    .replace(/(?<!\\)\*(.+?)(?<!\\)\*/g, '$1')
    .replace(/\[([^\]\\]*)\]\(<[^)]*>\)/g, '$1↗')
    .replace(/\\([^0-9A-Za-z\s])/gu, '$1');
}

function wrapped(line: string): string[] {
  return line.match(new RegExp(`.{1,${WIDTH}}(?:\\s|$)|.{1,${WIDTH}}`, 'g')) ?? [''];
}
