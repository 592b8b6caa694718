import { ask } from './ask.ts';
import type { Command } from './command.ts';
import { help } from './help.ts';
import { sources } from './sources.ts';
import { speaker } from './speaker.ts';

/** Every command, in the order of the help: what is dispatched, registered, listed and tested. */
export const commands: readonly Command[] = [ask, speaker, sources, help];
