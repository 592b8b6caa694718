/** What an answer has besides its evidence, where a test does not ask about it. */
export const FIELDS = { kind: 'said', readAs: null, headline: null, reason: null } as const;
