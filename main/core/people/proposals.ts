import type { NamedSpeaker, SameNameProposal, SpeakerId } from '../../contract/index.ts';
import type { CoreContext } from '../context.ts';

/** A page of the names that may be one person's; of one person, those that may be hers. */
export async function proposals(
  { pool, texts }: Pick<CoreContext, 'pool' | 'texts'>,
  person: SpeakerId | null,
  { offset, limit }: { readonly offset: number; readonly limit: number },
  signal: AbortSignal,
): Promise<{ readonly rows: readonly SameNameProposal[]; readonly total: number }> {
  const [people, apart] = await Promise.all([
    pool.readWith({ signal }, 'people.compared', person),
    pool.read('people.toldApart'),
  ]);
  const found = await texts.work('proposeSameNames', { people, apart }, { urgent: true, signal });
  const mine = person === null ? found : found.filter(({ one, other }) => one === person || other === person);
  const byId = new Map<SpeakerId, NamedSpeaker>(people.map(({ kind: _kind, ...named }) => [named.id, named]));
  const rows = mine.slice(offset, offset + limit).flatMap(({ one, other, reasons }): SameNameProposal[] => {
    const [first, second] = [byId.get(one), byId.get(other)];
    return first === undefined || second === undefined ? [] : [{ one: first, other: second, reasons }];
  });
  return { rows, total: mine.length };
}
