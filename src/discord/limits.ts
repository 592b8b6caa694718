/**
 * Discord's limits, each once, and beside them ours for the parts of a card, of which Discord counts only the sum. Lengths are
 * UTF-16 code units: never less than what Discord counts.
 */
export const LIMITS = {
  /** All the words of a message, its cards' too. */
  contentChars: 4000,
  /** Cards of a message without buttons; a component each and one for its words, of Discord's 40. */
  cards: 10,
  /** Of all cards of a message together: what is left when the words above are as long as they ever are. */
  cardsTotalChars: 3200,
  titleChars: 256,
  descriptionChars: 3000,
  authorChars: 256,
  fieldNameChars: 256,
  fieldValueChars: 1024,
  choices: 25,
  choiceChars: 100,
  threadNameChars: 100,
  buttonsARow: 5,
  buttonChars: 80,
  /** An address behind words; longer ones are left out. */
  linkChars: 300,
  /** What describes a picture. */
  altChars: 1024,
} as const;

/** Discord forgets an interaction that is not acknowledged within this time. */
const ACKNOWLEDGE_WITHIN_MS = 3000;

/** Leaves the answer a second to travel. */
export const COMPLETE_WITHIN_MS = ACKNOWLEDGE_WITHIN_MS - 1000;

/** A command that takes longer is told to stop, and the person that it did; far below the 15 minutes of a token. */
export const ANSWER_WITHIN_MS = 30_000;
/** What a model adds may be edited in while Discord's token of 15 minutes holds. */
export const COMPOSE_WITHIN_MS = 14 * 60_000;

/** What adds articles ends so early that what became of it can still be edited in. */
export const LONG_WORK_WITHIN_MS = 13 * 60_000;
/** Reading what somebody adds stops so early that what was read can be told. */
export const ADD_WITHIN_MS = 12 * 60_000;
/** Where long work is, is shown no more often. */
export const TELL_EVERY_MS = 2000;

/** How long what a message shows is kept for its buttons: a few kilobytes each. */
export const BUTTONS_WORK_MS = 7 * 24 * 60 * 60 * 1000;

/** How long stopping waits for answers that are under way. */
export const FINISH_WITHIN_MS = 7_000;
/** How long it waits for Discord to close the connection. */
export const DISCONNECT_WITHIN_MS = 1_000;

/** How long a conversation goes on: what comes later stands for itself. */
export const TALK_KEPT_MS = 60 * 60 * 1000;
/** How long what the same person says in a channel goes on with it, without replying to it. */
export const PERSON_TALK_KEPT_MS = 10 * 60 * 1000;
/** How long a question that is edited edits its answer. */
export const EDITABLE_MS = 10 * 60 * 1000;
