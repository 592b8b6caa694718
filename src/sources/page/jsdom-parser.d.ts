/** The small document that comes with Readability, which it was first written for: several times as fast as others. */
declare module '@mozilla/readability/JSDOMParser.js' {
  export interface ParsedNode {
    /** 1 an element, 3 a text. */
    readonly nodeType: number;
    readonly localName?: string;
    readonly childNodes: readonly ParsedNode[];
    readonly textContent: string;
    getAttribute?(name: string): string | undefined;
  }

  export default class JSDOMParser {
    parse(xml: string, address?: string): ParsedNode;
  }
}
