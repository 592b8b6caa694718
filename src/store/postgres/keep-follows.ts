import type { Arrival, Destination, Follow, FollowRow, NewFollow } from '../../domain/follow.ts';
import type { NewArrival } from '../arrivals-of.ts';
import { arrivalRow, destinationRow, followRow, followWithPlace } from '../rows/follow-rows.ts';
import type { Connections, Queries } from './connection-pool.ts';

const DESTINATION = 'id, kind, place, pace, quiet, cursor, pending, due';

/** Within the transaction of the article. */
export async function keepArrivals(queries: Queries, arrivals: readonly NewArrival[]): Promise<void> {
  for (const arrival of arrivals)
    await queries.run(
      `INSERT INTO arrivals (digest, article, start_at, speaker, sides, act, topics)
       VALUES (@digest, @article, @start, @speaker, @sides, @act, @topics) ON CONFLICT (digest) DO NOTHING`,
      { ...arrival, sides: JSON.stringify(arrival.sides), topics: JSON.stringify(arrival.topics) },
    );
}

async function newest(queries: Queries): Promise<number> {
  const [row] = await queries.rows<{ id: number }>('SELECT coalesce(max(id), 0) AS id FROM arrivals');
  return row?.id ?? 0;
}

/** What came in, who follows it, and how far each place was told. */
export function createKeepFollows(connections: Connections) {
  return {
    arrivals: async (after: number, most: number): Promise<readonly Arrival[]> => {
      const rows = await connections.rows(
        `SELECT id, article, start_at AS start, speaker, sides, act, topics FROM arrivals
         WHERE id > @after ORDER BY id LIMIT @most`,
        { after, most },
      );
      return rows.map((row) => arrivalRow.parse(row));
    },
    lastArrival: () => newest(connections),
    addFollow: (follow: NewFollow): Promise<Follow> =>
      connections.transaction(async (queries) => {
        const since = await newest(queries);
        const [place] = await queries.rows(
          `INSERT INTO destinations AS d (kind, place, pace, quiet, cursor, due)
           VALUES (@kind, @place, @pace, @quiet, @since, @due)
           ON CONFLICT (kind, place, pace) DO UPDATE SET quiet = coalesce(excluded.quiet, d.quiet)
           RETURNING ${DESTINATION}`,
          { ...follow, since },
        );
        const [row] = await queries.rows(
          `INSERT INTO follows AS f (destination, subject, target, act, person, since)
           VALUES (@destination, @subject, @target, @act, @person, @since)
           ON CONFLICT (destination, subject, target, coalesce(act, '')) DO UPDATE SET person = f.person
           RETURNING id, destination, subject, target, act, person, since`,
          { ...follow, destination: destinationRow.parse(place).id, since },
        );
        return followRow.parse(row);
      }),
    follows: async ({
      person = null,
      place = null,
    }: { person?: string | null; place?: string | null } = {}) => {
      const rows = await connections.rows(
        `SELECT f.id, f.destination, f.subject, f.target, f.act, f.person, f.since, d.kind, d.place, d.pace, d.quiet
         FROM follows AS f JOIN destinations AS d ON d.id = f.destination
         WHERE (@person::text IS NULL OR f.person = @person) AND (@place::text IS NULL OR d.place = @place) ORDER BY f.id`,
        { person, place },
      );
      return rows.map((row): FollowRow => followWithPlace.parse(row));
    },
    removeFollow: (id: number): Promise<boolean> =>
      connections.transaction(async (queries) => {
        const removed = await queries.run('DELETE FROM follows WHERE id = @id', { id });
        await queries.run(
          'DELETE FROM destinations AS d WHERE NOT EXISTS (SELECT FROM follows AS f WHERE f.destination = d.id)',
        );
        return removed > 0;
      }),
    destinations: async (): Promise<readonly Destination[]> => {
      const rows = await connections.rows(`SELECT ${DESTINATION} FROM destinations ORDER BY id`);
      return rows.map((row) => destinationRow.parse(row));
    },
    removeDestination: async (id: number): Promise<void> => {
      await connections.run('DELETE FROM destinations WHERE id = @id', { id });
    },
    claimBatch: async (id: number, upTo: number): Promise<void> => {
      await connections.run('UPDATE destinations SET pending = @upTo WHERE id = @id', { id, upTo });
    },
    finishBatch: async (id: number, due: string | null): Promise<void> => {
      await connections.run(
        'UPDATE destinations SET cursor = pending, pending = NULL, due = @due WHERE id = @id AND pending IS NOT NULL',
        { id, due },
      );
    },
    passOver: async (ids: readonly number[], upTo: number): Promise<void> => {
      await connections.run(
        `UPDATE destinations SET cursor = greatest(cursor, @upTo::bigint)
         WHERE id = ANY (@ids::bigint[]) AND pending IS NULL`,
        { ids, upTo },
      );
    },
    lastAsked: async (person: string): Promise<number | null> => {
      const [row] = await connections.rows<{ arrival: number }>(
        'SELECT arrival FROM last_asked WHERE person = @person',
        { person },
      );
      return row?.arrival ?? null;
    },
    setLastAsked: async (person: string, arrival: number): Promise<void> => {
      await connections.run(
        `INSERT INTO last_asked (person, arrival) VALUES (@person, @arrival)
         ON CONFLICT (person) DO UPDATE SET arrival = excluded.arrival`,
        { person, arrival },
      );
    },
    forgetAsked: async (words: string): Promise<void> => {
      await connections.run('DELETE FROM last_asked WHERE strpos(person, @words) > 0', { words });
    },
  };
}
