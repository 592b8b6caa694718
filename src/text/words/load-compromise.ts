import { createRequire } from 'node:module';
import type nlp from 'compromise/two';

const require: (name: string) => typeof nlp = createRequire(import.meta.url);
let loaded: typeof nlp | null = null;

/** The package that tags words, read when it is first needed: it takes half a second of a core, and few questions need it. */
export function loadCompromise(): typeof nlp {
  loaded ??= require('compromise/two');
  return loaded;
}
