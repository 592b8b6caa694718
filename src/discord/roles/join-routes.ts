import type { BotDependencies } from './bot-dependencies.ts';
import { commands, messageCommands } from '../commands/index.ts';
import { createDispatch } from '../dispatch.ts';
import { createJournal } from '../journal.ts';
import { createAdditions } from '../messages/addition.ts';
import { createIntake, type Counter } from '../messages/intake.ts';
import { createMentions } from '../messages/mentions.ts';
import { createResponder } from '../respond.ts';
import { createDoor, type DoorDependencies } from '../servers/door.ts';
import { createSettingsReader } from '../server-settings.ts';
import { createHandOnInteractions } from './hand-on-interactions.ts';
import { createHandOnMessages } from './hand-on-messages.ts';
import type { Jobs } from './handed-on.ts';
import type { Packets } from './packets.ts';

export interface RoutesDependencies extends Pick<
  BotDependencies,
  'app' | 'collections' | 'logQuestions' | 'readerUrl' | 'log'
> {
  readonly isOperators: DoorDependencies['isOperators'];
  readonly isAmongOperators: DoorDependencies['isAmongOperators'];
  /** Counts questions for several processes; without it, this one counts. */
  readonly counter?: Counter | undefined;
  /** Leaves what is asked to other processes; without it, it is answered here. */
  readonly handOn?: { readonly jobs: Jobs; readonly packets: Packets } | undefined;
  /** What comes was taken in, counted and perhaps acknowledged by another process. */
  readonly isHandedOn?: boolean;
}

/** Joins what stands between Discord's events and the commands, the same for every process that hears of them. */
export function joinRoutes(dependencies: RoutesDependencies) {
  const { app: home, collections = null, readerUrl, logQuestions, log } = dependencies;
  const { isOperators, isAmongOperators, counter, handOn, isHandedOn = false } = dependencies;
  const readSettings = createSettingsReader({ app: home, log });
  const door = createDoor({ app: home, collections, readSettings, readerUrl, isOperators, isAmongOperators });
  const intake = createIntake(counter);
  const journal = createJournal({ log, logQuestions });
  const additions = createAdditions({ journal, log });
  const responder = handOn
    ? createHandOnInteractions({ intake, journal, log, ...handOn })
    : createResponder({
        intake: isHandedOn ? { ...intake, refusal: async () => null } : intake,
        additions,
        journal,
        log,
        isHandedOn,
      });
  const onInteraction = createDispatch({
    home,
    door,
    collections,
    commands,
    messageCommands,
    responder,
    readSettings,
    log,
  });
  const mentions = handOn
    ? createHandOnMessages({ readSettings, log, ...handOn })
    : createMentions({ door, commands, intake, additions, journal, readSettings, log });
  return { readSettings, door, intake, journal, onInteraction, mentions };
}
