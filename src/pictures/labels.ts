interface Labelled {
  readonly id: string;
  readonly label: string;
}

/** What sides and topics are called. */
export interface Labels {
  readonly sides: readonly Labelled[];
  readonly topics: readonly Labelled[];
}
