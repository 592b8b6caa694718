import { z } from 'zod';

/** Who and where, as the page says it. */
export const FACTS = z
  .object({
    channel: z.string(),
    channelName: z.string(),
    bot: z.string(),
    botName: z.string(),
    visitor: z.string(),
    visitorName: z.string(),
  })
  .parse(Object.fromEntries(Object.entries(document.body.dataset)));
