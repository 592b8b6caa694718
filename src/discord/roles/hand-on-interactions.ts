import type { Logger } from 'pino';
import { loggable } from '../../domain/loggable.ts';
import { UserError } from '../../errors.ts';
import { isGone } from '../failure.ts';
import type { Journal } from '../journal.ts';
import type { Intake } from '../messages/intake.ts';
import { privateOptions } from '../layout/message-options.ts';
import { sentenceReply } from '../reply.ts';
import { deferAnswer, turnAway, type Responder } from '../respond.ts';
import type { Asked, Task } from '../task.ts';
import { describeServer } from './describe-server.ts';
import { ANSWER_JOB, writeHandedOn, type Jobs } from './handed-on.ts';
import type { Packets } from './packets.ts';
import { REFUSAL_WORDS } from '../words/refusal-words.ts';

/** Whoever answers waits so long for the acknowledgement, then makes it: who took it in may have died before. */
const HELD_MS = 2_000;

export interface HandOnDependencies {
  readonly intake: Intake;
  readonly journal: Journal;
  readonly jobs: Jobs;
  readonly packets: Packets;
  readonly log: Logger;
}

/**
 * Acknowledges, and leaves the answer to another process. Of several processes that are connected and see the same, one
 * does: the first whose job is kept. Nothing in it rejects.
 */
export function createHandOnInteractions({
  intake,
  journal,
  jobs,
  packets,
  log,
}: HandOnDependencies): Responder {
  async function handOn(interaction: Asked, task: Task, defer: () => Promise<unknown>): Promise<void> {
    const { about, place, settings, counts } = task;
    const { id } = interaction;
    const end = journal.begin();
    const payload = (isAcknowledged: boolean): string =>
      writeHandedOn({
        event: 'interaction',
        packet: packets.of(id),
        server: interaction.guild && describeServer(interaction.guild, interaction.channel),
        isAcknowledged,
        servers: interaction.client.guilds.cache.size,
      });
    try {
      if (!(await jobs.add(ANSWER_JOB, id, payload(false), HELD_MS))) return;
      const refusal = await intake.refusal(place, settings, counts);
      if (refusal) {
        await jobs.remove(id);
        await turnAway(interaction, refusal);
        return end({ about, ending: refusal.reason });
      }
      await intake.track(async () => {
        await defer();
        await jobs.release(id, payload(true));
      });
      end({ about, ending: 'done' });
    } catch (error) {
      const logged = { ...about, interaction: id, err: loggable(error) };
      if (isGone(error)) {
        log.warn(logged, 'interaction expired');
        // Nobody waits for the answer, or another process of the bot gives it.
        await jobs.remove(id).catch(() => undefined);
      } else {
        log.error(logged, 'interaction could not be handed on');
        await apologize(interaction, error);
      }
      end({ about, ending: isGone(error) ? 'gone' : 'failed' });
    }
  }

  /** Once acknowledged, the job is there, and is done when whoever answers finds it. */
  async function apologize(interaction: Asked, error: unknown): Promise<void> {
    if (interaction.deferred || interaction.replied) return;
    const reply = sentenceReply(error instanceof UserError ? error.message : FAILED);
    try {
      await interaction.reply(privateOptions(reply));
    } catch (refused) {
      log.warn({ err: loggable(refused) }, 'no answer at all');
    }
  }

  return {
    answer: (interaction, task) => handOn(interaction, task, () => deferAnswer(interaction, task)),
    update: (interaction, task) => handOn(interaction, task, () => interaction.deferUpdate()),
    publish: (interaction, task) => handOn(interaction, task, () => interaction.deferUpdate()),
  };
}

const FAILED = REFUSAL_WORDS.wentWrongAskAgain;
