import { isTag, isText, hasChildren, type AnyNode, type Element } from 'domhandler';

/** What nobody reads. */
const UNREAD = new Set(
  'nav script style noscript template svg math iframe object embed video audio canvas map link meta base dialog input select textarea button option'.split(
    ' ',
  ),
);
/** What finding and reading the article looks at. */
const LOOKED_AT = ['id', 'class', 'role', 'itemprop', 'rel', 'href', 'src', 'datetime'] as const;
const VOID = new Set(['br', 'hr', 'img', 'wbr', 'col', 'source', 'area']);

/** Whether nobody reads the element: by its kind, or because the page hides it from everybody. */
export function isUnread({ name, attribs }: Element): boolean {
  return (
    UNREAD.has(name) ||
    'hidden' in attribs ||
    attribs['aria-hidden'] === 'true' ||
    /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attribs['style'] ?? '')
  );
}

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/**
 * A tree as well-formed XML with what is read of it: no scripts, no comments, nothing hidden, few attributes. A form that
 * holds the page is but a division of it.
 */
export function writeSimple(node: AnyNode): string {
  const parts: string[] = [];
  const write = (one: AnyNode): void => {
    if (isText(one)) parts.push(escaped(one.data));
    if (!hasChildren(one)) return;
    if (!isTag(one)) return one.children.forEach(write);
    if (isUnread(one)) return;
    const name = one.name === 'form' || !/^[a-z][a-z0-9-]*$/.test(one.name) ? 'div' : one.name;
    parts.push('<', name);
    for (const key of LOOKED_AT) {
      const value = one.attribs[key];
      if (value !== undefined) parts.push(' ', key, '="', escaped(value), '"');
    }
    if (VOID.has(name)) return void parts.push('/>');
    parts.push('>');
    one.children.forEach(write);
    parts.push('</', name, '>');
  };
  write(node);
  return parts.join('');
}
