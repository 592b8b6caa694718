import type { Actor, Actors, Side } from '../../domain/actor.ts';
import type { TableEdit } from '../../domain/change/table-edit.ts';
import type { Topic } from '../../domain/topic.ts';
import { foldName } from '../../text/fold.ts';

/** Sides, people and topics. */
export interface EditedTables {
  readonly actors: Actors;
  readonly topics: readonly Topic[];
}

/**
 * The tables with edits laid over them, in order. An edit of what is not there changes nothing. Laid over tables that were
 * written out with the same edits, they change nothing more: what is in the files and what is kept never disagree.
 */
export function applyEdits(tables: EditedTables, edits: readonly TableEdit[]): EditedTables {
  const edited = edits.reduce(applyEdit, tables);
  // A topic without words would be shown by nothing: what took its last one away is left out. Between two edits it may have none.
  const bare = edited.topics.find(({ words }) => words.length === 0);
  const last = edits.findLastIndex((edit) => edit.kind === 'change-words' && edit.topic === bare?.id);
  return last < 0 ? edited : applyEdits(tables, edits.toSpliced(last, 1));
}

function applyEdit(tables: EditedTables, edit: TableEdit): EditedTables {
  const { sides, actors } = tables.actors;
  const withSides = (changed: readonly Side[]): EditedTables => ({
    ...tables,
    actors: { sides: changed, actors },
  });
  const withActors = (changed: readonly Actor[]): EditedTables => ({
    ...tables,
    actors: { sides, actors: changed },
  });
  const changeTopic = (id: string, change: (topic: Topic) => Topic): EditedTables => ({
    ...tables,
    topics: tables.topics.map((topic) => (topic.id === id ? change(topic) : topic)),
  });
  switch (edit.kind) {
    case 'rename-side':
      return withSides(sides.map((side) => (side.id === edit.side ? renamedSide(side, edit.label) : side)));
    case 'new-side': {
      const { side: id, label, names } = edit;
      if (sides.some((side) => side.id === id)) return tables;
      return withSides([...sides, { id, label, names: [...names], adjectives: [] }]);
    }
    case 'rename-person': {
      const found = calledSo(edit.person, actors);
      // Of whom it is an alias has another name by now.
      if (found && foldName(found.name) !== foldName(edit.person)) return tables;
      // Nor does anybody get a name that is taken: those two are to be merged.
      if (calledSo(edit.name, actors)) return tables;
      const person = found ?? unlisted(edit.person);
      return withActors(replaced(actors, found, renamedPerson(person, edit.name)));
    }
    case 'merge-people': {
      const from = calledSo(edit.person, actors) ?? unlisted(edit.person);
      const listed = calledSo(edit.into, actors);
      const into = listed ?? unlisted(edit.into);
      const { side } = edit;
      if (side !== null && !sides.some(({ id }) => id === side)) return tables;
      // They are one already; which side they are on may have been given before.
      if (from === listed) return withActors(replaced(actors, listed, { ...into, side }));
      const merged: Actor = {
        ...into,
        side,
        role: into.role ?? from.role,
        pronoun: into.pronoun ?? from.pronoun,
        aliases: without(into.name, [...into.aliases, from.name, ...from.aliases]),
      };
      return withActors(
        replaced(
          actors.filter((one) => one !== from),
          listed,
          merged,
        ),
      );
    }
    case 'give-side': {
      if (edit.side !== null && !sides.some(({ id }) => id === edit.side)) return tables;
      const found = calledSo(edit.person, actors);
      return withActors(replaced(actors, found, { ...(found ?? unlisted(edit.person)), side: edit.side }));
    }
    case 'rename-topic':
      return changeTopic(edit.topic, (topic) => ({ ...topic, label: edit.label }));
    case 'new-topic': {
      const { topic: id, label, words } = edit;
      if (tables.topics.some((topic) => topic.id === id)) return tables;
      return { ...tables, topics: [...tables.topics, { id, label, words: [...words] }] };
    }
    default: {
      const gone = new Set(edit.remove.map(foldName));
      return changeTopic(edit.topic, (topic) => ({
        ...topic,
        words: distinct([...topic.words, ...edit.add]).filter((word) => !gone.has(foldName(word))),
      }));
    }
  }
}

/** The actor of that very name or alias. */
function calledSo(name: string, actors: readonly Actor[]): Actor | undefined {
  const wanted = foldName(name);
  return (
    actors.find((actor) => foldName(actor.name) === wanted) ??
    actors.find((actor) => actor.aliases.some((alias) => foldName(alias) === wanted))
  );
}

/** Somebody whom the articles name and no list does. */
const unlisted = (name: string): Actor => ({
  name,
  side: null,
  role: null,
  kind: 'person',
  pronoun: null,
  aliases: [],
});

const replaced = (actors: readonly Actor[], old: Actor | undefined, next: Actor): Actor[] =>
  old === undefined ? [...actors, next] : actors.map((one) => (one === old ? next : one));

/** The former label still stands for the side. */
const renamedSide = (side: Side, label: string): Side => ({
  ...side,
  label,
  names: side.label === label ? side.names : without(label, [...side.names, side.label]),
});

const renamedPerson = (person: Actor, name: string): Actor => ({
  ...person,
  name,
  aliases: person.name === name ? person.aliases : without(name, [...person.aliases, person.name]),
});

/** Each once, as it was first written. */
function distinct(names: readonly string[]): string[] {
  const seen = new Set<string>();
  return names.filter((name) => {
    const key = foldName(name);
    return !seen.has(key) && seen.add(key);
  });
}

const without = (name: string, names: readonly string[]): string[] =>
  distinct(names).filter((one) => one !== name);
