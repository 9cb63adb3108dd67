import { type ArticleId, type ArticleRecord, VerbatimError } from '../contract/index.ts';
import { peopleThatLeave } from '../core/export/people.ts';
import { scopeOf } from '../core/export/scope.ts';
import { Codebook, type LeavingPeople } from '../formats/write/marks.ts';
import { annotationToJsonLd, type WebAnnotation } from '../formats/write/web-annotation.ts';
import { agent } from '../launch/installation.ts';
import type { Session } from './session.ts';

/** Articles with everything that belongs to them, as an export writes them. */
export class WholeArticles {
  readonly codebook: Codebook;
  readonly people: LeavingPeople;
  readonly #session: Session;

  private constructor(session: Session, codebook: Codebook, people: LeavingPeople) {
    this.#session = session;
    this.codebook = codebook;
    this.people = people;
  }

  static async open(session: Session): Promise<WholeArticles> {
    const context = session.core.context();
    const people = await peopleThatLeave(context, scopeOf({ of: 'everything' }, true, 'text'));
    return new WholeArticles(session, new Codebook(await context.pool.read('export.codes')), people);
  }

  /** Throws `not-found`. */
  async record(id: ArticleId): Promise<ArticleRecord> {
    const record = await this.#session.core.context().pool.read('export.articleRecord', id);
    if (record === null)
      throw new VerbatimError('not-found', `The article ${id} is not in the library, or it is in the bin.`);
    return record;
  }

  /** The article's annotations in the order they were made, as W3C Web Annotations. */
  annotations(article: ArticleRecord): readonly WebAnnotation[] {
    return article.annotations
      .map((annotation) => annotationToJsonLd(article, annotation, this.codebook, agent()))
      .filter((annotation) => annotation !== null);
  }
}
