import { ask } from './ask-command.ts';
import { changes } from './changes-command.ts';
import { checkQuotes } from './check-quotes.ts';
import type { Command, MessageCommand } from './define/command.ts';
import { compare } from './compare-command.ts';
import { exportStatements } from './export-command.ts';
import { follow, following, unfollow } from './follow-commands.ts';
import { help } from './help-command.ts';
import { latest, position } from './position-commands.ts';
import { matrix } from './matrix-command.ts';
import { parley } from './parley-command.ts';
import { addToArticles } from './source/add-to-articles.ts';
import { source } from './source/source-command.ts';
import { sources } from './sources-command.ts';
import { sides } from './tables/sides-command.ts';
import { topics } from './tables/topics-command.ts';
import { speaker } from './speaker-command.ts';
import { timeline } from './timeline-command.ts';
import { verify } from './verify-command.ts';

/** Every command, in the order of the help: what is dispatched, registered, listed and tested. */
export const commands: readonly Command[] = [
  ask,
  speaker,
  position,
  compare,
  timeline,
  changes,
  latest,
  follow,
  following,
  unfollow,
  matrix,
  verify,
  sources,
  source,
  sides,
  topics,
  exportStatements,
  help,
  parley,
];

/** Those on somebody's message. */
export const messageCommands: readonly MessageCommand[] = [checkQuotes, addToArticles];
