import { findSide } from '../../../domain/name.ts';
import { UserError } from '../../../errors.ts';
import type { FormButton } from '../button.ts';
import { formOf, type Field, type FormSpec } from './edit-form.ts';
import { listOf, newTopicId, personCalled, sideCalled, topicCalled } from './find-named.ts';

const PERSON: Field = { id: 'person', label: 'Who', description: 'By any name that articles give them.' };
const WORDS: Field = {
  id: 'words',
  label: 'Words that show it',
  description: 'With commas between them; forms of the same word are found anyway.',
};

const SIDES: readonly FormSpec[] = [
  {
    action: 'edit-person-side',
    label: 'Give a side',
    title: 'For whom does somebody speak?',
    fields: [
      PERSON,
      { id: 'side', label: 'Side', description: 'Leave it empty for who speaks for none.', isOptional: true },
    ],
    async edit(app, field) {
      const { name } = await personCalled(app, field('person'));
      const side = field('side') === '' ? null : sideCalled(app, field('side'));
      return { kind: 'give-side', person: name, side };
    },
  },
  {
    action: 'edit-merge',
    label: 'Merge two people',
    title: 'Two names of one person',
    fields: [
      { ...PERSON, label: 'This name' },
      { id: 'into', label: 'is this person', description: 'This name is kept, the other stands for it.' },
    ],
    async edit(app, field) {
      const [from, into] = [await personCalled(app, field('person')), await personCalled(app, field('into'))];
      if (from.name === into.name) throw new UserError(`${from.name} is one person already.`);
      return { kind: 'merge-people', person: from.name, into: into.name, side: into.side ?? from.side };
    },
  },
  {
    action: 'edit-rename',
    label: 'Rename',
    title: 'Another name for a side or person',
    fields: [
      { id: 'old', label: 'Side or person' },
      { id: 'name', label: 'New name' },
    ],
    async edit(app, field) {
      const side = findSide(field('old'), app.sides);
      if (side) return { kind: 'rename-side', side: side.id, label: field('name') };
      const { name } = await personCalled(app, field('old'));
      return { kind: 'rename-person', person: name, name: field('name') };
    },
  },
  {
    action: 'edit-new-side',
    label: 'New side',
    title: 'A new side',
    fields: [
      { id: 'label', label: 'Name' },
      {
        ...WORDS,
        id: 'names',
        label: 'Names under which it speaks',
        description: 'Like: the union, the dockers.',
        isOptional: true,
      },
    ],
    async edit(_app, field) {
      return {
        kind: 'new-side',
        side: field('label'),
        label: field('label'),
        names: listOf(field('names')).map((name) => name.replace(/^the /i, '')),
      };
    },
  },
];

const TOPICS: readonly FormSpec[] = [
  {
    action: 'edit-words',
    label: 'Words',
    title: 'Words that show a topic',
    fields: [
      { id: 'topic', label: 'Topic' },
      { ...WORDS, id: 'add', label: 'Add these', isOptional: true },
      { ...WORDS, id: 'remove', label: 'Take these out', isOptional: true },
    ],
    async edit(app, field) {
      const topic = topicCalled(app, field('topic'));
      return { kind: 'change-words', topic, add: listOf(field('add')), remove: listOf(field('remove')) };
    },
  },
  {
    action: 'edit-topic-name',
    label: 'Rename',
    title: 'Another name for a topic',
    fields: [
      { id: 'topic', label: 'Topic' },
      { id: 'label', label: 'New name' },
    ],
    async edit(app, field) {
      return { kind: 'rename-topic', topic: topicCalled(app, field('topic')), label: field('label') };
    },
  },
  {
    action: 'edit-new-topic',
    label: 'New topic',
    title: 'A new topic',
    fields: [{ id: 'label', label: 'Name' }, WORDS],
    async edit(app, field) {
      return {
        kind: 'new-topic',
        topic: newTopicId(app, field('label')),
        label: field('label'),
        words: listOf(field('words')),
      };
    },
  },
];

/** What stands under `/sides`. */
export const SIDE_FORMS: readonly FormButton[] = SIDES.map(formOf);
/** What stands under `/topics`. */
export const TOPIC_FORMS: readonly FormButton[] = TOPICS.map(formOf);
