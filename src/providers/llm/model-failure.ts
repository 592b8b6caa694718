import { ModelFailure, type ModelFailureKind } from '../../domain/model/language-model.ts';

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

/**
 * Says of any error of a client what kind of failure it is. Of its words none are kept: clients write what was sent, what
 * came back and, as some servers do, the key into them.
 */
export function toModelFailure(error: unknown): ModelFailure {
  if (error instanceof ModelFailure) return error;
  const causes = causesOf(error);
  const told = causes.flatMap(({ name, status, status_code, code }) => {
    const [number] = [status, status_code].filter((one) => typeof one === 'number');
    const word = typeof code === 'string' && /^[\w.-]{1,60}$/.test(code) ? code : null;
    return [[name, number, word].filter((one) => one !== undefined && one !== null).join(' ')];
  });
  return new ModelFailure(kindOf(causes), [...new Set(told)].join(', ') || `a ${typeof error}`);
}
