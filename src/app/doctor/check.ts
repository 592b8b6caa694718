/** What was looked at, what was found, and what to do where that is not as it should be. */
export interface Check {
  readonly check: string;
  readonly ok: boolean;
  readonly found: string;
  /** Null where all is well. */
  readonly todo: string | null;
}

export function well(check: string, found: string): Check {
  return { check, ok: true, found, todo: null };
}

export function unwell(check: string, found: string, todo: string): Check {
  return { check, ok: false, found, todo };
}

/** What an error says, in one line. */
export function saying(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/\s+/g, ' ').trim();
}
