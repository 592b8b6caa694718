import { ApplicationCommandOptionType, type APIApplicationCommandBasicOption } from 'discord.js';
import type { App } from '../../../app.ts';
import { plainLine } from '../../render/escape.ts';
import { LIMITS } from '../../limits.ts';
import type { Choice, CompletionRequest } from './command.ts';
import { ANSWER_WORDS } from '../../words/answer-words.ts';

interface Labelled {
  readonly id: string;
  readonly label: string;
}

/**
 * An option that takes a side or topic. Its choices come while one types: commands are registered once for all servers, and
 * each may read a collection of its own.
 */
export function offeredOption(
  name: string,
  description: string,
  required = false,
): APIApplicationCommandBasicOption {
  return { type: ApplicationCommandOptionType.String, name, description, required, autocomplete: true };
}

/** The topic of a command that is about one. */
export function topicOption(): APIApplicationCommandBasicOption {
  return offeredOption('topic', ANSWER_WORDS.onWhat, true);
}

/** Completes the options that name a side, a speaker or a topic, which mean the same in every command. */
export async function completeFilter({ app, option, value }: CompletionRequest): Promise<readonly Choice[]> {
  if (option === 'speaker' || option === 'name') return matching(await speakerChoices(app), value);
  if (option === 'side' || option === 'side2') return matching(labelledChoices(app.sides), value);
  if (option === 'topic') return matching(labelledChoices(app.topics), value);
  return [];
}

async function speakerChoices(app: App): Promise<Choice[]> {
  const speakers = await app.speakers();
  return speakers.map(({ name, side, statements }) => ({
    name: [name, side, `${statements}×`].filter((part) => part !== null).join(' · '),
    value: name,
  }));
}

function labelledChoices(items: readonly Labelled[]): Choice[] {
  return items.map(({ id, label }) => ({ name: plainLine(label, LIMITS.choiceChars), value: id }));
}

/** Those that hold what is typed: where the name begins with it first, then where a word does, then anywhere. */
function matching(choices: readonly Choice[], typed: string): readonly Choice[] {
  const wanted = folded(typed.trim());
  const rank = ({ name }: Choice): number => {
    const at = folded(name);
    if (at.startsWith(wanted)) return 0;
    if (at.includes(` ${wanted}`)) return 1;
    return at.includes(wanted) ? 2 : 3;
  };
  return choices.filter((choice) => rank(choice) < 3).toSorted((a, b) => rank(a) - rank(b));
}

function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
