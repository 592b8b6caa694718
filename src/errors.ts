/**
 * An error that is safe to show as it stands: one sentence that says who, what was wanted, what came and what to do.
 * Anything else that is thrown is a bug: logged whole, shown as a reference number.
 */
export class UserError extends Error {
  override readonly name = 'UserError';
}
