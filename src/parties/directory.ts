import type { Actors } from '../domain/actor.ts';
import { createTakeTurns } from '../take-turns.ts';
import type { Store } from '../store/ports.ts';
import { createReadSources } from './descriptions.ts';
import { keepCurrent, type Current } from './keep-current.ts';
import { createKeepStatements } from './speakers/keep-statements.ts';
import type { SourceWords } from './source-words.ts';
import { readTerms } from '../text/words/words.ts';
import { createNames, type Names } from './name-patterns.ts';
import { createRepairNames } from './repair-names.ts';
import { withSeats } from './read-country.ts';
import { createMentionsIn, type MentionsIn } from './mentions-in.ts';
import { createFindRoles } from './roles/find-roles.ts';
import { partsOf } from './speakers/group-speakers.ts';
import { gathered, knownNames, tallySpeakers, unlisted } from './speakers/tally-speakers.ts';

/** Everybody who can be asked for: the collection's actors and who else has a statement. */
export interface Directory {
  readonly actors: Actors;
  readonly names: Names;
  readonly mentionsIn: MentionsIn;
  /** Whether the stem stands in the source of any statement; of articles without statements nothing is known. */
  readonly speaks: (stem: string) => boolean;
  /** Who speaks as one of a body, by what the articles call them: "Ann Other of Riders' Voice" is heard as Riders' Voice. */
  readonly speakersOf: (body: string) => readonly string[];
  /** Every name under which the store has what a speaker says: other spellings, and with whom they say it together. */
  readonly namesOf: (speaker: string) => readonly string[];
  /** Statements whose source has all the stems. */
  readonly saidBy: SourceWords['saidBy'];
  /** The sides for which anybody says anything. */
  readonly sidesHeard: ReadonlySet<string>;
  /** How much those have said who said anything. */
  readonly said: ReadonlyMap<string, { readonly statements: number; readonly articles: number }>;
}

interface DirectoryDependencies {
  readonly store: Store;
  readonly actors: Actors;
}

/** Reads the directory anew only when an article has changed, which looks at every speaker. */
export function createDirectory({ store, actors }: DirectoryDependencies): Current<Directory> {
  const readSources = createReadSources(store);
  const keepStatements = createKeepStatements(store);

  async function read(): Promise<Directory> {
    const takeTurns = createTakeTurns();
    const statements = await keepStatements();
    await takeTurns();
    const tallies = gathered(tallySpeakers(statements), actors.actors);
    await takeTurns();
    const others = unlisted(tallies, actors.actors);
    const all = { sides: actors.sides, actors: [...actors.actors, ...others] };
    const said = [...tallies].map(
      ([name, tally]) => [name, { statements: tally.statements, articles: tally.articles.size }] as const,
    );
    const statementsOf = (name: string): number => tallies.get(name)?.statements ?? 0;
    const called = { ...actors, sides: withSeats(all) };
    const names = createNames(called, others, statementsOf);
    const owner = new Map(
      [...tallies].flatMap(([id, tally]) => tally.names.map((name) => [name, id] as const)),
    );
    const joint = [...tallies.keys()].filter((name) => partsOf(name).length > 0);
    const { descriptions, stems, beside, saidBy } = await readSources(
      statements,
      (name) => owner.get(name) ?? name,
    );
    await takeTurns();
    const findRoles = createFindRoles(all.actors, descriptions, new Set(tallies.keys()), names);
    return {
      actors: all,
      names,
      mentionsIn: createMentionsIn(
        all.actors,
        names,
        findRoles,
        createRepairNames(knownNames(all, tallies)),
        statementsOf,
      ),
      speaks: (stem) => stems.size === 0 || stems.has(stem),
      speakersOf(body) {
        const words = ` ${readTerms(body)
          .map(({ stem }) => stem)
          .join(' ')} `;
        return [...beside].flatMap(([speaker, sources]) =>
          speaker !== body && [...sources].some((source) => source.includes(words)) ? [speaker] : [],
        );
      },
      namesOf(speaker) {
        const own = tallies.get(speaker)?.names ?? [speaker];
        return [...own, ...joint.filter((name) => partsOf(name).some((part) => own.includes(part)))];
      },
      saidBy,
      sidesHeard: new Set(statements.flatMap(({ side }) => (side === null ? [] : [side]))),
      said: new Map(said),
    };
  }

  return keepCurrent(() => store.revision(), read);
}
