import { Document, isMap, isSeq, type YAMLSeq } from 'yaml';
import type { Actor, Side } from '../domain/actor.ts';
import type { Topic } from '../domain/topic.ts';
import type { DraftTables, Proposed } from './drafted.ts';

const ABOUT_ACTORS = [
  ' Who speaks, and for whom: drafted from the articles. For people to edit; every line may be changed or removed.',
  ' A side speaks under its `names` ("the union said …"); `adjectives` before a role say for whom somebody speaks.',
  ' `aliases` of an actor are other spellings; surnames are understood anyway. `side: null` is somebody who speaks for none.',
].join('\n');
const ABOUT_TOPICS = [
  ' What is negotiated: drafted from what several sides speak of. For people to edit: `id` is what commands take, and any of',
  ' `words` (compared by stem, word groups too) shows the topic in a sentence.',
].join('\n');

const WIDTH = 110;

/** Comments and values of proposals as items of a list. */
type Row = Readonly<Record<string, unknown>>;

const sideRow = ({ id, label, names, adjectives }: Side): Row => ({ id, label, names, adjectives });
const actorRow = ({ name, kind, side, role, pronoun, aliases }: Actor): Row => ({
  name,
  ...(kind === 'body' ? { kind } : {}),
  side,
  ...(role === null ? {} : { role }),
  ...(pronoun === null ? {} : { pronoun }),
  ...(aliases.length > 0 ? { aliases } : {}),
});
const topicRow = ({ id, label, words }: Topic): Row => ({ id, label, words });

/** Appends proposals to a list, each under a comment that says why; lists of names within stand in one line. */
function appendRows<T>(
  document: Document,
  list: YAMLSeq,
  proposals: readonly Proposed<T>[],
  rowOf: (value: T) => Row,
  flat: boolean,
): void {
  for (const { value, why } of proposals) {
    const node = document.createNode(rowOf(value));
    if (!isMap(node)) continue;
    node.commentBefore = ` ${why}`;
    node.flow = flat;
    for (const { value: item } of node.items) if (isSeq(item)) item.flow = true;
    list.add(node);
  }
}

/** The text of `actors.yaml` with every proposal under a comment that says why. */
export function writeActors({ sides, actors }: Pick<DraftTables, 'sides' | 'actors'>): string {
  const document = new Document({ sides: [], actors: [] });
  document.commentBefore = ABOUT_ACTORS;
  addActors(document, { sides, actors });
  return textOf(document);
}

/** The text of `topics.yaml`. */
export function writeTopics({ topics }: Pick<DraftTables, 'topics'>): string {
  const document = new Document([]);
  document.commentBefore = ABOUT_TOPICS;
  addTopics(document, topics);
  return textOf(document);
}

/** Adds sides and people at the end of their lists; everything else stays as it stands. */
export function addActors(
  document: Document,
  { sides, actors }: Pick<DraftTables, 'sides' | 'actors'>,
): void {
  const list = (key: string): YAMLSeq => {
    const known = document.get(key);
    if (isSeq(known)) {
      // Proposals stand in lines of their own.
      if (known.items.length === 0) known.flow = false;
      return known;
    }
    const fresh = document.createNode([]);
    document.set(key, fresh);
    return fresh;
  };
  appendRows(document, list('sides'), sides, sideRow, false);
  appendRows(document, list('actors'), actors, actorRow, true);
}

/** Adds topics at the end of the list. */
export function addTopics(document: Document, topics: readonly Proposed<Topic>[]): void {
  if (!isSeq(document.contents)) document.contents = document.createNode([]);
  const { contents } = document;
  if (isSeq(contents)) {
    if (contents.items.length === 0) contents.flow = false;
    appendRows(document, contents, topics, topicRow, false);
  }
}

/** A document as text, in lines of a width that people read. */
export const textOf = (document: Document): string =>
  document.toString({ lineWidth: WIDTH, flowCollectionPadding: true });
