import { basename } from 'node:path';
import { decodeText } from '../../../../reading/document/decode.ts';
import type { ContainerSource, Member, OpenContainer } from '../../../format.ts';
import { onlyMembers } from '../../containers/only-members.ts';
import { lookAhead, tapeEntries, whyRefused } from '../../containers/tar/entries.ts';
import { cleanTags } from '../exports/brought.ts';
import { foldersFrom } from '../exports/folders.ts';
import { itemName, type JoplinItem, joplinItem, joplinKinds } from './note.ts';

interface Names {
  /** Of notebooks and tags, by their ids. */
  readonly titles: Map<string, string>;
  /** The notebook that a notebook is in. */
  readonly parents: Map<string, string>;
  /** The tags of each note. */
  readonly tags: Map<string, string[]>;
}
interface TapeItem {
  readonly path: string;
  /** Null for an attachment. */
  readonly item: JoplinItem | null;
  readonly bytes: Uint8Array;
  readonly reason: string | null;
}

/** For `ContainerReader.open`. */
export async function open(source: ContainerSource): Promise<OpenContainer> {
  return onlyMembers(() => membersOf(source));
}

/** Twice over the tape: tags stand anywhere on it. */
async function* membersOf(source: ContainerSource): AsyncIterable<Member> {
  const names: Names = { titles: new Map(), parents: new Map(), tags: new Map() };
  await lookAhead(gather(source, names));
  const done = source.after === null ? -1 : Number(source.after);
  let index = -1;
  let attachments = 0;
  for await (const { item, path, bytes, reason } of itemsOf(source)) {
    index += 1;
    const position = String(index);
    if (reason !== null) {
      if (index > done) yield { kind: 'refused', path, reason, position };
    } else if (item === null) attachments += 1;
    else if (index > done && item.properties.get('type_') === joplinKinds.note) {
      const tags = tagsOf(item, names);
      const marks = tags.length === 0 ? {} : { marks: { program: 'Joplin', tags, marks: [] } };
      yield { kind: 'file', path, bytes, modified: null, record: null, format: 'joplin', ...marks, position };
    }
  }
  if (attachments > 0)
    yield {
      kind: 'summary',
      reason: `${attachments} attachments (pictures, documents) of its notes were left on it. Export those that you want from Joplin, and add them.`,
      isEmpty: false,
    };
}

async function gather(source: ContainerSource, names: Names): Promise<void> {
  for await (const { item } of itemsOf(source)) if (item !== null) keep(item, names);
}

async function* itemsOf(source: ContainerSource): AsyncIterable<TapeItem> {
  for await (const { header, read } of tapeEntries(source)) {
    if (header.type === 'directory') continue;
    const path = header.name.replace(/^\.\//u, '');
    const reason = whyRefused(header);
    if (reason !== null || !itemName.test(header.name)) {
      yield { path, item: null, bytes: new Uint8Array(), reason };
      continue;
    }
    const bytes = await read();
    yield { path: basename(path), item: joplinItem(decodeText(bytes).text), bytes, reason: null };
  }
}

function keep({ title, properties }: JoplinItem, { titles, parents, tags }: Names): void {
  const id = properties.get('id') ?? '';
  switch (properties.get('type_')) {
    case joplinKinds.folder:
      parents.set(id, properties.get('parent_id') ?? '');
      titles.set(id, title);
      return;
    case joplinKinds.tag:
      titles.set(id, title);
      return;
    case joplinKinds.noteTag: {
      const note = properties.get('note_id') ?? '';
      const own = tags.get(note) ?? [];
      own.push(properties.get('tag_id') ?? '');
      tags.set(note, own);
      return;
    }
    default:
  }
}

function tagsOf({ properties }: JoplinItem, names: Names): string[] {
  const notebooks = foldersFrom(properties.get('parent_id') ?? '', names);
  const own = names.tags.get(properties.get('id') ?? '') ?? [];
  return cleanTags([...notebooks, ...own.map((id) => names.titles.get(id) ?? '')]);
}
