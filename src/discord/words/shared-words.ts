/** Words that many replies have. */
export const SHARED_WORDS = {
  andMore: (count: number) => ` and ${count} more`,
  onTopic: (topic: string) => `on ${topic}`,
  /** "US on Missiles". */
  whoOnTopic: (who: string, topic: string) => `${who} on ${topic}`,
  since: (day: string) => `since ${day}`,
  pageOf: (page: number, pages: number) => ` · ${page} of ${pages}`,
} as const;
