import { freezeText } from '../../domain/article.ts';
import { draftOf, UNKNOWN, type Draft, type Source, type SourceInput } from '../draft.ts';
import { readDate } from '../read-date.ts';

/** Mails as programs save them, by postal-mime: the text, who wrote it and when; what is attached is named. */
export const mailSource: Source = {
  endings: ['.eml'],
  contentTypes: ['message/rfc822'],
  read: readMail,
};

async function readMail({ name, bytes }: SourceInput): Promise<Draft> {
  const { default: PostalMime } = await import('postal-mime');
  const { htmlText } = await import('../page/write-text.ts');
  const mail = await PostalMime.parse(bytes);
  const written = mail.text?.trim() ? mail.text : htmlText(mail.html ?? '', name);
  const attached = mail.attachments
    .filter(({ disposition }) => disposition !== 'inline')
    .map(({ filename }) => JSON.stringify(filename ?? 'without a name'));
  return draftOf(freezeText(written), {
    meta: {
      ...UNKNOWN,
      title: mail.subject?.trim() || null,
      author: mail.from?.name?.trim() || mail.from?.address?.trim() || null,
      published: readDate(mail.date ?? ''),
    },
    notes: attached.length > 0 ? [`what is attached to it is not read (${attached.join(', ')})`] : [],
  });
}
