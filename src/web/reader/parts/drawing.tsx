export interface DrawingProps {
  /** Where it is drawn, with `theme` for the dark one. */
  readonly path: string;
  /** All that it shows, in words. */
  readonly words: string;
}

/** A picture in the colours that the reader's eyes are set to. */
export function Drawing({ path, words }: DrawingProps) {
  const dark = `${path}${path.includes('?') ? '&' : '?'}theme=dark`;
  return (
    <picture>
      <source srcset={dark} media="(prefers-color-scheme: dark)" />
      <img src={path} alt={words} class="drawing" />
    </picture>
  );
}
