import { PackagedEmbeddings } from '../../src/providers/embeddings/packaged.ts';

const embeddings = new PackagedEmbeddings();
await embeddings.embedQuestion('what did the US offer on missiles?');
await embeddings.close();
