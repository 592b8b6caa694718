import { Layout } from '../layout.tsx';

/** What whoever uses the bot may expect: the address that Discord wants of an app. */
export function TermsPage({ tryable }: { readonly tryable: boolean }) {
  return (
    <Layout title="Terms" tryable={tryable}>
      <h1>Terms of service</h1>
      <p class="lead">Parley shows who said what in the articles that it has read, in their words.</p>
      <h2>What it does</h2>
      <p>
        Every quote is the article’s text. Who says it, for whom and what kind of statement it is has been
        worked out by a program and can be wrong: read the article behind the link before you rely on it, and
        tell of what is wrong by the button below an answer. “Nothing found” speaks for what was searched, not
        for the world.
      </p>
      <h2>What is asked of you</h2>
      <ul>
        <li>Keep to the terms of Discord and to the law where you are.</li>
        <li>The articles belong to those who published them: quote, and name them.</li>
        <li>Do not flood it: it takes so many questions a minute of a person and a server.</li>
      </ul>
      <h2>What is not promised</h2>
      <p>
        It is given as it is, without warranty, and may be switched off. Whoever runs it may keep people or
        servers out that misuse it. You can stop at any time: remove it from your server or your account.
      </p>
      <p>
        What is kept of you: <a href="/privacy">Privacy</a>.
      </p>
    </Layout>
  );
}
