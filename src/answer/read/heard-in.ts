import type { Reading } from '../../domain/question.ts';
import type { Directory } from '../../parties/directory.ts';

/**
 * The reading without those whom the articles give no word: who speaks as one of a body speaks for it, else its side does
 * ("the Kremlin"); a person or side that never speaks may still be written about. Null when the question asks for the words
 * of nobody else.
 */
export function heardIn(
  reading: Reading,
  {
    actors,
    said,
    sidesHeard,
    speakersOf,
    namesOf,
    saidBy,
  }: Pick<Directory, 'actors' | 'said' | 'sidesHeard' | 'speakersOf' | 'namesOf' | 'saidBy'>,
): Reading | null {
  const asked = actors.actors.filter(({ name }) => reading.speakers.includes(name));
  const ofBodies = [
    ...asked.filter(({ kind }) => kind === 'body').map(({ name }) => name),
    ...reading.unknown,
  ].flatMap(speakersOf);
  // Some are heard only together with others.
  const silent = asked.filter(({ name }) => !namesOf(name).some((one) => said.has(one)));
  const bodies = silent.flatMap(({ kind, side, name }) =>
    kind === 'body' && side !== null && speakersOf(name).length === 0 ? [side] : [],
  );
  const sidesAsked = [...new Set([...reading.sides, ...bodies])];
  const sides = sidesAsked.filter((id) => sidesHeard.has(id));
  const speakers = [
    ...new Set([
      ...reading.speakers.filter((name) => !silent.some((actor) => actor.name === name)),
      ...ofBodies,
    ]),
  ].flatMap(namesOf);
  const voices = new Map(
    (reading.sources ?? []).flatMap((words) =>
      saidBy(words.split(' ')).map(({ key, article }) => [key, article] as const),
    ),
  );
  const nobody = sides.length === 0 && speakers.length === 0 && voices.size === 0;
  const isSilent = silent.some(({ kind }) => kind === 'person') || sides.length < sidesAsked.length;
  if (nobody && (reading.unknown.length > 0 || (isSilent && reading.forSaying))) return null;
  return { ...reading, sides, speakers, ...(voices.size > 0 && { voices }) };
}
