import { z } from 'zod';
import { invalid, type Answer } from './rest/rest-answers.ts';
import type { Change } from './seen-changes.ts';
import { LAID_OUT } from './checks/check-components.ts';
import { checkMessage } from './checks/check-message.ts';
import type { Files, KeptFile, SentFile } from './files.ts';
import { storedMessage, type StoredMessage } from './messages.ts';
import { invalidForm } from './checks/problem.ts';

/** The oldest go when there are more. */
const MOST_KEPT = 500;

const Body = z.looseObject({
  flags: z.number().optional(),
  attachments: z.array(z.looseObject({ id: z.coerce.string(), description: z.string().nullish() })).nullish(),
  embeds: z.array(z.looseObject({})).nullish(),
  components: z.array(z.looseObject({})).nullish(),
});
const Referenced = z.looseObject({ id: z.string() });
const Picture = z.looseObject({ url: z.string() });

/** What the bot sent for a message. */
export interface Sent {
  readonly json: unknown;
  readonly files: readonly SentFile[];
}

export interface KeptMessagesOptions {
  readonly files: Files;
  readonly onChange: (change: Change) => void;
}

export type KeptMessages = ReturnType<typeof createKeptMessages>;

/** The messages of the server, the last of them: checked as Discord checks them, edited in place. */
export function createKeptMessages({ files, onChange }: KeptMessagesOptions) {
  const kept = new Map<string, StoredMessage>();

  function keep(message: StoredMessage): StoredMessage {
    kept.set(message.id, message);
    for (const [id, { attachments }] of kept) {
      if (kept.size <= MOST_KEPT) break;
      kept.delete(id);
      files.drop(attachments);
    }
    return message;
  }

  function show(message: StoredMessage): StoredMessage {
    keep(message);
    onChange({ kind: 'message', message });
    return message;
  }

  /** `before` is what the message was; `fields` are Discord's own, beside what was sent. */
  function write(
    { json, files: sent }: Sent,
    before: StoredMessage | null,
    fields: Readonly<Record<string, unknown>>,
  ): Answer {
    const problem = checkMessage(json, before?.flags ?? null, Boolean((before?.flags ?? 0) & LOADING));
    if (problem) return invalid(problem);
    const body = Body.parse(json);
    const named = body.attachments ?? [];
    const old = before?.attachments ?? [];
    const left = body.attachments ? old.filter(({ id }) => named.some((one) => one.id === id)) : old;
    const added = sent.map((file) =>
      files.keep(file, named.find(({ id }) => id === String(file.index))?.description ?? undefined),
    );
    const attached = [...left, ...added];
    const { embeds, missing: ofEmbeds } = withPictures(body.embeds ?? [], attached);
    const { components, missing: ofGalleries } = withMedia(body.components ?? [], attached);
    const missing = ofEmbeds ?? ofGalleries;
    if (missing !== null) {
      files.drop(added);
      return invalid(
        invalidForm([
          {
            path: ofEmbeds === null ? 'components' : 'embeds',
            code: 'ATTACHMENT_NOT_FOUND',
            message: `There is no file ${missing} with this message`,
          },
        ]),
      );
    }
    files.drop(old.filter((file) => !left.includes(file)));
    const { allowed_mentions: _, message_reference: __, ...content } = body;
    const referenced = kept.get(Referenced.safeParse(before?.['referenced_message']).data?.id ?? '');
    const message = storedMessage({
      ...before,
      // As it is by now: it may have a thread.
      ...(referenced ? { referenced_message: { ...referenced, referenced_message: null } } : {}),
      ...content,
      ...(body.embeds ? { embeds } : {}),
      ...(body.components ? { components } : {}),
      attachments: attached,
      ...(before === null
        ? {}
        : {
            flags: (before.flags & ~LOADING) | ((body.flags ?? 0) & LAID_OUT),
            // What takes the place of "thinking" is no edit to those who see it.
            edited_timestamp: before.flags & LOADING ? null : new Date().toISOString(),
          }),
      ...fields,
    });
    return { status: 200, body: show(message) };
  }

  return {
    keep,
    show,
    /** Those of a channel, the newest first. */
    ofChannel: (channel: string): StoredMessage[] =>
      [...kept.values()].filter((message) => message.channel_id === channel).toReversed(),
    get: (id: string | undefined): StoredMessage | undefined => kept.get(id ?? ''),
    post: (sent: Sent, fields: Readonly<Record<string, unknown>>) => write(sent, null, fields),
    edit: (sent: Sent, message: StoredMessage) => write(sent, message, {}),
    delete(id: string): void {
      files.drop(kept.get(id)?.attachments ?? []);
      kept.delete(id);
      onChange({ kind: 'deleted', id });
    },
  };
}

/** The flag of a message that says only that the bot is thinking. */
export const LOADING = 128;

/** Embeds with the addresses of the files that they show; `missing` is a name that none of them has. */
function withPictures(
  embeds: readonly Readonly<Record<string, unknown>>[],
  attached: readonly KeptFile[],
): { readonly embeds: readonly object[]; readonly missing: string | null } {
  let missing: string | null = null;
  const shown = embeds.map((embed) => {
    const pictures = (['image', 'thumbnail'] as const).flatMap((name) => {
      const picture = Picture.safeParse(embed[name]).data;
      const filename = picture?.url.startsWith('attachment://') ? picture.url.slice(13) : null;
      if (picture === undefined || filename === null) return [];
      const file = attached.find((one) => one.filename === filename);
      if (!file) missing = filename;
      const { url = '', description } = file ?? {};
      return [
        [name, { ...picture, url, proxy_url: url, ...(description === undefined ? {} : { description }) }],
      ];
    });
    return { ...embed, ...Object.fromEntries(pictures) };
  });
  return { embeds: shown, missing };
}

const Gallery = z.looseObject({ items: z.array(z.looseObject({ media: Picture })) });
const Download = z.looseObject({ file: Picture });
const Holder = z.looseObject({ components: z.array(z.looseObject({})) });

/** The same for the pictures of galleries, also those in a container, and for files to download. */
function withMedia(
  components: readonly Readonly<Record<string, unknown>>[],
  attached: readonly KeptFile[],
): { readonly components: readonly object[]; readonly missing: string | null } {
  let missing: string | null = null;
  const shown = components.map((component) => {
    const holder = Holder.safeParse(component).data;
    if (holder !== undefined) {
      const inner = withMedia(holder.components, attached);
      missing = inner.missing ?? missing;
      return { ...component, components: inner.components };
    }
    const { file } = Download.safeParse(component).data ?? {};
    if (file !== undefined) {
      const name = file.url.replace(/^attachment:\/\//, '');
      const kept = attached.find(({ filename }) => filename === name);
      if (kept === undefined) missing = name;
      return { ...component, name, size: kept?.size, file: { ...file, url: kept?.url } };
    }
    const gallery = Gallery.safeParse(component).data;
    if (gallery === undefined) return component;
    const items = gallery.items.map((item) => {
      const filename = /^attachment:\/\/(.+)$/.exec(item.media.url)?.[1];
      if (filename === undefined) return item;
      const url = attached.find((one) => one.filename === filename)?.url;
      if (url === undefined) missing = filename;
      return { ...item, media: { ...item.media, url, proxy_url: url } };
    });
    return { ...component, items };
  });
  return { components: shown, missing };
}
