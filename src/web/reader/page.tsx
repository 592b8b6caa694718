import type { Context } from 'hono';
import { html } from 'hono/html';
import type { JSX } from 'hono/jsx/jsx-runtime';

/** A whole page of HTML. */
export function page(
  c: Context,
  element: JSX.Element,
  status: 200 | 404 = 200,
): Response | Promise<Response> {
  return c.html(html`<!doctype html>${element}`, status);
}
