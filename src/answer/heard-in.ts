import type { Reading } from '../domain/question.ts';
import type { Directory } from '../parties/directory.ts';

/**
 * The reading without those whom the articles give no word: the side of a body speaks for it ("the Kremlin"); a person
 * or side that never speaks may still be written about. Null when the question asks for the words of nobody else.
 *
 * @param forSpeech whether it asks for something said, rather than done or wanted
 */
export function heardIn(
  reading: Reading,
  { actors, said, sidesHeard }: Pick<Directory, 'actors' | 'said' | 'sidesHeard'>,
  forSpeech: boolean,
): Reading | null {
  const silent = actors.actors.filter(({ name }) => reading.speakers.includes(name) && !said.has(name));
  const bodies = silent.flatMap(({ kind, side }) => (kind === 'body' && side !== null ? [side] : []));
  const asked = [...new Set([...reading.sides, ...bodies])];
  const sides = asked.filter((id) => sidesHeard.has(id));
  const speakers = reading.speakers.filter((name) => !silent.some((actor) => actor.name === name));
  const nobody = sides.length === 0 && speakers.length === 0;
  const isSilent = silent.some(({ kind }) => kind === 'person') || sides.length < asked.length;
  if (nobody && (reading.unknown.length > 0 || (isSilent && forSpeech))) return null;
  return { ...reading, sides, speakers };
}
