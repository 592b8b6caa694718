import { element } from '../elements.ts';
import { webAddress } from './parse-markdown.ts';
import { showLine, showMarkdown, type Names } from './show-markdown.ts';
import type { Embed } from '../wire.ts';

/**
 * An embed in the component's frame. Author, title and fields are elements of ours: the component's own read emoji out of
 * such texts and fetch them from Discord.
 */
export function showEmbed(embed: Embed, names: Names): HTMLElement {
  const { author, title, url, description, fields, footer, image, thumbnail, color } = embed;
  const given = { slot: 'embeds', color: `#${(color ?? 0x4f545c).toString(16).padStart(6, '0')}` };
  return element(
    'discord-embed',
    given,
    author
      ? element('div', { slot: 'description', class: 'embed-author' }, linked([author.name], author.url))
      : null,
    title === undefined
      ? null
      : element('div', { slot: 'description', class: 'embed-title' }, linked(showLine(title, names), url)),
    thumbnail ? picture(thumbnail, 'embed-thumbnail', 'description') : null,
    description === undefined
      ? null
      : element('discord-embed-description', { slot: 'description' }, ...showMarkdown(description, names)),
    fields.length === 0
      ? null
      : element(
          'div',
          { slot: 'fields', class: 'embed-fields' },
          ...fields.map(({ name, value, inline }) =>
            element(
              'div',
              { class: inline ? 'embed-field inline' : 'embed-field' },
              element('div', { class: 'embed-field-name' }, ...showLine(name, names)),
              element('div', {}, ...showMarkdown(value, names)),
            ),
          ),
        ),
    image ? picture(image, 'embed-image', 'fields') : null,
    footer ? element('discord-embed-footer', { slot: 'footer' }, footer.text) : null,
  );
}

/** The picture at its address here; with what stands in for it. */
function picture(
  { url, description }: NonNullable<Embed['image']>,
  kind: string,
  slot: string,
): HTMLElement | null {
  // Pictures of other hosts stay away: the page asks nothing of anybody else.
  if (!url.startsWith('/')) return null;
  const shown = element('img', { src: url, alt: description ?? '', class: kind });
  return element('a', { slot, href: url, target: '_blank', class: `${kind}-frame` }, shown);
}

function linked(children: readonly (Node | string)[], url: string | undefined): HTMLElement {
  const href = webAddress(url ?? '');
  if (href === null) return element('span', {}, ...children);
  return element('a', { href, target: '_blank', rel: 'noopener noreferrer' }, ...children);
}
