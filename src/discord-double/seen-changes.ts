import type { Form } from './interactions.ts';
import type { StoredMessage } from './messages.ts';
import type { Problem } from './checks/problem.ts';
import type { thread } from './server.ts';

/** Something that people in the server see the bot do. Ids are those of messages, channels and interactions. */
export type Change =
  /** A message is there, or has another content now. */
  | { readonly kind: 'message'; readonly message: StoredMessage }
  | { readonly kind: 'deleted'; readonly id: string }
  /** The bot has answered something, in whichever way: who did it is not waiting any more. */
  | { readonly kind: 'acknowledged'; readonly interaction: string }
  | { readonly kind: 'typing'; readonly channel: string }
  | { readonly kind: 'reaction'; readonly channel: string; readonly message: string; readonly emoji: string }
  | { readonly kind: 'thread'; readonly thread: ReturnType<typeof thread> }
  | { readonly kind: 'form'; readonly interaction: string; readonly form: Form }
  | { readonly kind: 'choices'; readonly interaction: string; readonly choices: readonly unknown[] }
  | { readonly kind: 'commands'; readonly commands: readonly unknown[] }
  /** Something the bot sent breaks a limit: Discord would not have shown it. */
  | { readonly kind: 'refused'; readonly channel: string; readonly problem: Problem };
