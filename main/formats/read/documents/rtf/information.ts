/** What an RTF file says of itself. */
export interface RtfInformation {
  readonly title: string | null;
  readonly author: string | null;
  readonly comment: string | null;
  /** ISO 8601. The file's times have no zone. */
  readonly created: string | null;
  readonly revised: string | null;
}

/** Longer titles are none. */
const longest = 5000;

const fields: ReadonlySet<string> = new Set(['title', 'author', 'doccomm', 'creatim', 'revtim']);

/** Whether a word names a field of the information group that is kept. */
export function isInformationField(name: string): boolean {
  return fields.has(name);
}

/** Gathers the information group (RTF 1.9.1, "Information group"). */
export class InformationGroup {
  readonly #said = new Map<string, string>();

  say(field: string, words: string): void {
    const said = this.#said.get(field) ?? '';
    if (said.length < longest) this.#said.set(field, said + words);
  }

  /** A part of a time: `\yr`, `\mo`, `\dy`, `\hr`, `\min`. */
  count(field: string, name: string, value: number): void {
    if (/^(?:yr|mo|dy|hr|min)$/u.test(name))
      this.#said.set(`${field} ${name}`, String(value).padStart(name === 'yr' ? 4 : 2, '0'));
  }

  read(): RtfInformation {
    const said = (name: string) => {
      const words = this.#said.get(name)?.trim() ?? '';
      return words === '' ? null : words;
    };
    return {
      title: said('title'),
      author: said('author'),
      comment: said('doccomm'),
      created: this.#time('creatim'),
      revised: this.#time('revtim'),
    };
  }

  #time(field: string): string | null {
    const [year, month, day, hour, minute] = ['yr', 'mo', 'dy', 'hr', 'min'].map((name) =>
      this.#said.get(`${field} ${name}`),
    );
    if (year === undefined || month === undefined || day === undefined) return null;
    const time = hour === undefined || minute === undefined ? '' : `T${hour}:${minute}`;
    return `${year}-${month}-${day}${time}`;
  }
}
