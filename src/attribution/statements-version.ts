/**
 * Goes up with every change to weights or rules that changes statements: articles read by an earlier version are then read
 * again by the next ingestion, their vectors kept.
 */
export const STATEMENTS_VERSION = 33;
