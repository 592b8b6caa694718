import { Layout } from '../layout.tsx';

/** What is kept of whoever asks, and where it goes: the address that Discord wants of an app. */
export function PrivacyPage({ tryable }: { readonly tryable: boolean }) {
  return (
    <Layout title="Privacy" tryable={tryable}>
      <h1>Privacy</h1>
      <p class="lead">Parley keeps as little of you as answering takes, on the machine of whoever runs it.</p>
      <h2>What is kept of you</h2>
      <ul>
        <li>
          Your question in a conversation, and what it was about (side, speaker, topic), for an hour at most,
          so that “and on exercises?” can be understood. It is kept by the message, or by your Discord id and
          channel.
        </li>
        <li>
          Which message of the bot answers yours, for ten minutes, so that an edited question edits its
          answer.
        </li>
        <li>
          What a message with buttons shows, the question that it answers and the Discord id of who asked, for
          a week.
        </li>
        <li>
          A correction that you send, with your Discord id and name and when, until its article is removed.
          Whoever runs Parley sees it.
        </li>
        <li>The settings of a server, by its id, until they are reset.</li>
        <li>How many questions you asked in the last minute, in memory alone.</li>
      </ul>
      <p>
        The words of questions are in no log unless whoever runs Parley switches that on. Messages that are
        not for the bot are not kept. These pages set no cookies, keep no questions and ask nothing of other
        hosts.
      </p>
      <h2>Where it goes</h2>
      <p>
        What you ask in Discord, and the answer, pass through Discord. Where whoever runs Parley has chosen a
        language model or embeddings on another machine, that machine gets your question, the one before it
        and the quotes. It goes nowhere else, is not sold, and trains nothing.
      </p>
      <h2>What you can ask for</h2>
      <p>
        To have what is kept of you deleted, or to see it, ask whoever runs this Parley: who added it to your
        server knows them. All but corrections and settings is gone after a week by itself.
      </p>
    </Layout>
  );
}
