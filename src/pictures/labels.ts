interface Labelled {
  readonly id: string;
  readonly label: string;
}

/** What sides and topics are called. */
export interface Labels {
  readonly sides: readonly Labelled[];
  readonly topics: readonly Labelled[];
}

/** The label of an id; the id itself where there is none. */
export function labelOf(id: string, all: readonly Labelled[]): string {
  return all.find((one) => one.id === id)?.label ?? id;
}
