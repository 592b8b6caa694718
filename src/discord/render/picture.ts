import { PermissionFlagsBits, type BaseInteraction } from 'discord.js';
import { pngOf } from '../../pictures/png.ts';
import type { Theme } from '../../pictures/theme.ts';
import { markdownLine, plainLine } from './escape.ts';
import { LIMITS } from '../limits.ts';
import { NEUTRAL_COLOR } from './evidence-card.ts';
import type { Reply, ReplyFile } from '../reply.ts';
import { ANSWER_WORDS } from '../words/answer-words.ts';

/** Most people see Discord dark, and pictures have their own ground. */
export const DISCORD_THEME: Theme = 'dark';
/** A phone shows a card's picture little narrower: drawn so wide, its labels can be read there. */
export const PICTURE_PX = 340;

export interface ReplyPicture {
  /** A file name of ours, without its ending. */
  readonly name: string;
  readonly svg: string;
  /** What it shows, in words. */
  readonly words: string;
}

/** The reply with pictures, each in a card of its own, before the others. */
export async function withPictures(reply: Reply, pictures: readonly ReplyPicture[]): Promise<Reply> {
  const files = await Promise.all(pictures.map(fileOf));
  const shown = files.map(({ name }) => ({ image: { url: `attachment://${name}` }, color: NEUTRAL_COLOR }));
  return { ...reply, cards: [...shown, ...reply.cards], files };
}

async function fileOf({ name, svg, words }: ReplyPicture): Promise<ReplyFile> {
  return { name: `${name}.png`, data: await pngOf(svg), description: plainLine(words, LIMITS.altChars) };
}

/** Whether pictures may be sent where that was asked. */
export function mayAttach({ appPermissions }: Pick<BaseInteraction, 'appPermissions'>): boolean {
  return appPermissions.has(PermissionFlagsBits.AttachFiles);
}

/** The same without its pictures, which is said; where a card showed nothing else, its words stand there. */
export function withoutPictures({ files, ...reply }: Reply): Reply {
  if (files === undefined) return reply;
  const chars = Math.floor(LIMITS.cardsTotalChars / 2 / files.length);
  return {
    ...reply,
    content: `${reply.content} · ${NOT_SHOWN}`,
    cards: reply.cards.map(({ image, ...card }) => {
      const shown = files.find(({ name }) => image?.url === `attachment://${name}`);
      if (shown === undefined || card.description !== undefined) return card;
      return { ...card, description: markdownLine(shown.description, chars) };
    }),
  };
}

const NOT_SHOWN = ANSWER_WORDS.withoutPictureI;
