import { rm } from 'node:fs/promises';
import { ApplicationCommandOptionType, ApplicationCommandType, PermissionFlagsBits } from 'discord.js';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { commands, messageCommands } from '../../../src/discord/commands/index.ts';
import { createBot } from '../../../src/discord/bot.ts';
import { DEFAULT_SETTINGS, MOST_A_MINUTE, writeSettings } from '../../../src/discord/server-settings.ts';
import * as interactions from '../../../src/discord-double/interactions.ts';
import { storedMessage } from '../../../src/discord-double/messages.ts';
import { createSite } from '../../../src/web/site.ts';
import { startDiscordDouble } from '../../support/discord/discord-double.ts';
import {
  filled,
  IDS,
  inServer,
  OTHER_PERSON,
  PERSON,
  type OptionValue,
} from '../../support/discord/discord-payloads.ts';
import {
  openCollections,
  crossed,
  FIELDS,
  fill,
  twoMade,
  type Made,
} from '../../support/made-collections.ts';
import { captureLog } from '../../support/discord/running-bot.ts';

/** Messages come from the first, which the double is of. */
const SERVERS = [IDS.guild, '900000000000000032'] as const;

const OPTIONS = (of: Made): Readonly<Record<string, OptionValue>> => ({
  question: `What did ${of.first} ${of.last} offer on the ${of.topic}?`,
  quote: `We offer 1 more ${of.thing} for the ${of.topic}`,
  name: `${of.first} ${of.last}`,
  speaker: `${of.first} ${of.last}`,
  side: of.side,
  side2: of.side2,
  topic: of.topic,
  which: 1,
});

const Sent = z.array(z.tuple([z.unknown(), z.unknown()]));
const OpenedForm = z.looseObject({
  type: z.literal(9),
  data: z.custom<interactions.Form>((data) => typeof data === 'object'),
});

/** The forms that were opened. */
function formsIn(out: string): interactions.Form[] {
  return Sent.parse(JSON.parse(out)).flatMap(([body]) => {
    const opened = OpenedForm.safeParse(body);
    return opened.success ? [opened.data.data] : [];
  });
}

/** A form sent off with one word in each of its fields. */
function filledForm(form: interactions.Form, value: string): interactions.InteractionPayload {
  const fields = form.components.map(({ component }) => [component.custom_id, value] as const);
  return interactions.formSubmit(form, Object.fromEntries(fields), {
    by: PERSON,
    permissions: PermissionFlagsBits.ManageGuild,
  });
}

const actionOf = (id: string): string => id.split(':')[0] ?? '';

/** A button of each action. */
const buttonsIn = (out: string): string[] => [
  ...new Map(
    Array.from(out.matchAll(/"custom_id":"([^":]+)([^"]*)"/g), ([, action = '', rest = '']) => [
      action,
      action + rest,
    ]),
  ).values(),
];

it('nothing of one server’s collection reaches another, whichever way it is asked for', async () => {
  await fc.assert(
    fc.asyncProperty(twoMade, async (both) => {
      const { log } = captureLog();
      const { dir, collections } = await openCollections();
      const discord = await startDiscordDouble();
      const { apiUrl, token } = discord;
      const app = collections.shared;
      const readerUrl = 'https://parley.example';
      const bot = createBot({
        app,
        collections,
        token,
        apiUrl,
        guildId: null,
        logQuestions: false,
        readerUrl,
        log,
      });
      try {
        const keys = [await fill(collections, dir, both[0]), await fill(collections, dir, both[1])];
        for (const [i, id] of SERVERS.entries()) {
          const key = keys[i] ?? '';
          const ties = { collections: [{ key, name: 'own' }], collection: key };
          const most = { perUser: MOST_A_MINUTE, perServer: MOST_A_MINUTE };
          await writeSettings(app, id, { ...DEFAULT_SETTINGS, ...most, ...ties });
        }
        await bot.start();

        const send = async (payload: interactions.InteractionPayload): Promise<string> => {
          const sent = discord.interact(payload);
          const { body } = await sent.callback();
          // Deferred: what it becomes is an edit, or a message of its own.
          if (body.type === 5 || body.type === 6) await Promise.race([sent.edited(), sent.followedUp()]);
          const { id, token: answer } = sent;
          const of = discord.recorded.filter((one) => one.path.includes(id) || one.path.includes(answer));
          return JSON.stringify(
            of.map((one) => [one.body, one.files.map(({ bytes }) => Buffer.from(bytes).toString('latin1'))]),
          );
        };

        let [looked, own, forms] = [0, 0, 0];
        for (const [i, server] of SERVERS.entries()) {
          const [mine, other] = i === 0 ? both : [both[1], both[0]];
          const otherServer = SERVERS[1 - i] ?? '';
          const check = (out: string, asked: string, what: string): void => {
            looked++;
            if (crossed(out, asked, mine).length > 0) own++;
            expect(crossed(out, asked, other), what).toEqual([]);
          };
          // Whoever may correct is shown the form for it.
          const by = { by: PERSON, permissions: PermissionFlagsBits.ManageGuild };
          for (const command of commands.filter(({ isOfServer }) => !isOfServer)) {
            const options = command.options();
            const names = options.map(({ name }) => name);
            for (const values of [OPTIONS(mine), OPTIONS(other)]) {
              const wanted = Object.fromEntries(
                Object.entries(values).filter(([name]) => names.includes(name)),
              );
              const asked = JSON.stringify(wanted);
              const slash = interactions.slashCommand(command.name, filled(wanted), by);
              const out = await send(inServer(slash, server));
              check(out, asked, `/${command.name}`);
              // Copied into the other server, a button finds nothing of what it was made for.
              const ids = buttonsIn(out);
              for (const id of ids) {
                // A click of its own each time: what was answered is told by its id.
                const click = () => interactions.buttonClick(storedMessage({ content: '' }), id, by);
                const there = await send(inServer(click(), otherServer));
                expect(crossed(there, '', mine), `${id} in another server`).toEqual([]);
                const clicked = await send(inServer(click(), server));
                check(clicked, asked, id);
                ids.push(
                  ...buttonsIn(clicked).filter(
                    (next) => !ids.some((one) => actionOf(one) === actionOf(next)),
                  ),
                );
                for (const form of formsIn(clicked)) {
                  const submit = () => filledForm(form, mine.last);
                  const elsewhere = await send(inServer(submit(), otherServer));
                  expect(crossed(elsewhere, mine.last, mine), `form of ${id} in another server`).toEqual([]);
                  check(await send(inServer(submit(), server)), mine.last, `form of ${id}`);
                  forms++;
                }
              }
            }
            for (const { name, type } of options) {
              if (type !== ApplicationCommandOptionType.String) continue;
              for (const typed of ['', other[FIELDS[0]].slice(0, 2), other.last.slice(0, 3)]) {
                const focused = filled({ [name]: typed }).map((one) => ({ ...one, focused: true as const }));
                const typing = interactions.autocomplete(command.name, focused, by);
                check(await send(inServer(typing, server)), '', `typing ${name} of /${command.name}`);
              }
            }
          }
          if (server === IDS.guild) {
            for (const of of [mine, other]) {
              const asked = `${OPTIONS(of).question}`;
              const { answer, body } = await discord.message(`<@${IDS.bot}> ${asked}`).replied();
              check(JSON.stringify(body), asked, 'a mention');
              const on = `and what did ${other.person2} say about the ${other.topic}?`;
              const next = await discord.message(on, { repliesTo: answer }).replied();
              check(JSON.stringify(next.body), `${asked} ${on}`, 'a reply');
              for (const said of ['list speakers', 'show me the matrix', 'which articles do you have']) {
                const list = await discord.message(`<@${IDS.bot}> ${said}`).replied();
                check(JSON.stringify(list.body), '', said);
              }
            }
          }
          for (const { name } of messageCommands) {
            const content = `“We offer 1 more ${other.thing} for the ${other.topic}”`;
            const target = storedMessage({ author: OTHER_PERSON, content });
            const payload = interactions.messageCommand(name, target, by);
            expect(payload.data).toMatchObject({ type: ApplicationCommandType.Message });
            check(await send(inServer(payload, server)), content, name);
          }

          const site = createSite({
            app,
            collections,
            preview: null,
            hosts: null,
            behindProxy: false,
            log,
            answerWithinMs: 60_000,
            questionsPerMinute: 10_000,
          });
          const base = `/c/${keys[i]}`;
          for (const of of [mine, other]) {
            const [topic, side, name] = [of.topic, of.side, encodeURIComponent(`${of.first} ${of.last}`)];
            const paths = [
              '/',
              '/matrix.svg',
              '/articles/story-1',
              '/speakers',
              `/speakers/${name}`,
              `/positions/${side}/${topic}`,
              `/compare/${topic}`,
              `/timeline/${topic}`,
              `/timeline/${topic}/picture.svg`,
              '/changes',
              `/changes/picture.svg?topic=${topic}`,
              `/search?q=${encodeURIComponent(`what did ${of.first} ${of.last} offer?`)}`,
              '/quotes/story-1/1-40',
              ...['csv', 'jsonl', 'markdown', 'bibtex'].map((format) => `/export/${format}`),
              ...['rss', 'atom', 'json'].map((kind) => `/feed/${kind}?speaker=${name}`),
              ...['rss', 'atom', 'json'].map((kind) => `/feed/${kind}`),
            ];
            for (const one of paths) {
              // Twice: the second may be one that was kept.
              for (let time = 0; time < 2; time++)
                check(await (await site.request(base + one)).text(), decodeURIComponent(one), base + one);
              const shared = await (await site.request(one)).text();
              expect(crossed(shared, decodeURIComponent(one), other), one).toEqual([]);
              expect(crossed(shared, decodeURIComponent(one), mine), one).toEqual([]);
            }
          }
        }
        expect(looked).toBeGreaterThan(200);
        expect(forms).toBeGreaterThan(1);
        // What is its own, it gets.
        expect(own).toBeGreaterThan(looked / 3);
      } finally {
        await bot.stop();
        await discord.stop();
        await collections.close();
        await rm(dir, { recursive: true, force: true });
      }
    }),
    { numRuns: 1 },
  );
}, 300_000);
