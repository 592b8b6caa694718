import { ButtonStyle, ComponentType, TextInputStyle } from 'discord.js';
import { z } from 'zod';
import { UserError } from '../../errors.ts';
import { plainLine } from '../render/escape.ts';
import { headLine } from '../render/evidence-card.ts';
import { LIMITS } from '../limits.ts';
import { sentenceReply } from '../reply.ts';
import { rememberShown } from '../messages/shown-message.ts';
import type { FormButton, ReplyButton } from './button.ts';
import { BUTTON_WORDS } from '../words/button-words.ts';

const Fields = z.object({ which: z.coerce.number(), speaker: z.string(), note: z.string() });

/** Opens the form in which somebody says whose words a quote really is; it shows so from then on. */
export const wrong: FormButton = {
  kind: 'form',
  action: 'wrong',
  label: BUTTON_WORDS.wrong,
  applies: ({ items }) => items.length > 0,
  form: ({ items }, customId) => ({
    custom_id: customId,
    title: BUTTON_WORDS.whoReallySaid,
    components: [
      {
        type: ComponentType.Label,
        label: BUTTON_WORDS.whichQuote,
        component: {
          type: ComponentType.StringSelect,
          custom_id: 'which',
          required: true,
          options: items.slice(0, LIMITS.choices).map((item, index) => ({
            value: String(item.n),
            label: plainLine(headLine(item, [], String(item.n)), LIMITS.choiceChars),
            description: plainLine(item.text, LIMITS.choiceChars) || '…',
            default: index === 0,
          })),
        },
      },
      {
        type: ComponentType.Label,
        label: BUTTON_WORDS.whoSaid,
        description: BUTTON_WORDS.personBodySide,
        component: {
          type: ComponentType.TextInput,
          custom_id: 'speaker',
          style: TextInputStyle.Short,
          required: false,
          max_length: LIMITS.choiceChars,
        },
      },
      {
        type: ComponentType.Label,
        label: BUTTON_WORDS.note,
        description: BUTTON_WORDS.howSeesWho,
        component: {
          type: ComponentType.TextInput,
          custom_id: 'note',
          style: TextInputStyle.Paragraph,
          required: false,
          max_length: 1000,
        },
      },
    ],
  }),
  async submit({ app, shown, clicker, fields, signal }) {
    const { which, speaker, note } = Fields.parse(fields);
    const item = shown.items.find(({ n }) => n === which);
    if (!item) throw new UserError(BUTTON_WORDS.noQuoteMessage(which));
    if ((await app.context(item)) === null) throw new UserError(BUTTON_WORDS.articleChangedSinceAnswer);
    const { article, start, end } = item;
    const name = speaker.trim() || null;
    const { id } = await app.correct(
      {
        article,
        start,
        end,
        speaker: name,
        side: null,
        note: note.trim() || null,
        by: clicker,
      },
      signal,
    );
    const whose = name === null ? BUTTON_WORDS.nobodyArticleOwn : BUTTON_WORDS.saidBy(name);
    const reply = sentenceReply(BUTTON_WORDS.thankYouQuote(which, whose));
    const key = await rememberShown(app, {
      ...shown,
      command: UNDO,
      options: { correction: id },
      items: [item],
    });
    const button = {
      type: ComponentType.Button,
      style: ButtonStyle.Secondary,
      label: undo.label,
      custom_id: `${UNDO}:${key}`,
    } as const;
    return { ...reply, components: [{ type: ComponentType.ActionRow, components: [button] }] };
  },
};

const UNDO = 'undo';
const Undone = z.object({ correction: z.int() });

/** Takes a correction back, for who made it. */
export const undo: ReplyButton = {
  kind: 'reply',
  action: UNDO,
  takesLong: true,
  label: BUTTON_WORDS.undo,
  // Stands under what `wrong` answers, and nowhere else.
  applies: () => false,
  async run({ app, shown, clicker, signal }) {
    const { correction } = Undone.parse(shown.options);
    await app.undoCorrection(correction, clicker.id, signal);
    const reply = sentenceReply(BUTTON_WORDS.takenBackQuote);
    return { reply, command: UNDO, options: {} };
  },
};
