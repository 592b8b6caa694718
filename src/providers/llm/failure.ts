import { ModelFailure, type ModelFailureKind } from '../../domain/language-model.ts';

/** What the clients put on their errors, under their various names. */
interface ClientError extends Error {
  readonly status?: unknown;
  readonly status_code?: unknown;
  readonly code?: unknown;
}

/** The error and all that caused it. */
function causesOf(error: unknown): ClientError[] {
  const causes: ClientError[] = [];
  for (let at = error; at instanceof Error && causes.length < 8; at = at.cause) causes.push(at);
  return causes;
}

function kindOf(causes: readonly ClientError[]): ModelFailureKind {
  const status = causes.map((one) => one.status ?? one.status_code).find((one) => typeof one === 'number');
  if (typeof status === 'number') {
    if (status === 401 || status === 403) return 'unauthorised';
    if (status === 408) return 'timeout';
    // 529: Anthropic's "overloaded".
    if (status === 429 || status === 529) return 'busy';
    if (status >= 500) return 'server';
    if (status >= 400) return 'rejected';
  }
  if (causes.some(({ name }) => name === 'TimeoutError')) return 'timeout';
  const lost = causes.some(
    ({ name, code, message }) =>
      name === 'APIConnectionError' ||
      /^(?:E[A-Z]+|UND_ERR_\w+)$/.test(String(code)) ||
      /fetch failed|connection error|terminated|socket/i.test(message),
  );
  return lost ? 'unreachable' : 'unreadable';
}

/** Says of any error of a client what kind of failure it is. */
export function toModelFailure(error: unknown, secret: string | null): ModelFailure {
  if (error instanceof ModelFailure) return error;
  const causes = causesOf(error);
  const detail = causes.map(({ message }) => message).join('; ') || String(error);
  const shown = secret ? detail.replaceAll(secret, '(key)') : detail;
  // Some servers repeat the key that they refuse, or part of it.
  return new ModelFailure(kindOf(causes), shown.replace(/\b(?:sk|key)-[\w*-]{4,}/g, '(key)').slice(0, 500));
}
