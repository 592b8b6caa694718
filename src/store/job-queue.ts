/** Something that one process leaves to another. */
export interface Job {
  readonly key: string;
  readonly payload: string;
  /** How often it was begun, this time included. */
  readonly tries: number;
}

/** Leaves jobs to whatever process takes them. */
export interface JobQueue {
  /**
   * Adds a job, which nobody takes within `heldMs`; false, and nothing is added, where one of that key waits or is done at
   * this moment.
   */
  add(kind: string, key: string, payload: string, heldMs?: number): Promise<boolean>;
  /** Lets a held job be taken now, with another payload. */
  release(key: string, payload: string): Promise<void>;
  /** Takes a job back that nobody has begun. */
  remove(key: string): Promise<void>;
  close(): Promise<void>;
}
