import { PermissionFlagsBits } from 'discord.js';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readSettings } from '../../../src/discord/server-settings.ts';
import { slashCommand } from '../../../src/discord-double/interactions.ts';
import { asGuest, filled, IDS, PERSON } from '../../support/discord/discord-payloads.ts';
import { createFakeApp } from '../../support/fake-app.ts';
import { createFakeCollections } from '../../support/fake-collections.ts';
import { runBot } from '../../support/discord/running-bot.ts';

const MANAGE = PermissionFlagsBits.ManageGuild;
const ELSEWHERE = '900000000000000090';
const question = 'which missiles?';

let app: ReturnType<typeof createFakeApp>;
let fake: ReturnType<typeof createFakeCollections>;
let running: Awaited<ReturnType<typeof runBot>>;

beforeEach(async () => {
  app = createFakeApp();
  fake = createFakeCollections(app);
  running = await runBot({ app, collections: fake.collections });
});
afterEach(() => running.stop());

const told = async (options: Record<string, string>): Promise<string> => {
  const { body } = await running.discord.subcommand('parley', 'collection', options, MANAGE).edited();
  return [body.content, ...body.cards.map(({ description }: { description: string }) => description)].join(
    '\n',
  );
};
const asked = async (): Promise<string> =>
  JSON.stringify((await running.discord.slash('ask', { question }).edited()).body);

it('a server begins its own, is answered from it alone, and goes back to the shared one', async () => {
  expect(await asked()).toContain('certain missile systems');
  expect(await told({ new: 'Port strike' })).toContain('**I answer from** · Port strike');
  expect(await asked()).toContain('Harbour1');
  expect(await asked()).not.toContain('certain missile systems');
  expect(await told({ use: 'shared' })).toContain('**I answer from** · the shared collection, read only');
  expect(await asked()).not.toContain('Harbour1');
  expect(await told({ use: 'port strike' })).toContain('**I answer from** · Port strike');
});

it('a channel reads another one than its server', async () => {
  await told({ new: 'Port strike' });
  const shown = await told({ use: 'shared', channel: IDS.channel });
  expect(shown).toContain('**I answer from** · Port strike');
  expect(shown).toContain(`**In <#${IDS.channel}>** · the shared collection`);
  expect(await asked()).toContain('certain missile systems');
  await told({ channel_off: IDS.channel });
  expect(await asked()).toContain('Harbour1');
});

it('ties are kept over a restart, and by a reset of the settings', async () => {
  await told({ new: 'Port strike' });
  await running.discord.subcommand('parley', 'settings', { reset: true }, MANAGE).edited();
  await running.stop();
  running = await runBot({ app, collections: fake.collections, settings: null });
  expect(await asked()).toContain('Harbour1');
});

it('what is removed is gone, and the server reads the shared one again', async () => {
  await told({ new: 'Port strike' });
  const { answer } = await running.discord.slash('ask', { question }).edited();
  expect(await told({ remove: 'Port strike' })).toContain('**This server’s own** · none');
  expect(fake.apps.size).toBe(0);
  expect(await asked()).toContain('certain missile systems');
  const click = running.discord.click(answer, 'Context');
  expect((await click.callback()).body.type).toBe(7);
});

it('names are a server’s own: nobody reads by a key, nor what another server has', async () => {
  await told({ new: 'Port strike' });
  const [key = ''] = fake.apps.keys();
  expect(await told({ use: key })).toMatch(
    /There is no collection “0{31}1” of this server; there are: shared, Port strike\./,
  );
  expect(await told({ new: 'Shared' })).toContain('There is a collection “Shared” already');
  expect(fake.apps.size).toBe(1);
  expect((await readSettings(app, ELSEWHERE)).collections).toEqual([]);
});

it('only who may manage the server sees and changes them', async () => {
  const { body } = await running.discord.subcommand('parley', 'collection', { new: 'Mine' }, 0n).edited();
  expect(body.content).toMatch(/^Only who may manage this server/);
  expect(fake.apps.size).toBe(0);
});

it('a refused one leaves nothing behind', async () => {
  expect(await told({ new: 'Port strike', use: 'nowhere' })).toContain('There is no collection “nowhere”');
  await told({ new: 'Port strike', remove: 'Port strike' });
  expect(fake.apps.size).toBe(0);
  const chosen = [{ name: 'collection', type: 1, options: filled({ new: 'Port strike' }) }];
  const sent = slashCommand('parley', chosen, { by: PERSON, permissions: MANAGE });
  const { body } = await running.discord.interact(asGuest(sent)).edited();
  expect(body.content).toMatch(/^I am not in this server/);
  expect(fake.apps.size).toBe(0);
});
