import { ComponentType, TextInputStyle } from 'discord.js';
import type { App } from '../../../app.ts';
import type { TableEdit } from '../../../domain/change/table-edit.ts';
import { LIMITS } from '../../limits.ts';
import { sentenceReply } from '../../reply.ts';
import type { FormButton } from '../button.ts';
import { assertManages, undoEdit } from './undo-edit.ts';
import { editRow } from './edit-row.ts';
import { EDIT_WORDS } from '../../words/edit-words.ts';

export interface Field {
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  /** Nothing need be filled in. */
  readonly isOptional?: true;
}

/** A form that edits sides, people or topics. */
export interface FormSpec {
  readonly action: string;
  readonly label: string;
  readonly title: string;
  readonly fields: readonly Field[];
  /** What the filled-in form asks for. Throws `UserError` for what it names and is not there. */
  readonly edit: (app: App, field: (id: string) => string) => Promise<TableEdit>;
}

/** How long an answer waits for the articles to be read again; what takes longer goes on behind it. */
const WAIT_MS = 15_000;

/** The button that opens the form; what is filled in is edited at once, and can be taken back. */
export function formOf({ action, label, title, fields, edit }: FormSpec): FormButton {
  return {
    kind: 'form',
    action,
    label,
    // Stands under /sides and /topics, and nowhere else.
    applies: () => false,
    form: (_shown, customId) => ({
      custom_id: customId,
      title,
      components: fields.map((field) => ({
        type: ComponentType.Label,
        label: field.label,
        ...(field.description === undefined ? {} : { description: field.description }),
        component: {
          type: ComponentType.TextInput,
          custom_id: field.id,
          style: TextInputStyle.Short,
          required: field.isOptional !== true,
          max_length: LIMITS.choiceChars * 2,
        },
      })),
    }),
    async submit({ app, server, clicker, fields: filled, signal }) {
      assertManages(server);
      const made = await edit(app, (id) => (filled[id] ?? '').trim());
      const { edit: kept, articles, done } = await app.editTables(made, clicker, signal);
      const isDone = await Promise.race([
        done.then(() => true),
        new Promise<false>((resolve) => setTimeout(resolve, WAIT_MS, false).unref()),
      ]);
      const read =
        articles === 0
          ? ''
          : isDone
            ? EDIT_WORDS.touchesReadAgain(articles, articles === 1 ? 'was' : 'were')
            : EDIT_WORDS.touchesReadAgainMeanwhile(articles);
      const reply = sentenceReply(EDIT_WORDS.doneHoldsNow(told(made), read));
      return { ...reply, components: [await editRow(app, [undoEdit], clicker.id, { edit: kept.id })] };
    },
  };
}

/** What an edit does, in a clause. */
function told(edit: TableEdit): string {
  switch (edit.kind) {
    case 'rename-side':
      return EDIT_WORDS.sideCalled(edit.side, edit.label);
    case 'new-side':
      return EDIT_WORDS.isSide(edit.label);
    case 'rename-person':
      return EDIT_WORDS.called(edit.person, edit.name);
    case 'merge-people':
      return EDIT_WORDS.isPerson(edit.person, edit.into);
    case 'give-side':
      return edit.side === null
        ? EDIT_WORDS.speaksNoSide(edit.person)
        : EDIT_WORDS.speaks(edit.person, edit.side);
    case 'rename-topic':
      return EDIT_WORDS.topicCalled(edit.topic, edit.label);
    case 'new-topic':
      return EDIT_WORDS.isTopic(edit.label);
    default: {
      const parts = [
        edit.add.length > 0 ? EDIT_WORDS.hasWords(edit.add.join(', ')) : '',
        edit.remove.length > 0 ? EDIT_WORDS.noLongerHas(edit.remove.join(', ')) : '',
      ];
      return EDIT_WORDS.topic(edit.topic, parts.filter(Boolean).join(EDIT_WORDS.and));
    }
  }
}
