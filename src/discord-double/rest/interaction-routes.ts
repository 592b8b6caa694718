import type { Route } from './route.ts';
import type { KeptMessages } from '../kept-messages.ts';
import type { KnownInteractions } from './known-interactions.ts';

const ORIGINAL = /^\/webhooks\/\d+\/([^/]+)\/messages\/@original$/;

/** What is answered with the token of an interaction in the path, in place of the bot's. */
export function interactionRoutes(interactions: KnownInteractions, messages: KeptMessages): readonly Route[] {
  return [
    {
      method: 'POST',
      path: /^\/interactions\/(\d+)\/([^/]+)\/callback$/,
      withoutAuthorization: true,
      answer: ([id, ofInteraction], sent) => interactions.callback(id, ofInteraction, sent),
    },
    {
      method: 'PATCH',
      path: ORIGINAL,
      withoutAuthorization: true,
      answer: ([ofInteraction], sent) =>
        interactions.original(ofInteraction, (message) => messages.edit(sent, message)),
    },
    {
      method: 'GET',
      path: ORIGINAL,
      withoutAuthorization: true,
      answer: ([ofInteraction]) =>
        interactions.original(ofInteraction, (message) => ({ status: 200, body: message })),
    },
    {
      method: 'DELETE',
      path: ORIGINAL,
      withoutAuthorization: true,
      answer: ([ofInteraction]) =>
        interactions.original(ofInteraction, ({ id }) => {
          messages.delete(id);
          return { status: 204 };
        }),
    },
    {
      method: 'POST',
      path: /^\/webhooks\/\d+\/([^/]+)$/,
      withoutAuthorization: true,
      answer: ([ofInteraction], sent) => interactions.followUp(ofInteraction, sent),
    },
    {
      method: 'PATCH',
      path: /^\/webhooks\/\d+\/([^/]+)\/messages\/(\d+)$/,
      withoutAuthorization: true,
      answer: ([ofInteraction, id], sent) => interactions.edit(ofInteraction, id, sent),
    },
  ];
}
