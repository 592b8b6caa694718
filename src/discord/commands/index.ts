import { ask } from './ask.ts';
import { changes } from './changes.ts';
import { checkQuotes } from './check-quotes.ts';
import type { Command, MessageCommand } from './define/command.ts';
import { compare } from './compare.ts';
import { exportStatements } from './export.ts';
import { follow } from './follow/follow.ts';
import { following } from './follow/following.ts';
import { help } from './help.ts';
import { latest } from './latest.ts';
import { matrix } from './matrix.ts';
import { parley } from './parley.ts';
import { position } from './position.ts';
import { addToArticles } from './source/add-to-articles.ts';
import { source } from './source/source.ts';
import { sources } from './sources.ts';
import { speaker } from './speaker.ts';
import { timeline } from './timeline.ts';
import { unfollow } from './follow/unfollow.ts';
import { verify } from './verify.ts';

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
  exportStatements,
  help,
  parley,
];

/** Those on somebody's message. */
export const messageCommands: readonly MessageCommand[] = [checkQuotes, addToArticles];
