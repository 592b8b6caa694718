import type { Sent } from '../kept-messages.ts';
import type { Answer } from './rest-answers.ts';

export interface Route {
  readonly method: string;
  readonly path: RegExp;
  /** Routes of interactions carry their token in the path instead. */
  readonly withoutAuthorization?: true;
  answer(parts: readonly string[], sent: Sent, query: Readonly<Record<string, string>>): Answer;
}
