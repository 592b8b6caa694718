/** A change that somebody made to the sides, people or topics; sides and topics are named by their ids, people by any name. */
export type TableEdit =
  | { readonly kind: 'rename-side'; readonly side: string; readonly label: string }
  | {
      readonly kind: 'new-side';
      readonly side: string;
      readonly label: string;
      readonly names: readonly string[];
    }
  | { readonly kind: 'rename-person'; readonly person: string; readonly name: string }
  /** `side` is that of both from then on. */
  | {
      readonly kind: 'merge-people';
      readonly person: string;
      readonly into: string;
      readonly side: string | null;
    }
  /** `side` is null for who speaks for none. */
  | { readonly kind: 'give-side'; readonly person: string; readonly side: string | null }
  | { readonly kind: 'rename-topic'; readonly topic: string; readonly label: string }
  | {
      readonly kind: 'new-topic';
      readonly topic: string;
      readonly label: string;
      readonly words: readonly string[];
    }
  | {
      readonly kind: 'change-words';
      readonly topic: string;
      readonly add: readonly string[];
      readonly remove: readonly string[];
    };

/** An edit as it is kept: laid over what the files list. */
export interface KeptEdit {
  readonly id: number;
  readonly edit: TableEdit;
  /** Who made it: a name to show, and an id that stays. */
  readonly by: { readonly id: string; readonly name: string };
  /** ISO 8601, an instant in UTC. */
  readonly at: string;
}
