import { RateLimiterMemory } from 'rate-limiter-flexible';
import { afterEach, expect, it } from 'vitest';
import { commands } from '../../../src/discord/commands/index.ts';
import { definition } from '../../../src/discord/commands/define/command.ts';
import { openAnswerer } from '../../../src/discord/roles/answer-handed-on.ts';
import * as interactions from '../../../src/discord-double/interactions.ts';
import { storedMessage } from '../../../src/discord-double/messages.ts';
import { asGuest, filled, IDS, OTHER_PERSON, PERSON } from '../../support/discord/discord-payloads.ts';
import { createMemoryJobs } from '../../support/stores/memory-jobs.ts';
import { runBot } from '../../support/discord/running-bot.ts';

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).toReversed()) await stop();
});

async function runAlone() {
  const running = await runBot();
  stops.push(() => running.stop());
  return running;
}

/** One process is connected, another one answers. */
async function runHandingOn() {
  const counter = new RateLimiterMemory({ points: Number.MAX_SAFE_INTEGER, duration: 60 });
  const { jobs, state } = createMemoryJobs();
  const running = await runBot({ handOn: { jobs, counter } });
  stops.push(() => running.stop());
  const { app, discord, log } = running;
  const { token, apiUrl } = discord;
  const of = { app, token, apiUrl, guildId: null, logQuestions: false, readerUrl: null, counter, log };
  const answerer = await openAnswerer(of);
  stops.push(() => answerer.stop());
  state.work = (payload) => answerer.answer(payload);
  return running;
}

type Payload = interactions.InteractionPayload;
const same = (payload: Payload): Payload => payload;

/** Says who said the first quote of an answer, from the place that `from` makes of the server. */
async function correct(
  { discord }: Awaited<ReturnType<typeof runBot>>,
  from: (payload: Payload) => Payload,
  channelId: string = IDS.channel,
  person = PERSON,
): Promise<string> {
  const by = { by: person, channelId };
  const question = filled({ question: 'What did the US offer on missiles?' });
  const asked = await discord.interact(from(interactions.slashCommand('ask', question, by))).edited();
  const [, customId = ''] = /"custom_id":"(wrong:[^"]+)"/.exec(JSON.stringify(asked.body.components)) ?? [];
  const on = storedMessage({ content: 'what was answered' });
  const form = await discord.interact(from(interactions.buttonClick(on, customId, by))).callback();
  // Nobody fills in what is refused then.
  if (form.body.data.components === undefined || form.body.data.custom_id === undefined)
    return form.body.data.content;
  const sent = interactions.formSubmit(form.body.data, { speaker: 'Nobody', note: '' }, by);
  return (await discord.interact(from(sent)).edited()).body.content;
}

it.each([
  ['here', runAlone],
  ['handed on', runHandingOn],
])(
  'the only server that has the bot edits the operator’s collection, its members also directly, and nobody else: %s',
  async (_where, run) => {
    const running = await run();
    expect(await correct(running, same)).toContain('Thank you');
    expect(await running.app.corrections()).toHaveLength(1);
    expect(await correct(running, asGuest)).toContain('nothing is changed in them from here');
    expect(await correct(running, same, IDS.directChannel, OTHER_PERSON)).toContain(
      'nothing is changed in them from here',
    );
    expect(await running.app.corrections()).toHaveLength(1);
    expect(await correct(running, same, IDS.directChannel)).toContain('Thank you');
    expect(await running.app.corrections()).toHaveLength(2);
    expect(await correct(running, same)).toContain('Thank you');
  },
);

it('commands that edit are registered for servers that have the bot', () => {
  const editing = commands.filter(({ name }) => ['sides', 'topics', 'source'].includes(name));
  expect(editing.map((command) => definition(command).integration_types)).toEqual([[0], [0], [0]]);
});
