import { expect, it } from 'vitest';
import { createChangesSeen } from '../../../src/web/preview/changes-seen.ts';
import { writtenMessage } from '../../../src/discord-double/messages.ts';
import { IDS, user } from '../../../src/discord-double/people.ts';

const person = user(IDS.person, 'Ada', false);
const written = (content: string) =>
  ({
    kind: 'message',
    message: writtenMessage(content, { author: person, channelId: IDS.channel }),
  }) as const;

it('keeps the newest messages, and the commands however long ago they were registered', () => {
  const conversation = createChangesSeen();
  conversation.add({ kind: 'commands', commands: [] });
  for (let n = 0; n < 400; n++) conversation.add(written(`message ${n}`));
  const shown = conversation.shown();
  expect(shown).toHaveLength(300);
  expect(shown).toContainEqual({ kind: 'commands', commands: [] });
  const messages = shown.flatMap((change) => (change.kind === 'message' ? change.message.content : []));
  expect([messages[0], messages.at(-1)]).toEqual(['message 101', 'message 399']);
});
