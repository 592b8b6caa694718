import { z } from 'zod';
import type { App } from '../../app.ts';

/** Kept with the operator's collection, whichever one is read. */
export const COMMAND_IDS_NOTE = 'discord.command-ids';
const Ids = z.record(z.string(), z.string());

/** Writes a command so that it can be clicked; as it is typed where Discord has not told its id. */
export type CommandLink = (name: string) => string;

/** Keeps the ids that Discord gave the commands, by name. */
export async function rememberCommandIds(
  app: Pick<App, 'setNote'>,
  registered: readonly { readonly id: string; readonly name: string }[],
): Promise<void> {
  await app.setNote(
    COMMAND_IDS_NOTE,
    JSON.stringify(Object.fromEntries(registered.map(({ name, id }) => [name, id]))),
  );
}

/** How commands are written in a message: `</ask:id>`. A subcommand has its command's id: "parley settings". */
export async function commandLinks(app: Pick<App, 'note'>): Promise<CommandLink> {
  const noted = await app.note(COMMAND_IDS_NOTE);
  const ids = noted === null ? {} : Ids.parse(JSON.parse(noted));
  return (name) => {
    const id = ids[name.split(' ')[0] ?? ''];
    return id === undefined ? `**/${name}**` : `</${name}:${id}>`;
  };
}
