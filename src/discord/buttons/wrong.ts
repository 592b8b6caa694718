import { ComponentType, TextInputStyle } from 'discord.js';
import { z } from 'zod';
import { UserError } from '../../errors.ts';
import { plainLine } from '../render/escape.ts';
import { headLine } from '../render/evidence-embed.ts';
import { LIMITS } from '../limits.ts';
import { sentenceReply } from '../reply.ts';
import type { FormButton } from './button.ts';

const Fields = z.object({ which: z.coerce.number(), speaker: z.string(), note: z.string() });

/** Opens the form in which somebody says whose words a quote really is; ingestion applies it from then on. */
export const wrong: FormButton = {
  kind: 'form',
  action: 'wrong',
  label: 'Wrong?',
  applies: () => true,
  form: ({ items }, customId) => ({
    custom_id: customId,
    title: 'Who really said it?',
    components: [
      {
        type: ComponentType.Label,
        label: 'Which quote',
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
        label: 'Who said it',
        description: 'A person, a body or a side. Leave it empty when nobody did: the article’s own words.',
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
        label: 'Note',
        description: 'How one sees it, for who reads the corrections.',
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
  async submit({ app, shown, clicker, fields }) {
    const { which, speaker, note } = Fields.parse(fields);
    const item = shown.items.find(({ n }) => n === which);
    if (!item) throw new UserError(`There is no quote ${which} in that message.`);
    if ((await app.context(item)) === null)
      throw new UserError(
        'The article was changed since that answer; please ask again and correct the new one.',
      );
    const { article, start, end } = item;
    const name = speaker.trim() || null;
    await app.correct({
      article,
      start,
      end,
      speaker: name,
      side: null,
      note: note.trim() || null,
      by: clicker,
    });
    const whose = name === null ? 'nobody’s, the article’s own words' : `said by ${name}`;
    return sentenceReply(
      `Thank you. Quote ${which} is noted as ${whose}; it shows once the articles are read in again.`,
    );
  },
};
