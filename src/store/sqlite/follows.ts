import type { Database } from 'better-sqlite3';
import type { Arrival, Destination, Follow, FollowRow, NewFollow } from '../../domain/follow.ts';
import type { NewArrival } from '../arrivals-of.ts';
import { arrivalRow, destinationRow, followRow, followWithPlace } from '../rows/follow-rows.ts';

const DESTINATION = 'id, kind, place, pace, quiet, cursor, pending, due';
const FOLLOW = 'f.id, f.destination, f.subject, f.target, f.act, f.person, f.since';

/** What came in, who follows it, and how far each place was told. */
export function createFollows({ db }: { readonly db: Database }) {
  const insertArrival = db.prepare(
    `INSERT OR IGNORE INTO arrivals (digest, article, start_at, speaker, sides, act, topics)
     VALUES (@digest, @article, @start, @speaker, @sides, @act, @topics)`,
  );
  const selectArrivals = db.prepare<[number, number]>(
    `SELECT id, article, start_at AS start, speaker, sides, act, topics FROM arrivals WHERE id > ? ORDER BY id LIMIT ?`,
  );
  const selectLast = db.prepare<[], number>('SELECT coalesce(max(id), 0) FROM arrivals').pluck();
  const upsertDestination = db.prepare(
    `INSERT INTO destinations (kind, place, pace, quiet, cursor, due)
     VALUES (@kind, @place, @pace, @quiet, @cursor, @due)
     ON CONFLICT (kind, place, pace) DO UPDATE SET quiet = coalesce(excluded.quiet, quiet) RETURNING ${DESTINATION}`,
  );
  const upsertFollow = db.prepare(
    `INSERT INTO follows (destination, subject, target, act, person, since)
     VALUES (@destination, @subject, @target, @act, @person, @since)
     ON CONFLICT (destination, subject, target, coalesce(act, '')) DO UPDATE SET person = person
     RETURNING id, destination, subject, target, act, person, since`,
  );
  const selectFollows = db.prepare<[string | null, string | null, string | null, string | null]>(
    `SELECT ${FOLLOW}, d.kind, d.place, d.pace, d.quiet FROM follows AS f JOIN destinations AS d ON d.id = f.destination
     WHERE (? IS NULL OR f.person = ?) AND (? IS NULL OR d.place = ?) ORDER BY f.id`,
  );
  const dropFollow = db.prepare<[number]>('DELETE FROM follows WHERE id = ?');
  const dropEmpty = db.prepare('DELETE FROM destinations WHERE id NOT IN (SELECT destination FROM follows)');
  const selectDestinations = db.prepare(`SELECT ${DESTINATION} FROM destinations ORDER BY id`);
  const dropDestination = db.prepare<[number]>('DELETE FROM destinations WHERE id = ?');
  const claim = db.prepare<[number, number]>('UPDATE destinations SET pending = ? WHERE id = ?');
  const finish = db.prepare<[string | null, number]>(
    'UPDATE destinations SET cursor = pending, pending = NULL, due = ? WHERE id = ? AND pending IS NOT NULL',
  );
  const pass = db.prepare<[number, number]>(
    'UPDATE destinations SET cursor = max(cursor, ?) WHERE id = ? AND pending IS NULL',
  );
  const selectAsked = db.prepare<[string], number>('SELECT arrival FROM last_asked WHERE person = ?').pluck();
  const upsertAsked = db.prepare<[string, number]>(
    'INSERT OR REPLACE INTO last_asked (person, arrival) VALUES (?, ?)',
  );
  const dropAsked = db.prepare<[string]>('DELETE FROM last_asked WHERE instr(person, ?) > 0');

  const lastArrival = (): number => selectLast.get() ?? 0;
  const addFollow = db.transaction((follow: NewFollow): Follow => {
    const since = lastArrival();
    const destination = destinationRow.parse(upsertDestination.get({ ...follow, cursor: since }));
    return followRow.parse(upsertFollow.get({ ...follow, destination: destination.id, since }));
  });
  const removeFollow = db.transaction((id: number): boolean => {
    const { changes } = dropFollow.run(id);
    dropEmpty.run();
    return changes > 0;
  });
  const passOver = db.transaction((destinations: readonly number[], upTo: number): void => {
    for (const id of destinations) pass.run(upTo, id);
  });

  return {
    /** Within the transaction of the article. */
    keepArrivals: (arrivals: readonly NewArrival[]): void => {
      for (const { sides, topics, ...arrival } of arrivals)
        insertArrival.run({ ...arrival, sides: JSON.stringify(sides), topics: JSON.stringify(topics) });
    },
    arrivals: (after: number, most: number): readonly Arrival[] =>
      selectArrivals.all(after, most).map((row) => arrivalRow.parse(row)),
    lastArrival,
    addFollow: (follow: NewFollow): Follow => addFollow.immediate(follow),
    follows: ({ person = null, place = null }: { person?: string | null; place?: string | null } = {}) =>
      selectFollows.all(person, person, place, place).map((row): FollowRow => followWithPlace.parse(row)),
    removeFollow: (id: number): boolean => removeFollow.immediate(id),
    destinations: (): readonly Destination[] =>
      selectDestinations.all().map((row) => destinationRow.parse(row)),
    removeDestination: (id: number): void => void dropDestination.run(id),
    claimBatch: (destination: number, upTo: number): void => void claim.run(upTo, destination),
    finishBatch: (destination: number, due: string | null): void => void finish.run(due, destination),
    passOver: (destinations: readonly number[], upTo: number): void => passOver.immediate(destinations, upTo),
    lastAsked: (person: string): number | null => selectAsked.get(person) ?? null,
    setLastAsked: (person: string, arrival: number): void => void upsertAsked.run(person, arrival),
    forgetAsked: (words: string): void => void dropAsked.run(words),
  };
}
