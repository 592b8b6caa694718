import type { Logger } from 'pino';
import { z } from 'zod';
import { loggable } from '../../domain/loggable.ts';
import { createRepeated } from '../repeat.ts';
import { hasSettings } from '../server-settings.ts';
import { forgetServer, type ForgetServerDependencies } from './forget-server.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** How long what a server has is kept after the bot left it: it may have been a mistake. */
export const KEPT_DAYS = 30;

const NOTE = 'discord.servers';
/** By server, when it was left; null while the bot is there. */
const Servers = z.record(z.string(), z.iso.datetime().nullable());

export interface LeftServersDependencies extends ForgetServerDependencies {
  /** The servers that the bot is in now. */
  readonly present: () => readonly string[];
  readonly log: Logger;
  readonly now?: () => Date;
  readonly everyMs?: number;
}

/** Removes what servers had some time after the bot left them; those that are back by then keep it. */
export function createLeftServers(dependencies: LeftServersDependencies) {
  const { home, collections, present, log, now = () => new Date(), everyMs = DAY_MS } = dependencies;
  const repeated = createRepeated(everyMs);
  let last: Promise<void> = Promise.resolve();

  async function lookOnce(): Promise<void> {
    const noted = await home.note(NOTE);
    const before = noted === null ? {} : Servers.parse(JSON.parse(noted));
    const here = new Set(present());
    const servers = new Map<string, string | null>();
    // Of a server that set nothing, nothing is kept.
    for (const id of here) if (id in before || (await hasSettings(home, id))) servers.set(id, null);
    for (const [id, left] of Object.entries(before)) {
      if (here.has(id)) continue;
      const since = left ?? now().toISOString();
      if (now().getTime() - Date.parse(since) < KEPT_DAYS * DAY_MS) servers.set(id, since);
      else {
        await forgetServer({ home, collections }, id);
        log.info({ server: id }, `removed what a server had that was left ${KEPT_DAYS} days ago`);
      }
    }
    const after = JSON.stringify(Object.fromEntries(servers));
    if (after !== (noted ?? '{}')) await home.setNote(NOTE, after);
  }

  /** Looks who is there and who left; never rejects. One look after the other. */
  function look(): Promise<void> {
    last = last.then(lookOnce).catch((error: unknown) => {
      log.error({ err: loggable(error) }, 'servers that were left could not be looked after');
    });
    return last;
  }

  return {
    look,
    start: () => repeated.start(look),
    async stop(): Promise<void> {
      await repeated.stop();
      await last;
    },
  };
}
