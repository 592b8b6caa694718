import type { Side } from '../../domain/actor.ts';
import type { Evidence, Searched } from '../../domain/answer.ts';
import { markdownLine } from './escape.ts';
import { NEUTRAL_COLOR } from './evidence-card.ts';
import { whoSpeaks } from '../../show/show-speaker.ts';
import { LIMITS } from '../limits.ts';
import { ANSWER_WORDS } from '../words/answer-words.ts';
import { SHARED_WORDS } from '../words/shared-words.ts';
import type { Card } from '../reply.ts';

const NAMES_SHOWN = 4;
const NAME_CHARS = 160;

/** A card of a title alone; Discord takes none that is empty. */
export function headed(title: string): Card {
  return { title: markdownLine(title, LIMITS.titleChars) || '…', color: NEUTRAL_COLOR };
}

/** "No statement found in 5 articles." */
export function noStatement({ articles }: Searched): string {
  return ANSWER_WORDS.noStatementFound(articles);
}

/** ": Wendy Sherman (US), Sergei Ryabkov (Russia)": who is quoted, as Markdown; nothing when nobody is. */
export function names(items: readonly Evidence[], sides: readonly Side[]): string {
  const all = [...new Set(items.map((item) => whoSpeaks(item, sides)))].filter((name) => name !== null);
  if (all.length === 0) return '';
  const shown = all
    .slice(0, NAMES_SHOWN)
    .map((name) => markdownLine(name, NAME_CHARS))
    .join(', ');
  return `: ${shown}${all.length > NAMES_SHOWN ? SHARED_WORDS.andMore(all.length - NAMES_SHOWN) : ''}`;
}
