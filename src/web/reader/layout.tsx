import type { Child } from 'hono/jsx';

export interface LayoutProps {
  /** Of the window; the site's name is added. */
  readonly title: string;
  /** Whether the bot can be tried. */
  readonly tryable: boolean;
  /** Without the question box of every page, where the page has its own. */
  readonly ownSearch?: boolean;
  /** What others show of a link to the page. */
  readonly preview?: LinkPreview | null;
  readonly children?: Child;
}

/** A page as a link to it is shown elsewhere (The Open Graph protocol). */
export interface LinkPreview {
  readonly title: string;
  readonly description: string;
  /** Where the page and its picture are, as others reach them. */
  readonly url: string;
  readonly image: string;
  /** The picture in words. */
  readonly imageWords: string;
}

/** The elements of a page's head by which a link to it is shown. */
function LinkPreviewTags({ title, description, url, image, imageWords }: LinkPreview) {
  return (
    <>
      <link rel="canonical" href={url} />
      <meta name="description" content={description} />
      <meta property="og:type" content="article" />
      <meta property="og:site_name" content="Parley" />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={description} />
      <meta property="og:url" content={url} />
      <meta property="og:image" content={image} />
      <meta property="og:image:type" content="image/png" />
      <meta property="og:image:width" content="1200" />
      <meta property="og:image:height" content="630" />
      <meta property="og:image:alt" content={imageWords} />
      <meta name="twitter:card" content="summary_large_image" />
    </>
  );
}

/** What the head of every page has. */
export function Head({
  title,
  preview = null,
  children,
}: Pick<LayoutProps, 'title' | 'preview' | 'children'>) {
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <title>{title} · Parley</title>
      <link rel="icon" href="/reader.svg" type="image/svg+xml" />
      <link rel="stylesheet" href="/reader.css" />
      {children}
      {preview === null ? null : <LinkPreviewTags {...preview} />}
    </head>
  );
}

/** The frame of every page: skip link, header with navigation and question box, main part. */
export function Layout({ title, tryable, ownSearch = false, preview = null, children }: LayoutProps) {
  return (
    <html lang="en">
      <Head title={title} preview={preview}>
        <script src="/reader.js" defer></script>
      </Head>
      <body>
        <a class="skip-link" href="#main">
          Skip to the content
        </a>
        <header class="site">
          <a class="home" href="/">
            Parley
          </a>
          <nav aria-label="Pages">
            <a href="/">Articles</a> <a href="/speakers">Speakers</a> <a href="/changes">Changes</a>
            {tryable ? <a href="/preview">Try the bot</a> : null}
          </nav>
          {ownSearch ? null : (
            <form role="search" action="/search" class="ask">
              <label for="q" class="hidden">
                Question
              </label>
              <input id="q" name="q" type="search" maxlength={1000} placeholder="Who said what?" required />
              <button>Ask</button>
            </form>
          )}
        </header>
        <main id="main" tabindex={-1}>
          {children}
        </main>
        <footer class="site">
          <p>
            Every quote is the article’s text, character for character. <a href="/privacy">Privacy</a>{' '}
            <a href="/terms">Terms</a>
          </p>
        </footer>
      </body>
    </html>
  );
}
