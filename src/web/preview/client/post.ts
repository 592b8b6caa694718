import { z } from 'zod';

const Failed = z.object({ error: z.string() });

/** Sends what the visitor did; gives the answer's JSON. Throws an error whose message is for the visitor. */
export async function post(what: string, body: object): Promise<unknown> {
  const response = await fetch(`/preview/${what}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => null);
  if (response === null) throw new Error('Parley cannot be reached; is it still running?');
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok) return answer;
  throw new Error(Failed.safeParse(answer).data?.error ?? `The answer was ${response.status}.`);
}
