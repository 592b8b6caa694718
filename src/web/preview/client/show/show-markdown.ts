import { element } from '../elements.ts';
import { parseInline, parseMarkdown, type Block, type Inline } from './parse-markdown.ts';

/** What mentions stand for. */
export interface Names {
  readonly channel: (id: string) => string | null;
  readonly user: (id: string) => string | null;
  readonly open: (channel: string) => void;
}

/** Nodes of a Markdown text, block by block. */
export function showMarkdown(text: string, names: Names): Node[] {
  const blocks = parseMarkdown(text);
  return blocks.map((block) => showBlock(block, names));
}

/** Nodes of one line of Markdown. */
export function showLine(text: string, names: Names): Node[] {
  return parseInline(text).map((inline) => showInline(inline, names));
}

const TAGS = { quote: 'blockquote', small: 'small', heading: 'strong', item: 'div', text: 'div' } as const;

function showBlock(block: Block, names: Names): Node {
  if (block.kind === 'pre') return element('pre', {}, element('code', {}, block.text));
  const children = block.children.map((child) => showInline(child, names));
  return element(TAGS[block.kind], { class: `md-${block.kind}` }, ...children);
}

function showInline(inline: Inline, names: Names): Node {
  if (typeof inline === 'string') return document.createTextNode(inline);
  switch (inline.kind) {
    case 'code':
      return element('code', {}, inline.text);
    case 'link': {
      const given = { href: inline.href, target: '_blank', rel: 'noopener noreferrer' };
      return element('a', given, ...inline.children.map((child) => showInline(child, names)));
    }
    case 'command':
      return element('span', { class: 'mention' }, `/${inline.name}`);
    case 'user':
      return element('span', { class: 'mention' }, `@${names.user(inline.id) ?? 'unknown'}`);
    case 'channel': {
      const name = names.channel(inline.id);
      const open = (): void => names.open(inline.id);
      if (name === null) return element('span', { class: 'mention' }, '#unknown');
      return element('button', { type: 'button', class: 'mention', onclick: open }, `#${name}`);
    }
    default:
      return element(inline.kind, {}, ...inline.children.map((child) => showInline(child, names)));
  }
}
