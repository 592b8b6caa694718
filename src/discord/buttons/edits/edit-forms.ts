import { findSide } from '../../../domain/name.ts';
import { UserError } from '../../../errors.ts';
import type { FormButton } from '../button.ts';
import { formOf, type Field, type FormSpec } from './edit-form.ts';
import { listOf, newTopicId, personCalled, sideCalled, topicCalled } from './find-named.ts';
import { EDIT_WORDS } from '../../words/edit-words.ts';

const PERSON: Field = { id: 'person', label: EDIT_WORDS.who, description: EDIT_WORDS.anyNameArticles };
const WORDS: Field = {
  id: 'words',
  label: EDIT_WORDS.wordsShow,
  description: EDIT_WORDS.commasBetweenThem,
};

const SIDES: readonly FormSpec[] = [
  {
    action: 'edit-person-side',
    label: EDIT_WORDS.giveSide,
    title: EDIT_WORDS.whomDoesSomebody,
    fields: [
      PERSON,
      { id: 'side', label: EDIT_WORDS.side, description: EDIT_WORDS.leaveEmptyWho, isOptional: true },
    ],
    async edit(app, field) {
      const { name } = await personCalled(app, field('person'));
      const side = field('side') === '' ? null : sideCalled(app, field('side'));
      return { kind: 'give-side', person: name, side };
    },
  },
  {
    action: 'edit-merge',
    label: EDIT_WORDS.mergeTwoPeople,
    title: EDIT_WORDS.twoNamesPerson,
    fields: [
      { ...PERSON, label: EDIT_WORDS.name },
      { id: 'into', label: EDIT_WORDS.person, description: EDIT_WORDS.nameKeptOther },
    ],
    async edit(app, field) {
      const [from, into] = [await personCalled(app, field('person')), await personCalled(app, field('into'))];
      if (from.name === into.name) throw new UserError(EDIT_WORDS.personAlready(from.name));
      return { kind: 'merge-people', person: from.name, into: into.name, side: into.side ?? from.side };
    },
  },
  {
    action: 'edit-rename',
    label: EDIT_WORDS.rename,
    title: EDIT_WORDS.anotherNameSide,
    fields: [
      { id: 'old', label: EDIT_WORDS.sidePerson },
      { id: 'name', label: EDIT_WORDS.newName },
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
    label: EDIT_WORDS.newSide,
    title: EDIT_WORDS.aNewSide,
    fields: [
      { id: 'label', label: EDIT_WORDS.label },
      {
        ...WORDS,
        id: 'names',
        label: EDIT_WORDS.namesUnderWhich,
        description: EDIT_WORDS.likeUnionDockers,
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
    label: EDIT_WORDS.words,
    title: EDIT_WORDS.wordsShowTopic,
    fields: [
      { id: 'topic', label: EDIT_WORDS.topicLabel },
      { ...WORDS, id: 'add', label: EDIT_WORDS.addThese, isOptional: true },
      { ...WORDS, id: 'remove', label: EDIT_WORDS.takeTheseOut, isOptional: true },
    ],
    async edit(app, field) {
      const topic = topicCalled(app, field('topic'));
      return { kind: 'change-words', topic, add: listOf(field('add')), remove: listOf(field('remove')) };
    },
  },
  {
    action: 'edit-topic-name',
    label: EDIT_WORDS.rename,
    title: EDIT_WORDS.anotherNameTopic,
    fields: [
      { id: 'topic', label: EDIT_WORDS.topicLabel },
      { id: 'label', label: EDIT_WORDS.newName },
    ],
    async edit(app, field) {
      return { kind: 'rename-topic', topic: topicCalled(app, field('topic')), label: field('label') };
    },
  },
  {
    action: 'edit-new-topic',
    label: EDIT_WORDS.newTopic,
    title: EDIT_WORDS.aNewTopic,
    fields: [{ id: 'label', label: EDIT_WORDS.label }, WORDS],
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
