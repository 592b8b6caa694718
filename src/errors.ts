/**
 * An error that is safe to show as it stands: one sentence that says who, what was wanted, what came and what to do.
 * Anything else that is thrown is a bug: logged whole, shown as a reference number.
 */
export class UserError extends Error {
  override readonly name = 'UserError';
}

/** A `UserError` about what was typed (a question, a filter, an option) rather than about files or the store. */
export class UsageError extends UserError {}
