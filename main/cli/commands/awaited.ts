import type { AwaitedPage } from '../../contract/index.ts';
import { joined, line } from '../printable.ts';
import { type ExitCode, everyRow, type Session } from '../session.ts';

/** Lists the pages that files told of and that are not in the library. */
export async function awaitedCommand(
  { api, output }: Session,
  options: { readonly words: string | null },
): Promise<ExitCode> {
  let count = 0;
  const filter = options.words === null ? {} : { words: options.words };
  for await (const page of everyRow((offset, limit) => api.call('awaited.list', { offset, limit, ...filter }))) {
    count += 1;
    await output.result(awaitedRecord(page), () => {
      const kept = [page.tags.join(', '), page.marks === 0 ? '' : `${page.marks} marks`, page.files.join(', ')];
      return line`${output.strong(page.title ?? 'Without a title')}\n  ${page.address ?? 'no address'}\n  ${output.faint(joined(kept, ' · '))}`;
    });
  }
  if (!output.json) await output.text(count === 1 ? line`1 awaited page` : line`${count} awaited pages`);
  return 0;
}

function awaitedRecord({ id, title, address, published, tags, marks, files, told }: AwaitedPage) {
  return { id, title, url: address, published: published?.value ?? null, tags, marks, files, told };
}
