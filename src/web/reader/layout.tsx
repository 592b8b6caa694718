import type { Child } from 'hono/jsx';

export interface LayoutProps {
  /** Of the window; the site's name is added. */
  readonly title: string;
  /** Whether the bot can be tried. */
  readonly tryable: boolean;
  /** Without the question box of every page, where the page has its own. */
  readonly ownSearch?: boolean;
  readonly children?: Child;
}

/** The frame of every page: skip link, header with navigation and question box, main part. */
export function Layout({ title, tryable, ownSearch = false, children }: LayoutProps) {
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{title} · Parley</title>
        <link rel="icon" href="/reader.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/reader.css" />
        <script src="/reader.js" defer></script>
      </head>
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
          <p>Every quote is the article’s text, character for character.</p>
        </footer>
      </body>
    </html>
  );
}
