import { TRACKED } from './changes.ts';
import { pinCollections } from './pin-files.ts';

pinCollections(Object.keys(TRACKED));
