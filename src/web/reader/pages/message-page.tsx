import type { Child } from 'hono/jsx';
import { Layout } from '../layout.tsx';

export interface MessagePageProps {
  readonly title: string;
  readonly tryable: boolean;
  readonly children?: Child;
}

/** A page that says one thing: what is not there, what cannot be used, what went wrong. */
export function MessagePage({ title, tryable, children }: MessagePageProps) {
  return (
    <Layout title={title} tryable={tryable}>
      <h1>{title}</h1>
      <p class="lead">{children}</p>
      <p>
        <a href="/">All articles</a>
      </p>
    </Layout>
  );
}
