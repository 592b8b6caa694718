import { Routes, type REST } from 'discord.js';

/** Whether somebody is in that server now; not where Discord does not say. */
export async function isMember(rest: REST, server: string, userId: string): Promise<boolean> {
  try {
    await rest.get(Routes.guildMember(server, userId));
    return true;
  } catch {
    return false;
  }
}
