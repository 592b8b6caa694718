import { createHash } from 'node:crypto';
import { ApplicationCommandType, Routes, type REST } from 'discord.js';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { App } from '../../app.ts';
import { UserError } from '../../errors.ts';
import { definition, messageDefinition, type Command, type MessageCommand } from '../commands/command.ts';

const NOTE = 'discord.commands';

export interface RegisterDependencies {
  readonly app: App;
  readonly commands: readonly Command[];
  readonly messageCommands: readonly MessageCommand[];
  readonly rest: REST;
  readonly applicationId: string;
  /** Registers to this server only, where commands appear at once; null for everywhere. */
  readonly guildId: string | null;
  readonly log: Logger;
}

/**
 * Tells Discord the commands when they are others than last time, were registered for another place, or Discord does not
 * have them any more: they can be removed elsewhere.
 */
export async function registerCommands(dependencies: RegisterDependencies): Promise<void> {
  const { app, commands, messageCommands, rest, applicationId, guildId, log } = dependencies;
  const body = [
    ...commands.map((command) => definition(command, app)),
    ...messageCommands.map(messageDefinition),
  ];
  const route = routeOf(applicationId, guildId);
  const note = `${route} ${createHash('sha256').update(JSON.stringify(body)).digest('hex')}`;
  const noted = await app.note(NOTE);
  if (noted === note && (await stillThere(rest, route, body))) return;
  await rest.put(route, { body });
  // Commands of one server and those of everywhere stand beside each other: without this each would appear twice.
  const before = /^\/applications\/(\d+)\/(?:guilds\/(\d+)\/)?commands /.exec(noted ?? '');
  const routeBefore = before?.[1] === applicationId ? routeOf(applicationId, before[2] ?? null) : route;
  try {
    await app.setNote(NOTE, note);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    log.warn(`the commands will be registered again at the next start: ${error.message}`);
  }
  if (routeBefore !== route) await rest.put(routeBefore, { body: [] });
  log.info({ commands: body.length, server: guildId }, 'commands registered');
}

const Registered = z.array(z.looseObject({ name: z.string(), type: z.number().optional() }));

/** Whether Discord has commands of those names and kinds, and no others. Where it does not say, what was noted counts. */
async function stillThere(
  rest: REST,
  route: `/${string}`,
  body: readonly { readonly name: string; readonly type?: number | undefined }[],
): Promise<boolean> {
  const keyOf = ({ name, type = ApplicationCommandType.ChatInput }: (typeof body)[number]): string =>
    `${type} ${name}`;
  try {
    const there = Registered.parse(await rest.get(route));
    return there.map(keyOf).toSorted().join('\n') === body.map(keyOf).toSorted().join('\n');
  } catch {
    return true;
  }
}

function routeOf(applicationId: string, guildId: string | null): `/${string}` {
  return guildId === null
    ? Routes.applicationCommands(applicationId)
    : Routes.applicationGuildCommands(applicationId, guildId);
}
