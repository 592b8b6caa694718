import { isMap, isSeq, parseDocument, type Document, type YAMLMap } from 'yaml';
import type { Actors } from '../../domain/actor.ts';
import type { Topic } from '../../domain/topic.ts';
import { foldName } from '../../text/fold.ts';
import { addActors, addTopics, textOf, writeActors, writeTopics } from '../write-tables.ts';

const WHY = 'edited in Discord';
const proposed = <T>(value: T): { value: T; why: string } => ({ value, why: WHY });

/**
 * The text of `actors.yaml` with sides and people as they are now; comments and whatever is not changed stay as they stand.
 *
 * @param text what the file has, which can be read; null where there is none
 */
export function writeEditedActors(text: string | null, { sides, actors }: Actors): string {
  if (text === null) return writeActors({ sides: sides.map(proposed), actors: actors.map(proposed) });
  const document = parseDocument(text);
  const sideRows = rowsOf(document.get('sides'));
  const freshSides = sides.filter((side) => {
    const row = sideRows.find((one) => one.get('id') === side.id);
    if (row) setAll(document, row, { label: side.label, names: side.names, adjectives: side.adjectives });
    return !row;
  });
  const list = document.get('actors');
  const freshActors = actors.filter((actor) => {
    const called = new Set([actor.name, ...actor.aliases].map(foldName));
    const rows = rowsOf(list).filter((one) => called.has(foldName(String(one.get('name')))));
    const own = rows.find((one) => one.get('name') === actor.name) ?? rows[0];
    // Who is merged into somebody has no row of their own any more.
    for (const row of rows) if (row !== own && isSeq(list)) list.items.splice(list.items.indexOf(row), 1);
    if (own) {
      const { name, side, role, pronoun, aliases } = actor;
      setAll(document, own, {
        name,
        side,
        ...(role === null ? {} : { role }),
        ...(pronoun === null ? {} : { pronoun }),
        ...(aliases.length > 0 || own.has('aliases') ? { aliases } : {}),
      });
    }
    return !own;
  });
  addActors(document, { sides: freshSides.map(proposed), actors: freshActors.map(proposed) });
  return textOf(document);
}

/** The same of `topics.yaml`. */
export function writeEditedTopics(text: string | null, topics: readonly Topic[]): string {
  if (text === null) return writeTopics({ topics: topics.map(proposed) });
  const document = parseDocument(text);
  const rows = rowsOf(document.contents);
  const fresh = topics.filter((topic) => {
    const row = rows.find((one) => one.get('id') === topic.id);
    if (row) setAll(document, row, { label: topic.label, words: topic.words });
    return !row;
  });
  addTopics(document, fresh.map(proposed));
  return textOf(document);
}

const rowsOf = (list: unknown): YAMLMap[] => (isSeq(list) ? list.items.filter((one) => isMap(one)) : []);

/** Sets what differs alone, so that comments and the form of the rest stay. */
function setAll(document: Document, row: YAMLMap, values: Readonly<Record<string, unknown>>): void {
  const now: unknown = row.toJSON();
  const before =
    typeof now === 'object' && now !== null ? new Map(Object.entries(now)) : new Map<string, unknown>();
  for (const [key, value] of Object.entries(values)) {
    if (JSON.stringify(before.get(key) ?? (Array.isArray(value) ? [] : null)) === JSON.stringify(value))
      continue;
    const node = document.createNode(value);
    if (isSeq(node)) node.flow = true;
    row.set(key, node);
  }
}
