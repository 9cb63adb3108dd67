import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openRecordIndex } from '../../db/record-index.ts';
import type { ContainerReader, ContainerSource, Member, OpenContainer } from '../../main/formats/format.ts';

export interface MembersAsked extends Partial<Pick<ContainerSource, 'after' | 'tables' | 'signal'>> {
  /** What the container is called. */
  readonly name: string;
  /** Called with each member while its container is open. */
  readonly met?: (member: Member, container: OpenContainer) => Promise<void>;
}

/** Opens a container as the thread for containers does, in a folder of its own, and meets all its members. */
export async function allMembers(
  reader: ContainerReader,
  content: Uint8Array | string,
  { name, met, after = null, tables, signal = new AbortController().signal }: MembersAsked,
): Promise<Member[]> {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-container-'));
  const path = join(folder, name);
  writeFileSync(path, content);
  let indexes = 0;
  const openIndex = () => {
    indexes += 1;
    return openRecordIndex(join(folder, `records-${indexes}.sqlite`));
  };
  const source = { path, name, after, signal, scratch: folder, openIndex, progress: () => undefined };
  try {
    const container = await reader.open(tables === undefined ? source : { ...source, tables });
    try {
      const members: Member[] = [];
      for await (const member of container.members()) {
        members.push(member);
        await met?.(member, container);
      }
      return members;
    } finally {
      await container.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
