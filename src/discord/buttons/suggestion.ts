import { randomBytes } from 'node:crypto';
import { ButtonStyle, ComponentType, type APIActionRowComponent, type APIButtonComponent } from 'discord.js';
import { z } from 'zod';
import type { App } from '../../app.ts';
import { BUTTONS_WORK_MS, LIMITS } from '../limits.ts';
import { plainLine } from '../render/escape.ts';
import type { Suggestion } from '../reply.ts';

const ACTION = 'try';
const Kept = z.object({ command: z.string(), options: z.record(z.string(), z.string()) });

/** What a button that suggests something asks for. */
export type Suggested = z.infer<typeof Kept>;

/** A row with a button for each suggestion, kept for as long as buttons work; Discord takes five. */
export async function suggestionRow(
  app: App,
  suggestions: readonly Suggestion[],
): Promise<APIActionRowComponent<APIButtonComponent>> {
  const components = await Promise.all(
    suggestions.slice(0, LIMITS.buttonsARow).map(async ({ label, command, options }) => {
      const key = randomBytes(9).toString('base64url');
      await app.remember(noteOf(key), JSON.stringify({ command, options }), BUTTONS_WORK_MS);
      return {
        type: ComponentType.Button as const,
        style: ButtonStyle.Primary as const,
        label: plainLine(label, LIMITS.buttonChars) || '…',
        custom_id: `${ACTION}:${key}`,
      };
    }),
  );
  return { type: ComponentType.ActionRow, components };
}

/** What the button of that custom id suggests; undefined for another button, null where it is not kept any more. */
export async function recallSuggestion(app: App, customId: string): Promise<Suggested | null | undefined> {
  const [action, key] = customId.split(':');
  if (action !== ACTION || key === undefined) return undefined;
  const value = await app.recall(noteOf(key));
  return value === null ? null : Kept.parse(JSON.parse(value));
}

function noteOf(key: string): string {
  return `discord.try.${key}`;
}
