import { ButtonStyle, ComponentType, type APIActionRowComponent, type APIButtonComponent } from 'discord.js';
import type { App } from '../../../app.ts';
import { rememberShown } from '../../messages/shown-message.ts';
import type { Button } from '../button.ts';

/** A row of buttons that edit: they stand under what they edit, for who may. */
export async function editRow(
  app: App,
  buttons: readonly Pick<Button, 'action' | 'label'>[],
  asker: string,
  options: Readonly<Record<string, string | number>> = {},
): Promise<APIActionRowComponent<APIButtonComponent>> {
  const key = await rememberShown(app, {
    command: 'edit',
    options,
    page: 0,
    pages: 1,
    isPrivate: true,
    asker,
    canThread: false,
    items: [],
  });
  return {
    type: ComponentType.ActionRow,
    components: buttons.map(({ action, label }) => ({
      type: ComponentType.Button,
      style: ButtonStyle.Secondary,
      label,
      custom_id: `${action}:${key}`,
    })),
  };
}
