import { readFileSync } from 'node:fs';
import { Hono } from 'hono';

const TYPES = {
  'reader.css': 'text/css; charset=utf-8',
  'reader.js': 'text/javascript; charset=utf-8',
  'reader.svg': 'image/svg+xml',
};

/** The style sheet, the script and the icon of the pages: these files and no others. */
export function createAssets(): Hono {
  const routes = new Hono();
  for (const [name, type] of Object.entries(TYPES)) {
    const body = readFileSync(new URL(`client/${name}`, import.meta.url), 'utf8');
    routes.get(`/${name}`, (c) => c.body(body, 200, { 'Content-Type': type }));
  }
  return routes;
}
