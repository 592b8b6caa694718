import { freezeText } from '../../domain/article.ts';
import { UserError } from '../../errors.ts';
import { draftOf, type Draft, type Source, type SourceInput } from '../draft.ts';

/** Word documents, by mammoth: paragraphs, lists and tables; pictures and comments are not read. */
export const docxSource: Source = {
  endings: ['.docx'],
  contentTypes: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  read: readDocx,
};

async function readDocx({ name, bytes }: SourceInput): Promise<Draft> {
  const { default: mammoth } = await import('mammoth');
  const { htmlText } = await import('../page/write-text.ts');
  const options = { convertImage: mammoth.images.imgElement(async () => ({ src: '' })) };
  const { value } = await mammoth
    .convertToHtml({ buffer: Buffer.from(bytes) }, options)
    // What the unpacker says of it ("Can't find end of central directory …") helps nobody who only saved a file.
    .catch(() => {
      throw new UserError(`${name} is no Word document (.docx): save it again as one, or its text as .txt.`);
    });
  return draftOf(freezeText(htmlText(value, name)));
}
