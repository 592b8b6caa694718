import { createHash } from 'node:crypto';
import { ApplicationCommandType, Routes, type REST } from 'discord.js';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { App } from '../../app.ts';
import { UserError } from '../../errors.ts';
import { rememberCommandIds } from '../words/command-links.ts';
import {
  definition,
  messageDefinition,
  type Command,
  type MessageCommand,
} from '../commands/define/command.ts';

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
  const body = [...commands.map(definition), ...messageCommands.map(messageDefinition)];
  const route = routeOf(applicationId, guildId);
  const note = `${route} ${createHash('sha256').update(JSON.stringify(body)).digest('hex')}`;
  const noted = await app.note(NOTE);
  const noteIds = async (registered: z.infer<typeof Registered>): Promise<void> => {
    // A store that cannot be written shows commands as they are typed.
    await rememberCommandIds(app, registered).catch((error: unknown) => {
      if (!(error instanceof UserError)) throw error;
    });
  };
  const there = noted === note ? await registeredAt(rest, route) : null;
  if (noted === note && (there === null || isSame(there, body))) {
    // Kept of an older start, their ids were not noted yet.
    if (there !== null) await noteIds(there);
    return;
  }
  await noteIds(Registered.parse(await rest.put(route, { body })));
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

const Registered = z.array(z.looseObject({ id: z.string(), name: z.string(), type: z.number().optional() }));

/** What Discord has; null where it does not say, and what was noted counts. */
async function registeredAt(rest: REST, route: `/${string}`): Promise<z.infer<typeof Registered> | null> {
  try {
    return Registered.parse(await rest.get(route));
  } catch {
    return null;
  }
}

type Named = { readonly name: string; readonly type?: number | undefined };

/** Whether Discord has commands of those names and kinds, and no others. */
function isSame(there: readonly Named[], body: readonly Named[]): boolean {
  const keyOf = ({ name, type = ApplicationCommandType.ChatInput }: Named): string => `${type} ${name}`;
  return there.map(keyOf).toSorted().join('\n') === body.map(keyOf).toSorted().join('\n');
}

function routeOf(applicationId: string, guildId: string | null): `/${string}` {
  return guildId === null
    ? Routes.applicationCommands(applicationId)
    : Routes.applicationGuildCommands(applicationId, guildId);
}
