import type { App } from '../../app.ts';
import type { Forgotten } from '../../app/stores/forget.ts';
import type { Collections } from '../../app/collections.ts';
import { DEFAULT_SETTINGS, readSettings, writeSettings } from '../server-settings.ts';

export interface ForgetServerDependencies {
  /** Over the operator's collection. */
  readonly home: App;
  readonly collections: Pick<Collections, 'remove'> | null;
}

/**
 * Removes what is kept of a server: its collections, its settings, and what is told in its channels from the shared one.
 *
 * @param channels those of its channels that are known
 */
export async function forgetServer(
  { home, collections }: ForgetServerDependencies,
  guildId: string,
  channels: readonly string[] = [],
): Promise<Forgotten & { readonly collections: number }> {
  const settings = await readSettings(home, guildId);
  // First of all what is read by it: ended in between, the rest is done by the next call.
  for (const { key } of settings.collections) await collections?.remove(key);
  const forgotten = await home.forget([guildId, ...channels]);
  await writeSettings(home, guildId, DEFAULT_SETTINGS);
  return { ...forgotten, collections: settings.collections.length };
}
