/** What is used of the font reader; the types that others made of it bring a browser's along. */
declare module 'opentype.js' {
  interface Font {
    readonly unitsPerEm: number;
    /** The glyph of index 0 where the font lacks the character. */
    charToGlyph(character: string): { readonly index: number; readonly advanceWidth?: number };
  }

  const opentype: {
    parse(file: ArrayBuffer, options: { readonly lowMemory: boolean }): Font;
  };
  export default opentype;
}
