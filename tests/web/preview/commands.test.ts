import { ApplicationCommandOptionType } from 'discord.js';
import { expect, it, onTestFinished } from 'vitest';
import { IDS } from '../../../src/discord-double/people.ts';
import { createPreviewClient } from '../../support/pages/preview-client.ts';
import { runPreview } from '../../support/pages/running-preview.ts';

const { Boolean: Flag, Channel, Integer, Subcommand } = ApplicationCommandOptionType;
/** The flag of a message that says only that the bot is thinking. */
const LOADING = 128;

interface Option {
  readonly type: ApplicationCommandOptionType;
  readonly name: string;
  readonly choices?: readonly { readonly value: string }[];
  readonly min_value?: number;
  readonly options?: readonly Option[];
}
interface Command extends Omit<Option, 'type'> {
  readonly type?: number;
}

function valueOf({ type, choices, min_value }: Option): string | number | boolean {
  if (type === Flag) return false;
  if (type === Channel) return IDS.channel;
  if (type === Integer) return min_value ?? 1;
  return choices?.[0]?.value ?? 'missiles';
}

it('every command that the bot registers is answered, with all its options filled in', async () => {
  const running = await runPreview();
  onTestFinished(() => running.stop());
  const page = createPreviewClient(running.address);
  const commands: readonly Command[] = await page.json('/commands');
  const slash = commands.filter(({ type = 1 }) => type === 1);
  expect(slash.length).toBeGreaterThan(5);
  for (const { name, options = [] } of slash) {
    const below = options.find(({ type }) => type === Subcommand);
    const filled = (below?.options ?? options).map((option) => [option.name, valueOf(option)]);
    const values = Object.fromEntries(filled);
    const subcommand = below === undefined ? {} : { subcommand: below.name };
    const sent = await page.post('command', { channel: IDS.channel, name, ...subcommand, values });
    expect(sent).toEqual({ status: 200, body: {} });
    await page.told(({ message }) => message?.interaction?.name === name && (message.flags & LOADING) === 0);
  }
  expect(running.lines().filter(({ level }) => level > 30)).toEqual([]);
});
