import { UserError } from '../errors.ts';

/** The stored text of an article is not the one that was read in: nothing of it can be shown as a quote. */
export class DamagedText extends UserError {
  constructor(article: string) {
    super(
      `The text of the article ${JSON.stringify(article)} in the store is not the one that was read in, so nothing of it is quoted: read its file again with "parley ingest".`,
    );
  }
}
