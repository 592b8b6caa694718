import type { Reply } from '../../src/discord/reply.ts';

const WIDTH = 78;

/** The reply as Discord would show it, as text: for reading aloud and for looking at changes. */
export function showReply(reply: Pick<Reply, 'content' | 'embeds'>): string {
  const boxes = reply.embeds.map((embed) => {
    const link = embed.author?.url === undefined ? '' : ' ↗';
    const lines = [
      ...(embed.author ? [`${embed.author.name}${link}`] : []),
      ...(embed.title === undefined ? [] : [`[${rendered(embed.title)}]`]),
      ...rendered(embed.description ?? '').split('\n'),
      ...(embed.footer ? [`   ${embed.footer.text}`] : []),
    ];
    return lines.flatMap((line) => (line === '' ? [''] : wrapped(line))).map((line) => `┃ ${line}`);
  });
  return [
    rendered(reply.content),
    ...boxes.map((lines) => lines.filter((l, i) => l !== '┃ ' || i > 0).join('\n')),
  ].join('\n');
}

/** Markdown as Discord reads it, as far as replies use it. */
function rendered(markdown: string): string {
  return markdown
    .replace(/^> /gm, '▎')
    .replace(/(?<!\\)\*\*(.+?)(?<!\\)\*\*/g, '$1')
    .replace(/(?<!\\)\*(.+?)(?<!\\)\*/g, '$1')
    .replace(/\[([^\]\\]*)\]\(<[^)]*>\)/g, '$1↗')
    .replace(/\\([^0-9A-Za-z\s])/gu, '$1');
}

function wrapped(line: string): string[] {
  return line.match(new RegExp(`.{1,${WIDTH}}(?:\\s|$)|.{1,${WIDTH}}`, 'g')) ?? [];
}
