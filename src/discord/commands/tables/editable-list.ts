import { z } from 'zod';
import type { Button } from '../../buttons/button.ts';
import { editRow } from '../../buttons/edits/edit-row.ts';
import { pagedList, type PagedList } from '../../render/paging/paged-list.ts';
import type { Reply } from '../../reply.ts';
import type { CommandContext } from '../define/command.ts';

/** Nobody types it: who asked, kept for turning the page. */
const Options = z.object({ asker: z.string().optional() });

/** A page of a list, with the buttons that edit it for those who manage the server. */
export async function editableList(
  { app, options, server, asker }: Pick<CommandContext, 'app' | 'options' | 'server' | 'asker'>,
  list: PagedList,
  page: number,
  forms: readonly Pick<Button, 'action' | 'label'>[],
): Promise<Reply> {
  const by = asker?.userId ?? Options.parse(options).asker;
  const reply = pagedList({ ...list, ...(by === undefined ? {} : { options: { asker: by } }) }, page);
  if (server?.mayManage !== true || by === undefined) return reply;
  return { ...reply, components: [await editRow(app, forms, by)] };
}
