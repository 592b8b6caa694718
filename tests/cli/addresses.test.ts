import { expect, it } from 'vitest';
import { cli } from '../support/cli.ts';
import { temporaryFolder } from '../support/folders.ts';
import { pageOf, startNewsSite, type NewsSite } from '../support/pages/news-site.ts';
import { pdfOf } from '../support/source-files.ts';

const PAGE = pageOf('Talks end', {
  body: '<p>“We offered to limit missiles,” Wendy Sherman said on Monday in the old town hall of Geneva.</p>',
});

const newsSite = (): Promise<NewsSite> =>
  startNewsSite(({ url }, response) => {
    if (url === '/talks-end-in-geneva') response.writeHead(200, { 'content-type': 'text/html' }).end(PAGE);
    else if (url === '/paper')
      response
        .writeHead(200, { 'content-type': 'application/pdf' })
        .end(pdfOf([['Nothing is said here.'], ['"We will not sign," Sergei Ryabkov said.']]));
    else response.writeHead(404).end();
  });

it('parley read shows what an address holds, and refuses what is no public one in a sentence', async () => {
  const site = await newsSite();
  const url = site.at('/talks-end-in-geneva', '127.0.0.1');
  const read = await cli(['read', '--json', url], { environment: { FETCH_ALLOW: '127.0.0.1' } });
  expect({ code: read.code, read: read.json() }).toMatchObject({
    code: 0,
    read: [
      {
        id: expect.stringMatching(/^talks-end-in-geneva-[0-9a-f]{6}$/),
        title: 'Talks end',
        url,
        partial: false,
      },
    ],
  });
  expect(await cli(['read', '--json', url])).toMatchObject({
    code: 1,
    out: '',
    err:
      `${url} cannot be read: 127.0.0.1 is this machine's own address, which is not fetched from unless FETCH_ALLOW names it.\n` +
      '1 of 1 files could not be read.\n',
  });
});

it('parley ingest reads a PDF from its address, and a citation shows the page', async () => {
  const site = await newsSite();
  const url = site.at('/paper', '127.0.0.1');
  const at = ['--data', temporaryFolder()];
  const environment = { FETCH_ALLOW: '127.0.0.0/8' };
  const ingested = await cli(['ingest', url, ...at], { environment });
  expect(ingested).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^added {5}http.*\/paper \(\d+ sentences/),
  });
  expect(ingested.err).toContain(`fetched ${url}\n`);
  const { json } = await cli(['verify', 'We will not sign', '--json', ...at]);
  expect(json()).toMatchObject([{ verdict: 'verbatim', match: { url, place: 'page 2' } }]);
  const { out } = await cli(['verify', 'We will not sign', ...at]);
  expect(out).toContain(', page 2');
});
