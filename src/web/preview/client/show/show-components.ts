import { element } from '../elements.ts';
import type { Button, Component } from '../wire.ts';
import { showMarkdown, type Names } from './show-markdown.ts';

export interface ComponentsView extends Names {
  readonly button: (button: Button) => HTMLElement;
}

/** A component of a message as Discord shows it, with those in it. */
export function showComponent(component: Component, view: ComponentsView): HTMLElement {
  switch (component.type) {
    case 1:
      return element('div', { class: 'row' }, ...component.components.map((one) => view.button(one)));
    case 10:
      return element('div', { class: 'text-display' }, ...showMarkdown(component.content, view));
    case 9:
      return element(
        'div',
        { class: 'section' },
        element('div', {}, ...component.components.map((one) => showComponent(one, view))),
        view.button(component.accessory),
      );
    case 12:
      return element(
        'div',
        { class: 'gallery' },
        // Pictures of other hosts stay away: the page asks nothing of anybody else.
        ...component.items
          .filter(({ media }) => media.url.startsWith('/'))
          .map(({ media, description }) => element('img', { src: media.url, alt: description ?? '' })),
      );
    case 13:
      return element(
        'a',
        { href: component.file.url, download: component.name },
        `Download ${component.name}`,
      );
    default: {
      const color = component.accent_color;
      const style = color ? `border-left-color: #${color.toString(16).padStart(6, '0')}` : undefined;
      return element(
        'div',
        { class: 'container', style },
        ...component.components.map((one) => showComponent(one, view)),
      );
    }
  }
}
