/** What is sent to a model: its rules, and the data that they are about. */
export interface Prompt {
  readonly rules: string;
  readonly data: string;
}

/**
 * Why a model gave nothing that can be used. `timeout`, `unauthorised` (401, 403), `busy` (429), `server` (5xx),
 * `unreachable` (no connection), `rejected` (another 4xx: an unknown model, say), `refusal` (the model declined), `empty`,
 * `endless` (it did not stop), `unreadable` (not the JSON that was asked for), `resting` (not asked, after failures in a row).
 */
export type ModelFailureKind =
  | 'timeout'
  | 'unauthorised'
  | 'busy'
  | 'server'
  | 'unreachable'
  | 'rejected'
  | 'refusal'
  | 'empty'
  | 'endless'
  | 'unreadable'
  | 'resting';

/** A model did not answer. `detail` is for the log: what came, in the words of the client; never a key. */
export class ModelFailure extends Error {
  override readonly name = 'ModelFailure';
  readonly kind: ModelFailureKind;

  constructor(kind: ModelFailureKind, detail: string, options?: ErrorOptions) {
    super(`${kind}: ${detail}`, options);
    this.kind = kind;
  }
}

/** A model as Parley uses it: text in, text out. */
export interface LanguageModel {
  /** Provider and model ("openai:gpt-4o-mini"): part of what answers are kept under. */
  readonly name: string;
  /**
   * One answer, read by `read`; what `read` throws counts as an unreadable answer.
   * Rejects with `ModelFailure`, or with the signal's reason when aborted; always within the time set for the model.
   */
  complete<T>(prompt: Prompt, read: (text: string) => T, signal?: AbortSignal): Promise<T>;
}
