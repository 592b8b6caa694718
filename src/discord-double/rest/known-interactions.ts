import {
  ComponentType,
  InteractionResponseType as Response,
  InteractionType,
  MessageFlags,
} from 'discord.js';
import { z } from 'zod';
import {
  invalid,
  INVALID_WEBHOOK_TOKEN,
  refuse,
  UNKNOWN_INTERACTION,
  UNKNOWN_MESSAGE,
  UNKNOWN_WEBHOOK,
  type Answer,
} from './rest-answers.ts';
import type { Change } from '../seen-changes.ts';
import { checkChoices } from '../checks/check-commands.ts';
import { checkForm } from '../checks/check-form.ts';
import type { Form, InteractionPayload } from '../interactions.ts';
import { LOADING, type KeptMessages, type Sent } from '../kept-messages.ts';
import { replyTo, storedMessage, type StoredMessage } from '../messages.ts';
import type { Problem } from '../checks/problem.ts';
import { timeOf } from '../people.ts';

/** Discord takes answers for so long. */
const TOKEN_LASTS_MS = 15 * 60 * 1000;
/** Older interactions are forgotten when there are more than so many. */
const MOST_KNOWN = 1000;

const Callback = z.object({
  type: z.enum(Response),
  data: z.looseObject({ flags: z.number().optional() }).optional(),
});
const Flags = z.looseObject({ flags: z.number().optional() });
const Choices = z.object({ choices: z.array(z.unknown()) });
const FormBody: z.ZodType<Form> = z.looseObject({
  custom_id: z.string(),
  components: z.array(
    z.looseObject({
      component: z.looseObject({
        type: z.enum(ComponentType),
        custom_id: z.string(),
        options: z.array(z.looseObject({ value: z.string(), default: z.boolean().optional() })).optional(),
      }),
    }),
  ),
});
const Named = z.looseObject({ name: z.string() });

interface Known {
  readonly payload: InteractionPayload;
  acknowledged: Response | null;
  /** The message that `@original` stands for; null where there is none. */
  original: string | null;
}

export interface KnownInteractionsOptions {
  readonly messages: KeptMessages;
  readonly onChange: (change: Change) => void;
}

export type KnownInteractions = ReturnType<typeof createKnownInteractions>;

/** What people did that the bot may answer, and what it has answered: once each, as Discord has it. */
export function createKnownInteractions({ messages, onChange }: KnownInteractionsOptions) {
  const interactions = new Map<string, Known>();
  const byToken = (token: string | undefined): Known | undefined =>
    [...interactions.values()].find(({ payload }) => payload.token === token);

  /** What is answered to whoever may not use that token any more, or not yet; the interaction where they may. */
  function usable(token: string | undefined): Known | { readonly refused: Answer } {
    const found = byToken(token);
    if (!found || found.acknowledged === null) return { refused: UNKNOWN_WEBHOOK };
    return Date.now() - timeOf(found.payload.id) > TOKEN_LASTS_MS
      ? { refused: INVALID_WEBHOOK_TOKEN }
      : found;
  }

  /** What Discord does about each kind of callback; null when it is done. */
  const responses: Readonly<Record<number, (known: Known, sent: Sent) => Answer | null>> = {
    [Response.ChannelMessageWithSource]: (known, sent) => post(known, sent),
    [Response.DeferredChannelMessageWithSource]: (known, { json }) => {
      const flags = LOADING | ((Flags.safeParse(json).data?.flags ?? 0) & MessageFlags.Ephemeral);
      known.original = messages.show(storedMessage({ ...answering(known.payload), flags })).id;
      return null;
    },
    [Response.DeferredMessageUpdate]: (known) => {
      known.original = known.payload.message?.id ?? null;
      return null;
    },
    [Response.UpdateMessage]: (known, sent) => {
      known.original = known.payload.message?.id ?? null;
      const answer = onOriginal(known, (message) => messages.edit(sent, message));
      return answer.status === 200 ? null : answer;
    },
    [Response.ApplicationCommandAutocompleteResult]: ({ payload }, { json }) => {
      const problem = checkChoices(json);
      if (problem) return invalid(problem);
      onChange({ kind: 'choices', interaction: payload.id, choices: Choices.parse(json).choices });
      return null;
    },
    [Response.Modal]: ({ payload }, { json }) => {
      const problem: Problem | null = checkForm(json);
      if (problem) return invalid(problem);
      onChange({ kind: 'form', interaction: payload.id, form: FormBody.parse(json) });
      return null;
    },
  };

  function post(known: Known, sent: Sent): Answer | null {
    const flags = (Flags.safeParse(sent.json).data?.flags ?? 0) & ~LOADING;
    const answer = messages.post(sent, { ...answering(known.payload), flags });
    if (answer.status !== 200) return answer;
    known.original = z.looseObject({ id: z.string() }).parse(answer.body).id;
    return null;
  }

  function onOriginal({ original }: Known, answer: (message: StoredMessage) => Answer): Answer {
    const message = original === null ? undefined : messages.get(original);
    return message ? answer(message) : UNKNOWN_MESSAGE;
  }

  return {
    /** From now on the interaction can be answered. */
    expect(payload: InteractionPayload): void {
      interactions.set(payload.id, { payload, acknowledged: null, original: null });
      const [oldest] = interactions.keys();
      if (interactions.size > MOST_KNOWN && oldest !== undefined) interactions.delete(oldest);
      if (payload.message && !messages.get(payload.message.id)) messages.keep(payload.message);
    },

    /** The channel in which it happened. */
    channelOf: (token: string | undefined): string | null => byToken(token)?.payload.channel_id ?? null,

    callback(id: string | undefined, token: string | undefined, { json, files }: Sent): Answer {
      const known = interactions.get(id ?? '');
      if (known === undefined || known.payload.token !== token) return UNKNOWN_INTERACTION;
      if (known.acknowledged !== null)
        return refuse(400, 40060, 'Interaction has already been acknowledged.');
      const { type, data } = Callback.parse(json);
      const refused = responses[type]?.(known, { json: data, files }) ?? null;
      if (refused) return refused;
      known.acknowledged = type;
      onChange({ kind: 'acknowledged', interaction: known.payload.id });
      return { status: 204 };
    },

    /** `answer` with what `@original` of that token stands for. */
    original(token: string | undefined, answer: (message: StoredMessage) => Answer): Answer {
      const one = usable(token);
      return 'refused' in one ? one.refused : onOriginal(one, answer);
    },

    /** The first one after "thinking" takes the place of the original, and its visibility: Discord ignores the flag then. */
    followUp(token: string | undefined, sent: Sent): Answer {
      const one = usable(token);
      if ('refused' in one) return one.refused;
      const original = messages.get(one.original ?? '');
      if (original && original.flags & LOADING) return messages.edit(sent, original);
      const flags = Flags.safeParse(sent.json).data?.flags ?? 0;
      return messages.post(sent, { ...answering(one.payload), flags });
    },

    /** Another message of that token's than the original. */
    edit(token: string | undefined, id: string | undefined, sent: Sent): Answer {
      const one = usable(token);
      if ('refused' in one) return one.refused;
      const message = messages.get(id);
      return message ? messages.edit(sent, message) : UNKNOWN_MESSAGE;
    },
  };
}

/** What a message has that answers an interaction: who did what. */
function answering({ id, type, channel_id, data, message, ...payload }: InteractionPayload) {
  const user = 'member' in payload ? payload.member.user : payload.user;
  const name = type === InteractionType.ApplicationCommand ? Named.parse(data).name : null;
  return {
    channel_id,
    ...(name === null ? {} : { interaction: { id, type, name, user } }),
    ...(message ? replyTo(message) : {}),
  };
}
