import { z } from 'zod';
import { LAID_OUT } from '../../../src/discord-double/checks/check-components.ts';
import { unescapeMarkdown } from '../../../src/discord/render/escape.ts';

const Component = z.looseObject({
  type: z.number(),
  content: z.string().optional(),
  accent_color: z.number().nullish(),
  label: z.string().optional(),
  custom_id: z.string().optional(),
  disabled: z.boolean().optional(),
  accessory: z.unknown().optional(),
  components: z.array(z.unknown()).optional(),
  items: z.array(z.looseObject({ media: z.looseObject({ url: z.string() }) })).optional(),
});
type Component = z.infer<typeof Component>;
const Callback = z.looseObject({ type: z.number(), data: z.looseObject({}) });
const Body = z.looseObject({ flags: z.number(), components: z.array(z.unknown()) });

/** A component with those in it, from top to bottom. */
function allOf(component: unknown): Component[] {
  const one = Component.parse(component);
  const inner = [...(one.components ?? []), ...(one.accessory === undefined ? [] : [one.accessory])];
  return [one, ...inner.flatMap(allOf)];
}

/** Every button of a message, wherever it stands. */
export function buttonsOf(
  components: readonly unknown[],
): { label: string; custom_id: string; disabled: boolean }[] {
  return components
    .flatMap(allOf)
    .flatMap(({ label, custom_id, disabled }) =>
      label === undefined ? [] : [{ label, custom_id: custom_id ?? '', disabled: disabled ?? false }],
    );
}

/**
 * A message that is laid out by components, with what it says beside them: `content` above, and as
 * `cards` for each container its colour, its first bold line, the rest of its words, and its picture.
 */
export function readCards(body: unknown): unknown {
  const callback = Callback.safeParse(body).data;
  if (callback !== undefined) return { ...callback, data: readCards(callback.data) };
  const laidOut = Body.safeParse(body).data;
  if (laidOut === undefined || (laidOut.flags & LAID_OUT) === 0) return body;
  const top = laidOut.components.map((one) => Component.parse(one));
  return {
    ...laidOut,
    content: top.flatMap(({ content }) => content ?? []).join('\n'),
    cards: top.filter(({ type }) => type === 17).map(cardOf),
  };
}

function cardOf(container: Component) {
  const parts = allOf(container);
  const text = parts.flatMap(({ content }) => content ?? []).join('\n');
  const [, linked, plain, rest = text] =
    /^(?:\[\*\*(.*)\*\*\]\(<[^\n]*>\)|\*\*(.*)\*\*)(?:\n([^]*))?$/.exec(text) ?? [];
  const heading = linked ?? plain;
  const { accent_color: color } = container;
  const url = parts.flatMap(({ items = [] }) => items)[0]?.media.url;
  return {
    ...(typeof color === 'number' ? { color } : {}),
    ...(heading === undefined ? {} : { author: { name: unescapeMarkdown(heading) }, title: heading }),
    ...(heading !== undefined && rest === text ? {} : text === '' ? {} : { description: rest }),
    ...(url === undefined ? {} : { image: { url } }),
  };
}
