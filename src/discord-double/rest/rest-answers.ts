import type { Problem } from '../checks/problem.ts';

/** What a request is answered with; `body` is JSON. */
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
}

export const refuse = (status: number, code: number, message: string): Answer => ({
  status,
  body: { code, message },
});
export const invalid = (problem: Problem): Answer => ({ status: 400, body: problem });

export const UNKNOWN_INTERACTION = refuse(404, 10062, 'Unknown interaction');
export const UNKNOWN_WEBHOOK = refuse(404, 10015, 'Unknown Webhook');
export const UNKNOWN_MESSAGE = refuse(404, 10008, 'Unknown Message');
export const UNKNOWN_CHANNEL = refuse(404, 10003, 'Unknown Channel');
/** Of an interaction that is older than 15 minutes. */
export const INVALID_WEBHOOK_TOKEN = refuse(401, 50027, 'Invalid Webhook Token');
export const NOT_ITS_OWN = refuse(403, 50005, 'Cannot edit a message authored by another user');
export const UNKNOWN_EMOJI = refuse(400, 10014, 'Unknown Emoji');
