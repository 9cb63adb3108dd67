import { decodeText } from '../../../../reading/document/decode.ts';
import type { ContainerSource, Member, OpenContainer } from '../../../format.ts';
import { type PackageSource, readWhole } from '../../../shared/package/package.ts';
import { largestMember, tooLargeMember } from '../../containers/member-limits.ts';
import { PartNames } from '../../news/news-item/parts.ts';
import { listed } from '../exports/brought.ts';
import { descriptionOf, itemsOf, marksOf, type OmnivoreItem } from './items.ts';

const listName = /^(?:[^/]+\/)?metadata_\d+_to_\d+\.json$/u;

/** Whether a zip is Omnivore's export: lists of articles, their words in `content/`, highlights in `highlights/`. */
export function isOmnivore(zip: PackageSource): boolean {
  return zip.files.some(({ path }) => listName.test(path));
}

/** Each article of the lists as a member, with what the lists and its highlights say of it. */
export function openOmnivore(zip: PackageSource, source: ContainerSource): OpenContainer {
  return {
    members: () => membersOf(zip, source),
    resource: () => Promise.resolve(null),
    close: () => zip.close(),
  };
}

async function* membersOf(zip: PackageSource, { after, signal, progress }: ContainerSource): AsyncIterable<Member> {
  const lists = zip.files.filter(({ path }) => listName.test(path));
  const sizes = new Map(zip.files.map(({ path, size }) => [path, size]));
  const left = new Set(zip.files.map(({ path }) => path));
  const parts = new PartNames();
  const done = after === null ? -1 : Number(after);
  let index = -1;
  let bytes = 0;
  for (const list of lists) {
    left.delete(list.path);
    const folder = list.path.includes('/') ? list.path.slice(0, list.path.indexOf('/') + 1) : '';
    let items: readonly OmnivoreItem[];
    try {
      items = itemsOf(await readWhole(zip, list.path, largestMember));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      yield { kind: 'refused', path: list.path, reason, position: String(index) };
      continue;
    }
    for (const item of items) {
      signal.throwIfAborted();
      index += 1;
      const part = parts.next(item.url ?? item.slug);
      const files = filesOf(folder, item);
      left.delete(files.content);
      left.delete(files.highlights);
      if (index <= done) continue;
      const member = await memberOf(zip, { item, part, size: sizes.get(files.content) ?? 0, ...files }, String(index));
      if (member.kind === 'file') bytes += member.bytes.byteLength;
      yield member;
      progress(bytes);
    }
  }
  if (left.size > 0)
    yield {
      kind: 'summary',
      reason: `${left.size} of its files belong to no article of its lists and were not taken (${[...left].slice(0, 3).join(', ')}). Unpack the zip and add those that you want.`,
      isEmpty: false,
    };
}

function filesOf(folder: string, { slug }: OmnivoreItem): { readonly content: string; readonly highlights: string } {
  return { content: `${folder}content/${slug}.html`, highlights: `${folder}highlights/${slug}.md` };
}

interface Article {
  readonly item: OmnivoreItem;
  readonly part: string;
  readonly content: string;
  readonly highlights: string;
  readonly size: number;
}

async function memberOf(zip: PackageSource, article: Article, position: string): Promise<Member> {
  const { item, part, content: path, size } = article;
  const told = descriptionOf(item, part);
  const text = zip.has(article.highlights)
    ? decodeText(await readWhole(zip, article.highlights, largestMember)).text
    : null;
  const marks = marksOf(item, text);
  if (size === 0) {
    const mention = listed({ part, title: told.title, url: told.url, marks });
    return { kind: 'mentions', mentions: [mention], position };
  }
  if (size > largestMember) return { kind: 'refused', path, reason: tooLargeMember, position };
  const bytes = await readWhole(zip, path, largestMember);
  return { kind: 'file', path, bytes, modified: null, record: null, format: 'kept-page', told, marks, position };
}
