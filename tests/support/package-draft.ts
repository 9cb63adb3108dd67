import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ArticleRecord, canonicalText } from '../../main/contract/index.ts';
import { openFolderSink } from '../../main/formats/shared/package/folder-sink.ts';
import { BagWriter } from '../../main/formats/write/bagit/bag-writer.ts';

/** A value of a package that may be made into anything. */
// biome-ignore lint/suspicious/noExplicitAny: forging means writing what no type allows.
export type Forged = any;

/**
 * A hand-over package in memory, to be changed and written again with checksums that are right: what is wrong
 * with it then is only what was changed.
 */
export class PackageDraft {
  /** The payload by paths below `data/`. */
  readonly members: Map<string, Buffer>;

  constructor(members: ReadonlyMap<string, Buffer>) {
    this.members = new Map(members);
  }

  /** Reads the payload of a bag that lies in a folder. */
  static read(folder: string): PackageDraft {
    const data = join(folder, 'data');
    const names = readdirSync(data, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    return new PackageDraft(
      new Map(
        names.map(({ parentPath, name }) => {
          const path = join(parentPath, name);
          return [path.slice(data.length + 1), readFileSync(path)];
        }),
      ),
    );
  }

  copy(): PackageDraft {
    return new PackageDraft(this.members);
  }

  text(member: string): string {
    return this.members.get(member)?.toString('utf8') ?? '';
  }

  setText(member: string, text: string): void {
    this.members.set(member, Buffer.from(text));
  }

  json(member: string): Forged {
    return JSON.parse(this.text(member));
  }

  setJson(member: string, value: unknown): void {
    this.setText(member, `${JSON.stringify(value, null, 2)}\n`);
  }

  /** The members that are records of articles. */
  get articles(): string[] {
    return [...this.members.keys()].filter((path) => /^articles\/[^/]+\.json$/.test(path)).sort();
  }

  /** The member of the article whose title begins with these words. */
  article(title: string): string {
    const found = this.articles.find((member) => (this.json(member) as ArticleRecord).title.startsWith(title));
    if (found === undefined) throw new Error(`the package has no article “${title}”`);
    return found;
  }

  /** Changes a member that is JSON. */
  change(member: string, change: (value: Forged) => void): void {
    const value = this.json(member);
    change(value);
    this.setJson(member, value);
  }

  /** Changes words of an article wherever its blocks have them, with texts, hashes and marks that agree. */
  reword(title: string, change: (text: string) => string): void {
    this.change(this.article(title), (record) => {
      for (const revision of record.revisions) changeTexts(revision.document, change);
      agree(record);
    });
  }

  /** Writes it as a bag with right checksums. */
  async write(to: string): Promise<void> {
    const work = mkdtempSync(join(tmpdir(), 'verbatim-draft-'));
    const sink = await openFolderSink(to);
    const bag = new BagWriter(sink, { workFolder: work });
    try {
      for (const [path, bytes] of this.members) await bag.addPayload(path, bytes, bytes.byteLength);
      await bag.finish([['Bag-Software-Agent', 'Verbatim test']]);
      await sink.seal();
      await sink.publish();
    } finally {
      await bag.close();
      rmSync(work, { recursive: true, force: true });
    }
  }
}

/** Changes every text of blocks, in place; marks inside them go, for their offsets would be wrong. */
function changeTexts(value: Forged, change: (text: string) => string): void {
  if (Array.isArray(value)) for (const item of value) changeTexts(item, change);
  else if (typeof value === 'object' && value !== null) {
    if (typeof value.text === 'string') {
      const changed = change(value.text);
      if (changed !== value.text && Array.isArray(value.marks)) value.marks = [];
      value.text = changed;
    }
    for (const inner of Object.values(value)) changeTexts(inner, change);
  }
}

/** Makes texts and hashes of a record follow from its blocks again, and leaves the marks out. */
export function agree(record: Forged): void {
  for (const revision of record.revisions) {
    revision.text = canonicalText(revision.document).text;
    revision.sha256 = createHash('sha256').update(revision.text).digest('hex');
  }
  record.statements = [];
  record.annotations = [];
}

/** A folder for packages; whoever made it removes it. */
export function draftsFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-drafts-'));
  mkdirSync(folder, { recursive: true });
  return folder;
}
