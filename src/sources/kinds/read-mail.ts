import { freezeText } from '../../domain/article.ts';
import { draftOf, UNKNOWN, type Draft, type Source, type SourceInput } from '../draft.ts';
import { readDate } from '../read-date.ts';

/**
 * Mails as programs save them, by postal-mime: the text below a header of who wrote it, when and about what, as a program
 * shows it; what is attached is named.
 */
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
  const title = onOneLine(mail.subject) || null;
  const writer = onOneLine(mail.from?.name);
  const author = writer || onOneLine(mail.from?.address) || null;
  const published = readDate(mail.date ?? '');
  // Whose the lines are that nobody else wrote is read off the text, as where a mail is pasted; an address alone may be a list's.
  const fields = [`From: ${writer}`, ...(published ? [`Date: ${published}`] : []), `Subject: ${title ?? ''}`];
  const header = writer && written.trim() ? fields.join('\n').trim() : '';
  return draftOf(freezeText(header === '' ? written : `${header}\n\n${written}`), {
    meta: { ...UNKNOWN, title, author, published },
    skips: header === '' ? [] : [{ start: 0, end: header.length }],
    notes: attached.length > 0 ? [`what is attached to it is not read (${attached.join(', ')})`] : [],
  });
}

const onOneLine = (words: string | undefined): string => (words ?? '').replace(/\s+/g, ' ').trim();
