import type { APIEmbed, BaseMessageOptions } from 'discord.js';
import { markdownLine } from './escape.ts';
import { LIMITS } from './limits.ts';

/** A message in Discord's own JSON. It never pings anybody. */
export interface Reply {
  readonly content: string;
  readonly embeds: readonly APIEmbed[];
  readonly allowed_mentions: { readonly parse: readonly [] };
}

/** `content` is Markdown of ours: outside text in it is escaped by the caller. */
export function createReply(content: string, embeds: readonly APIEmbed[] = []): Reply {
  return { content, embeds, allowed_mentions: { parse: [] } };
}

/** A reply of one sentence that may hold outside text. */
export function sentenceReply(sentence: string): Reply {
  return createReply(markdownLine(sentence, LIMITS.contentChars));
}

/** The same message in discord.js's spelling. */
export function messageOptions(reply: Reply): BaseMessageOptions {
  return { content: reply.content, embeds: reply.embeds, allowedMentions: { parse: [], repliedUser: false } };
}

/** How much of Discord's total over all embeds this one takes, in characters. */
export function embedChars(embed: APIEmbed): number {
  const texts = [
    embed.title,
    embed.description,
    embed.author?.name,
    embed.footer?.text,
    ...(embed.fields ?? []).flatMap((field) => [field.name, field.value]),
  ];
  return texts.reduce((sum, text) => sum + (text?.length ?? 0), 0);
}
