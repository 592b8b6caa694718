import type { Evidence } from '../domain/answer.ts';

/** What stands where a person or body speaks whom the article does not name. */
export const SPEAKER_NOT_NAMED = 'speaker not named';

const EVERYBODY = new Intl.ListFormat('en', { type: 'conjunction' });

/** A side or a topic, as far as it is shown. */
interface Labelled {
  readonly id: string;
  readonly label: string;
}

/** What sides and topics are called. */
export interface Labels {
  readonly sides: readonly Labelled[];
  readonly topics: readonly Labelled[];
}

/** The label of a side or topic; the id itself where the collection has none of it. Outside text, not escaped yet. */
export function labelOf(id: string, all: readonly Labelled[]): string {
  return all.find((one) => one.id === id)?.label ?? id;
}

/** "Wendy Sherman (US)", "US", "US and Russia", or null where the article leaves open who speaks. Outside text, not escaped yet. */
export function whoSpeaks(
  { speaker, side, sides: together = [] }: Pick<Evidence, 'speaker' | 'side' | 'sides'>,
  sides: readonly Labelled[],
): string | null {
  if (speaker === null && together.length > 1)
    return EVERYBODY.format(together.map((id) => labelOf(id, sides)));
  const label = side === null ? null : labelOf(side, sides);
  if (speaker === null || speaker === label) return label;
  return label === null ? speaker : `${speaker} (${label})`;
}

/** The same, and "speaker not named" where there is none; null for the article's own words, which nobody speaks. */
export function whoSpeaksIfAnybody(
  statement: Pick<Evidence, 'speaker' | 'side' | 'sides' | 'type'>,
  sides: readonly Labelled[],
): string | null {
  return whoSpeaks(statement, sides) ?? (statement.type === 'narration' ? null : SPEAKER_NOT_NAMED);
}
