/* oxlint-disable typescript/no-explicit-any -- what came is read as the test likes */

/** What the preview's page does over HTTP, without a browser; `address` is where the pages are served. */
export function createPreviewClient(address: string) {
  async function told(match: (change: any) => boolean): Promise<any> {
    const response = await fetch(`${address}/preview/events`);
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
      text += part.value;
      const lines = text.split('\n\n');
      text = lines.pop() ?? '';
      const change = lines.map((line) => JSON.parse(line.replace(/^data: /, ''))).find(match);
      if (change === undefined) continue;
      await reader?.cancel();
      return change;
    }
    throw new Error('the stream ended');
  }

  return {
    get: (path: string): Promise<Response> => fetch(`${address}/preview${path}`),
    async json(path: string): Promise<any> {
      return (await fetch(`${address}/preview${path}`)).json();
    },
    async post(path: string, body: unknown, headers: Readonly<Record<string, string>> = {}) {
      const response = await fetch(`${address}/preview/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      });
      const answer: any = await response.json();
      return { status: response.status, body: answer };
    },
    /** The first thing the page is told, now or later, that `match` is true of. */
    told,
    /** The first message with these words in it. */
    answered: (words: string): Promise<any> =>
      told(({ kind, message }) => kind === 'message' && JSON.stringify(message).includes(words)),
  };
}
