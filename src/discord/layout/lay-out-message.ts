import {
  ComponentType,
  MessageFlags,
  type APIButtonComponent,
  type APIComponentInContainer,
  type APIMessageTopLevelComponent,
  type APISectionComponent,
  type APITextDisplayComponent,
} from 'discord.js';
import { LIMITS } from '../limits.ts';
import type { Card, Reply, ReplyFile } from '../reply.ts';
import { escapeMarkdown, linkAddress } from '../render/escape.ts';

// Components instead of embeds: who hides embeds sees these, each quote has its own button beside its small print, and a
// phone shows them in less height.

/** What Discord is told of a message that is laid out so: it takes no text and no embeds beside, and it stays so. */
export const LAID_OUT = MessageFlags.IsComponentsV2;

/**
 * A message as Discord lays it out: the words, a container in its colour for each card, pictures in galleries, files that no
 * card shows, which nobody would see otherwise, and the buttons below.
 */
export function layOutMessage({
  content,
  cards,
  components,
  files = [],
}: Reply): APIMessageTopLevelComponent[] {
  const shown = new Set(cards.map(({ image }) => image?.url));
  const addresses = files.map(({ name }) => `attachment://${name}`);
  return [
    ...(content === '' ? [] : [textOf(content)]),
    ...cards.map((card) => containerOf(card, files)),
    ...addresses
      .filter((url) => !shown.has(url))
      .map((url) => ({ type: ComponentType.File as const, file: { url } })),
    ...components,
  ];
}

function containerOf(card: Card, files: readonly ReplyFile[]): APIMessageTopLevelComponent {
  const { image, button, color } = card;
  const text = cardText(card);
  const components: APIComponentInContainer[] = text === '' ? [] : wordsWith(button, text);
  if (image !== undefined) {
    const description = files.find(({ name }) => image.url === `attachment://${name}`)?.description;
    const item = { media: { url: image.url }, ...(description === undefined ? {} : { description }) };
    components.push({ type: ComponentType.MediaGallery, items: [item] });
  }
  return { type: ComponentType.Container, accent_color: color ?? null, components };
}

/** Small print at the end of a text. */
const SMALL_PRINT = /(?:\n-# [^\n]*)+$/;

/** A button stands beside the small print, so that the words have the whole width; below them where there is none. */
function wordsWith(button: APIButtonComponent | undefined, text: string): APIComponentInContainer[] {
  if (button === undefined) return [textOf(text)];
  const at = text.search(SMALL_PRINT);
  return at < 0
    ? [textOf(text), { type: ComponentType.ActionRow, components: [button] }]
    : [textOf(text.slice(0, at)), sectionOf(text.slice(at + 1), button)];
}

function sectionOf(text: string, accessory: APIButtonComponent): APISectionComponent {
  return { type: ComponentType.Section, components: [textOf(text)], accessory };
}

function textOf(content: string): APITextDisplayComponent {
  return { type: ComponentType.TextDisplay, content };
}

/** All the words of a card as one Markdown text; empty for a picture alone. */
export function cardText({ author, title, description, fields = [], footer }: Card): string {
  const lines = [
    author === undefined ? undefined : linked(`**${escapeMarkdown(author.name)}**`, author.url),
    title === undefined ? undefined : `**${title}**`,
    description,
    ...fields.map(({ name, value }) => `**${name}**\n${value}`),
    footer === undefined ? undefined : `-# ${escapeMarkdown(footer.text)}`,
  ];
  return lines.filter((line) => line !== undefined && line !== '').join('\n');
}

/** How much of Discord's total over all texts of a message a card takes, in characters. */
export function cardChars(card: Card): number {
  return cardText(card).length;
}

function linked(words: string, url: string | undefined): string {
  return url === undefined || url.length > LIMITS.linkChars ? words : `[${words}](<${linkAddress(url)}>)`;
}
