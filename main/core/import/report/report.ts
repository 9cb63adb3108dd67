import type { FileProgress, NewImportLine } from '../../../../db/queries/imports.ts';
import type { ImportId } from '../../../contract/index.ts';
import type { CoreContext } from '../../context.ts';

/** A line as whoever takes something in makes it; the report knows which file it is about. */
export type ReportLine = Omit<NewImportLine, 'source'>;

/** A line that says why something was not taken. */
export function refusal(path: string, bytes: number, reason: string): ReportLine {
  return { path, outcome: 'refused', article: null, revision: null, title: null, reason, bytes };
}

/**
 * The report of one run: lines and what is done go to the library in batches, and then to whoever watches.
 * A file counts as done together with its lines, so that an import that goes on later skips no line.
 */
export class Report {
  readonly #context: CoreContext;
  readonly #id: ImportId;
  #lines: NewImportLine[] = [];
  #progress: FileProgress[] = [];
  #timer: NodeJS.Timeout | null = null;
  #writing: Promise<void> = Promise.resolve();

  constructor(context: CoreContext, id: ImportId) {
    this.#context = context;
    this.#id = id;
  }

  /** Lines about a file of this machine, or about something out of it. */
  add(source: string, ...lines: readonly ReportLine[]): void {
    this.#lines.push(...lines.map((line) => ({ ...line, source })));
    this.#soon();
  }

  /** A file is done, or a container up to a position; what was added before is kept with it. */
  completed(source: string, position: string | null): void {
    this.#progress.push({ source, position });
    this.#soon();
  }

  #soon(): void {
    // A write that fails is told by the last flush, which the import waits for.
    this.#timer ??= setTimeout(() => this.flush().catch(() => undefined), 100);
  }

  flush(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    const lines = this.#lines;
    const progress = this.#progress;
    if (lines.length + progress.length === 0) return this.#writing;
    this.#lines = [];
    this.#progress = [];
    this.#writing = this.#writing.then(async () => {
      const numbers = await this.#context.pool.writeBatch('imports.addLines', this.#id, lines, progress);
      const kept = lines.map(({ source, ...line }, index) => ({
        ...line,
        number: numbers[index] ?? 0,
        hasFile: source !== null,
      }));
      if (kept.length === 0) return;
      this.#context.emit('import.lines', { id: this.#id, lines: kept });
      this.#context.changes.gather({ subject: 'imports', ids: [this.#id] });
    });
    return this.#writing;
  }
}
