import { pinCollections } from './pin-files.ts';

pinCollections(['seeds', 'strike', 'trade']);
