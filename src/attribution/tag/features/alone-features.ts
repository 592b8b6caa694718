import { type FeatureSink } from './feature-sink.ts';
import { type WordTraits } from '../word-traits.ts';

/** So far before and behind the token words are looked at alone. */
export const REACH = 4;
/** Places that a word may have beside the token, from `-REACH` to `REACH`. */
export const PLACES = 2 * REACH + 1;

/** The templates that look at one word alone, by its place. */
const WORD = [6, 5, 4, 3, 2, 7, 8, 9, 10];
const STEM = [0, 0, 0, 20, 19, 21, 0, 0, 0];
const SUFFIX = [0, 0, 0, 29, 28, 30, 0, 0, 0];
const CUE = [0, 0, 45, 43, 42, 44, 46, 0, 0];
const ALWAYS = 1;
const SHAPE_AND_KIND = 34;
const SOURCE_AND_SHAPE = 57;
/** How many they are, of all places together. */
export const ALONE = 23;

function addIfAny(sink: FeatureSink, template: number | undefined, value: number): void {
  if (template) sink.addAs(template, value);
}

/**
 * Gives `sink` the features that depend on one word alone, which stands `place - REACH` words behind the token: together with
 * those of the other places they are the same for the same words, whatever stands between.
 */
export function addAlone(sink: FeatureSink, word: WordTraits, place: number): void {
  addIfAny(sink, WORD[place], word.word);
  addIfAny(sink, STEM[place], word.stem);
  addIfAny(sink, SUFFIX[place], word.suffix);
  addIfAny(sink, CUE[place], word.cue);
  if (place !== REACH) return;
  sink.addAs(ALWAYS, 0);
  sink.addAs(SHAPE_AND_KIND, word.shape, word.kind);
  sink.addAs(SOURCE_AND_SHAPE, word.source, word.shape);
}
