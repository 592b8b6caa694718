import { ComponentType, type Component, type Message } from 'discord.js';

/** All the words that a message shows, from top to bottom: its text, or those of its components. */
export function readMessageText({ content, components }: Pick<Message, 'content' | 'components'>): string {
  return [content, ...components.flatMap(wordsOf)].filter((text) => text !== '').join('\n');
}

function wordsOf(component: Component): string[] {
  const { type } = component;
  if (type === ComponentType.TextDisplay && 'content' in component) return [String(component.content)];
  return 'components' in component && Array.isArray(component.components)
    ? component.components.flatMap(wordsOf)
    : [];
}
