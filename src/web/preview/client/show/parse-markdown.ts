/** Markdown as Discord reads it, as far as the bot writes it: a tree, so that it is shown without ever being HTML. */
export type Inline =
  | string
  | { readonly kind: 'strong' | 'em' | 'u' | 's'; readonly children: readonly Inline[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly href: string; readonly children: readonly Inline[] }
  | { readonly kind: 'channel' | 'user'; readonly id: string }
  | { readonly kind: 'command'; readonly name: string };

export type Block =
  | { readonly kind: 'text' | 'quote' | 'small' | 'item' | 'heading'; readonly children: readonly Inline[] }
  | { readonly kind: 'pre'; readonly text: string };

const LINE_KINDS = [
  ['quote', /^> ?/],
  ['small', /^-# /],
  ['heading', /^#{1,3} /],
  ['item', /^[-*] /],
] as const;

/** Lines of the same kind stand together, but headings and list items, which are one line each. */
export function parseMarkdown(text: string): Block[] {
  return text.split(/(^```\w*\n[\s\S]*?```$\n?)/m).flatMap((part, index, parts): Block[] => {
    const pre = /^```\w*\n([\s\S]*?)\n?```\n?$/.exec(part);
    if (pre) return [{ kind: 'pre', text: pre[1] ?? '' }];
    return part === '' ? [] : blocksOf(index < parts.length - 1 ? part.replace(/\n$/, '') : part);
  });
}

function blocksOf(text: string): Block[] {
  const runs: { kind: Exclude<Block['kind'], 'pre'>; lines: string[] }[] = [];
  for (const line of text.split('\n')) {
    const [kind, start] = LINE_KINDS.find(([, pattern]) => pattern.test(line)) ?? (['text', /^/] as const);
    const last = runs.at(-1);
    const joins = last?.kind === kind && (kind === 'text' || kind === 'quote');
    if (joins) last.lines.push(line.replace(start, ''));
    else runs.push({ kind, lines: [line.replace(start, '')] });
  }
  return runs.map(({ kind, lines }) => ({ kind, children: parseInline(lines.join('\n')) }));
}

const MARKS = [
  ['**', 'strong'],
  ['__', 'u'],
  ['~~', 's'],
  ['*', 'em'],
  ['_', 'em'],
] as const;

const LINK = /^\[((?:\\.|[^\]\\])+)\]\((?:<([^>\s]+)>|([^)\s]+))\)/;
const BARE = /^<?(https?:\/\/[^\s<>]+)>?/;

/** What stands within a line; a sign behind a backslash is itself. */
export function parseInline(text: string): Inline[] {
  const found: Inline[] = [];
  let plain = '';
  const push = (inline: Inline): void => {
    if (plain !== '') found.push(plain);
    plain = '';
    found.push(inline);
  };
  let at = 0;
  while (at < text.length) {
    const rest = text.slice(at);
    const special = specialAt(rest, text[at - 1] ?? '');
    if (special === null) {
      const isEscaped = /^\\[^0-9A-Za-z\s]/.test(rest);
      const sign = rest[isEscaped ? 1 : 0] ?? '';
      plain += sign;
      at += sign.length + (isEscaped ? 1 : 0);
    } else {
      push(special.inline);
      at += special.length;
    }
  }
  if (plain !== '') found.push(plain);
  return found;
}

function specialAt(
  rest: string,
  before: string,
): { readonly inline: Inline; readonly length: number } | null {
  const code = /^(`+)([^`]|[^`][\s\S]*?[^`])\1(?!`)/.exec(rest);
  if (code) return { inline: { kind: 'code', text: (code[2] ?? '').trim() }, length: code[0].length };
  const mention = /^<(?:(#)|@!?&?)(\d+)>/.exec(rest);
  if (mention)
    return {
      inline: { kind: mention[1] === '#' ? 'channel' : 'user', id: mention[2] ?? '' },
      length: mention[0].length,
    };
  const command = /^<\/([-_'\p{L}\p{N} ]{1,100}):\d+>/u.exec(rest);
  if (command) return { inline: { kind: 'command', name: command[1] ?? '' }, length: command[0].length };
  const link = LINK.exec(rest);
  const href = webAddress(link?.[2] ?? link?.[3] ?? '');
  if (link && href !== null)
    return { inline: { kind: 'link', href, children: parseInline(link[1] ?? '') }, length: link[0].length };
  const bare = BARE.exec(rest);
  if (bare && !/\w/.test(before)) return bareLink(bare);
  for (const [mark, kind] of MARKS) {
    if (!rest.startsWith(mark) || (mark === '_' && /\w/.test(before))) continue;
    // "2 * 3" is no emphasis.
    if (/\s/.test(rest[mark.length] ?? ' ')) continue;
    const end = closing(rest, mark);
    if (end > mark.length)
      return {
        inline: { kind, children: parseInline(rest.slice(mark.length, end)) },
        length: end + mark.length,
      };
  }
  return null;
}

/** Where the mark that `rest` begins with ends, over what is escaped; -1 for nowhere. Emphasis ends with the line. */
function closing(rest: string, mark: string): number {
  for (let at = mark.length; at < rest.length; at++) {
    if (rest[at] === '\\') at++;
    else if (rest[at] === '\n' && mark === '*') return -1;
    else if (rest.startsWith(mark, at) && isClosing(rest, mark, at)) return at;
  }
  return -1;
}

function isClosing(rest: string, mark: string, at: number): boolean {
  return mark.length > 1 || (rest[at + 1] !== mark && !/\s/.test(rest[at - 1] ?? ''));
}

function bareLink(match: RegExpExecArray): { readonly inline: Inline; readonly length: number } | null {
  const isBracketed = match[0].startsWith('<') && match[0].endsWith('>');
  const address = isBracketed ? (match[1] ?? '') : (match[1] ?? '').replace(/[.,:;!?)"'”’]+$/, '');
  const href = webAddress(address);
  if (href === null || (match[0].startsWith('<') && !isBracketed)) return null;
  return {
    inline: { kind: 'link', href, children: [address] },
    length: isBracketed ? match[0].length : address.length,
  };
}

/** Null for anything but an address on the web. */
function webAddress(text: string): string | null {
  return /^https?:\/\/[^\s]+$/.test(text) ? text : null;
}
