import { followContract } from '../../contracts/follows.ts';
import { storeContract } from '../../contracts/store.ts';
import { usePglite } from '../../support/stores/pglite-server.ts';

const { openStore } = usePglite();

storeContract('the PostgreSQL store on PGlite', openStore);
followContract('the PostgreSQL store on PGlite', openStore);
