import {
  ComponentType,
  MessageFlags,
  type APIComponentInContainer,
  type APIMessageTopLevelComponent,
  type Message,
} from 'discord.js';
import { LAID_OUT } from './lay-out-message.ts';

/** What a message shows, as it can be sent in its place: its components, and the flag that it must keep. */
export interface ShownComponents {
  readonly components: APIMessageTopLevelComponent[];
  readonly flags?: typeof LAID_OUT;
}

/** The message with other buttons below it; those in its cards stay. */
export function withOtherRows(
  message: Message,
  rows: readonly APIMessageTopLevelComponent[],
): ShownComponents {
  const shown = componentsOf(message).filter(({ type }) => type !== ComponentType.ActionRow);
  return keepingFlag(message, [...shown, ...rows]);
}

/** The message with every button made to look as it is: without use. */
export function withoutUse(message: Message): ShownComponents {
  return keepingFlag(
    message,
    componentsOf(message).map((component) => changed(component, disabled)),
  );
}

function keepingFlag({ flags }: Message, components: APIMessageTopLevelComponent[]): ShownComponents {
  return flags.has(MessageFlags.IsComponentsV2) ? { components, flags: LAID_OUT } : { components };
}

/** A picture or file that came with the message is named by its file: its address is Discord's, and for a day. */
function componentsOf({ components, attachments }: Message): APIMessageTopLevelComponent[] {
  const files = new Map(attachments.map(({ url, name }) => [url, `attachment://${name}`]));
  const named = (part: APIComponentInContainer): APIComponentInContainer => {
    if (part.type === ComponentType.File)
      return { type: part.type, file: { url: files.get(part.file.url) ?? part.file.url } };
    if (part.type !== ComponentType.MediaGallery) return part;
    const items = part.items.map((item) => ({
      ...item,
      media: { url: files.get(item.media.url) ?? item.media.url },
    }));
    return { ...part, items };
  };
  return components.map((component) => changed(component.toJSON(), named));
}

/** The component, or all of those in it, changed. */
function changed(
  component: APIMessageTopLevelComponent,
  change: (part: APIComponentInContainer) => APIComponentInContainer,
): APIMessageTopLevelComponent {
  if (component.type !== ComponentType.Container) return change(component);
  return { ...component, components: component.components.map(change) };
}

function disabled(part: APIComponentInContainer): APIComponentInContainer {
  if (part.type === ComponentType.ActionRow)
    return { ...part, components: part.components.map((one) => ({ ...one, disabled: true })) };
  if (part.type === ComponentType.Section && part.accessory.type === ComponentType.Button)
    return { ...part, accessory: { ...part.accessory, disabled: true } };
  return part;
}
