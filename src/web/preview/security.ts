import { MIMEType } from 'node:util';
import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { secureHeaders } from 'hono/secure-headers';

/** The largest body that the page sends, in bytes: a form with its longest fields. */
const MOST_BYTES = 64 * 1024;

/** Everything from this server alone, and no script in the page itself. */
export const headers: MiddlewareHandler = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    // The components set colours and positions by style attributes.
    styleSrcAttr: ["'unsafe-inline'"],
    imgSrc: ["'self'"],
    connectSrc: ["'self'"],
    baseUri: ["'none'"],
    formAction: ["'none'"],
    frameAncestors: ["'none'"],
  },
  xFrameOptions: 'DENY',
  referrerPolicy: 'no-referrer',
  strictTransportSecurity: false,
});

/** Lets only JSON in that a page of this server sends. */
export const onlyFromHere: MiddlewareHandler = async (context, next) => {
  const { req } = context;
  const site = req.header('sec-fetch-site');
  const origin = req.header('origin');
  const fromHere = site === undefined || site === 'same-origin';
  if (!fromHere || (origin !== undefined && hostOf(origin) !== req.header('host')))
    return context.json(
      { error: 'This was sent by another page; it takes only what its own page sends.' },
      403,
    );
  if (!isJson(req.header('content-type')))
    return context.json({ error: 'Please send JSON (content-type: application/json).' }, 415);
  return next();
};

export const limitedBody: MiddlewareHandler = bodyLimit({
  maxSize: MOST_BYTES,
  onError: (context) =>
    context.json({ error: `This is too long: at most ${MOST_BYTES} bytes are taken.` }, 413),
});

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}

/** Whether a content type is JSON's, whatever its parameters are. */
function isJson(contentType = ''): boolean {
  try {
    return new MIMEType(contentType).essence === 'application/json';
  } catch {
    return false;
  }
}
