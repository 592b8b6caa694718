import { PermissionFlagsBits, type BaseInteraction } from 'discord.js';
import { pngOf } from '../pictures/png.ts';
import type { Theme } from '../pictures/theme.ts';
import { markdownLine, plainLine } from './escape.ts';
import { LIMITS } from './limits.ts';
import type { Reply } from './reply.ts';

/** Most people see Discord dark, and pictures have their own ground. */
export const DISCORD_THEME: Theme = 'dark';

export interface ReplyPicture {
  /** A file name of ours, without its ending. */
  readonly name: string;
  readonly svg: string;
  /** What it shows, in words. */
  readonly words: string;
}

/** The reply with a picture in its first embed. */
export async function withPicture(reply: Reply, { name, svg, words }: ReplyPicture): Promise<Reply> {
  const [first = {}, ...others] = reply.embeds;
  const file = {
    name: `${name}.png`,
    data: await pngOf(svg),
    description: plainLine(words, LIMITS.altChars),
  };
  return {
    ...reply,
    embeds: [{ ...first, image: { url: `attachment://${file.name}` } }, ...others],
    files: [file],
  };
}

/** Whether pictures may be sent where that was asked. */
export function mayAttach({ appPermissions }: Pick<BaseInteraction, 'appPermissions'>): boolean {
  return appPermissions.has(PermissionFlagsBits.AttachFiles);
}

/** The same without its pictures, which is said; where an embed showed nothing else, its words stand there. */
export function withoutPictures({ files, ...reply }: Reply): Reply {
  if (files === undefined) return reply;
  return {
    ...reply,
    content: `${reply.content} · ${NOT_SHOWN}`,
    embeds: reply.embeds.map(({ image, ...embed }) => {
      const shown = files.find(({ name }) => image?.url === `attachment://${name}`);
      if (shown === undefined || embed.description !== undefined) return embed;
      return { ...embed, description: markdownLine(shown.description, 2 * LIMITS.altChars) };
    }),
  };
}

const NOT_SHOWN = 'Without its picture: I need the permission Attach Files here.';
