import Database from 'better-sqlite3';
import type { NewSuggestion } from '../../db/queries/statements.ts';
import type { CheckedInput, MethodName, MethodOutput, Person, SpeakerId } from '../../main/contract/index.ts';
import { peopleHandlers } from '../../main/core/people/handlers.ts';
import { searchHandlers } from '../../main/core/search/handlers.ts';
import { type MarkedLibrary, openMarkedLibrary } from './marked-library.ts';

/** A quotation, whose it is. */
export interface Spoken {
  readonly words: string;
  readonly by: readonly Partial<Person>[];
}

/** A library in which people speak, with the modules that say who they are. */
export async function openSpokenLibrary(): Promise<SpokenLibrary> {
  return new SpokenLibrary(await openMarkedLibrary());
}

export class SpokenLibrary {
  readonly marked: MarkedLibrary;
  readonly #people;
  readonly #search;

  constructor(marked: MarkedLibrary) {
    this.marked = marked;
    this.#people = peopleHandlers(marked.context);
    this.#search = searchHandlers(marked.context);
  }

  /** Takes an article in, with what is said in it as suggestions. */
  article(title: string, published: string, spoken: readonly Spoken[]) {
    return this.marked.take({
      title,
      url: `https://courier.example/${encodeURIComponent(title)}`,
      published,
      paragraphs: [`${title} is reported on ${published}.`, ...spoken.map(({ words }) => words)],
      suggestions: (text) => spoken.map((one) => suggestion(text, one)),
    });
  }

  people<Name extends Extract<MethodName, `people.${string}`>>(
    name: Name,
    input: CheckedInput<Name>,
  ): Promise<MethodOutput<Name>> {
    // Handler and input belong together by the name.
    const handler = this.#people[name] as (input: unknown, call: object) => Promise<MethodOutput<Name>>;
    return handler(input, this.marked.call);
  }

  async list(words?: string) {
    const { rows } = await this.people('people.list', {
      ...(words === undefined ? {} : { words }),
      sort: 'statements',
      offset: 0,
      limit: 100,
    });
    return rows;
  }

  async idOf(name: string): Promise<SpeakerId> {
    const found = (await this.list()).find((row) => row.name === name);
    if (found === undefined) throw new Error(`nobody is called ${name}`);
    return found.id;
  }

  /** The words that are somebody's, newest first. */
  async wordsOf(person: SpeakerId): Promise<string[]> {
    const { rows } = await this.marked.statements['statements.list'](
      { person, offset: 0, limit: 100 },
      this.marked.call,
    );
    return rows.map(({ text }) => text);
  }

  /** How many articles a search finds. */
  async found(query: string): Promise<number> {
    const { rows } = await this.#search['search.run'](
      { query, sort: 'relevance', offset: 0, limit: 50 },
      this.marked.call,
    );
    return rows.length;
  }

  /** Everything that the library holds of who speaks, to be compared with itself later. */
  snapshot(): unknown {
    const db = new Database(`${this.marked.context.libraryPath}/library.sqlite`, { readonly: true });
    try {
      return ['speakers', 'statements', 'joint_speakers', 'speaker_roles', 'speaker_changes', 'speaker_moves'].map(
        (table) => [table, db.prepare(`SELECT * FROM ${table} ORDER BY 1, 2`).all()],
      );
    } finally {
      db.close();
    }
  }
}

function suggestion(text: string, { words, by }: Spoken): NewSuggestion {
  const start = text.indexOf(words);
  return {
    spans: [{ start, end: start + words.length }],
    kind: 'direct',
    speakers: by.map(({ name = 'Nobody', role = null, organization = null }) => ({ name, role, organization })),
    described: null,
    said: null,
    confidence: 0.9,
    cue: null,
  };
}
