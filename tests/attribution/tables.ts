import type { Actor, Actors, Side } from '../../src/domain/actor.ts';
import type { Topic } from '../../src/domain/topic.ts';

const side = (id: string, names: string[], adjectives: string[]): Side => ({
  id,
  label: id,
  names,
  adjectives,
});
const body = (name: string, of: string, aliases: string[] = []): Actor => ({
  name,
  side: of,
  role: null,
  kind: 'body',
  pronoun: null,
  aliases,
});
const topic = (id: string, ...words: string[]): Topic => ({ id, label: id, words });

/** A negotiation over a nuclear programme. */
export const NUCLEAR: { actors: Actors; topics: Topic[] } = {
  actors: {
    sides: [
      side('Iran', ['Tehran', 'Iranians'], ['Iranian']),
      side('EU', ['European side', 'Europeans', 'Brussels'], ['EU', 'European']),
      side('Russia', ['Moscow'], ['Russian']),
      side('US', ['Washington', 'United States'], ['US', 'U.S.', 'American']),
    ],
    actors: [
      body('State Department', 'US', ['US State Department']),
      body('Iranian Foreign Ministry', 'Iran', ['Foreign Ministry of Iran']),
      {
        name: 'Abbas Karimi',
        side: 'Iran',
        role: 'Deputy Foreign Minister',
        kind: 'person',
        pronoun: 'he',
        aliases: ['Abas Karimi'],
      },
    ],
  },
  topics: [
    topic('enrichment', 'enrichment', 'centrifuge', 'nuclear weapon'),
    topic('sanctions', 'sanction', 'oil revenue'),
    topic('inspections', 'inspector', 'inspection', 'monitoring'),
    topic('talks', 'talks', 'negotiation', 'session', 'deal', 'delegation', 'deadline'),
  ],
};

/** A wage dispute. */
export const WAGES: { actors: Actors; topics: Topic[] } = {
  actors: {
    sides: [
      side('Union', ["dockers' union", 'union'], ['union']),
      side('Company', ['Harbour Holdings', 'company'], ['company']),
    ],
    actors: [],
  },
  topics: [
    topic('wages', 'wage', 'raise', 'pay', 'offer'),
    topic('strike', 'strike'),
    topic('talks', 'talks', 'contract', 'mediator'),
  ],
};

/** A trade dispute. */
export const TRADE: { actors: Actors; topics: Topic[] } = {
  actors: {
    sides: [side('Canada', ['Ottawa'], ['Canadian']), side('US', ['Washington'], ['US', 'American'])],
    actors: [],
  },
  topics: [
    topic('duties', 'duty', 'duties', 'tariff', 'dumping'),
    topic('dairy', 'dairy'),
    topic('timber', 'timber', 'lumber'),
    topic('talks', 'talks', 'meet', 'negotiation'),
  ],
};
