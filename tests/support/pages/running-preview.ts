import { createBot } from '../../../src/discord/bot.ts';
import { DEFAULT_SETTINGS, MOST_A_MINUTE, writeSettings } from '../../../src/discord/server-settings.ts';
import { IDS } from '../../../src/discord-double/people.ts';
import { startPreview } from '../../../src/web/preview/preview.ts';
import { startWeb } from '../../../src/web/start.ts';
import { createFakeApp, type FakeApp } from '../fake-app.ts';
import { captureLog } from '../discord/running-bot.ts';

/** The real bot on the preview’s Discord, and its page served on loopback; as many questions are taken as a server can allow. */
export async function runPreview(app: FakeApp = createFakeApp()) {
  const captured = captureLog();
  const settings = { ...DEFAULT_SETTINGS, perUser: MOST_A_MINUTE, perServer: MOST_A_MINUTE };
  await writeSettings(app, IDS.guild, settings);
  const preview = await startPreview({
    app,
    log: { info: (message) => captured.log.info(message), warn: (message) => captured.log.warn(message) },
  });
  const { apiUrl, token, guildId } = preview;
  const bot = createBot({
    app,
    apiUrl,
    token,
    guildId,
    logQuestions: false,
    readerUrl: null,
    log: captured.log,
  });
  await bot.start();
  const web = await startWeb({
    app,
    preview: preview.routes,
    host: '127.0.0.1',
    port: 0,
    publicUrl: null,
    log: captured.log,
  });
  return {
    app,
    preview,
    address: web.url,
    ...captured,
    async stop(): Promise<void> {
      await web.close();
      await bot.stop();
      await preview.close();
    },
  };
}
