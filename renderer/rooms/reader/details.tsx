import type { ComponentChildren } from 'preact';
import type { ArticleView } from '../../../main/contract/articles.ts';
import type { Capture, CaptureSource } from '../../../main/contract/captures.ts';
import { dateWords, instantWords } from '../../shared/lib/dates.ts';
import { bytes, counted, figure } from '../../shared/lib/figures.ts';
import { longestTitle } from '../../shared/lib/short-words.ts';
import { copyText } from '../../shared/state/clipboard.ts';
import { overlay } from '../../shared/state/overlays.ts';
import { whoSpeaks } from '../../shared/statement/who-speaks.ts';
import { extractionTexts } from '../../shared/texts/extraction.ts';
import { sourceWords } from '../../shared/texts/sources.ts';
import { leftOutTexts } from './left-out-texts.ts';
import { useReader } from './model.ts';
import { pageTexts } from './page-texts.ts';
import { reader } from './texts.ts';
import { ExtractThis, FindInThis } from './work-on-this.tsx';

const words = reader.detail;

/** Everything that is known about the article and how it came here. */
export function Details({ view, capture }: { readonly view: ArticleView; readonly capture: Capture | null }) {
  return (
    <div id="reader-details" class="details">
      {view.revision.metadata.title.length > longestTitle && (
        <dl class="facts">
          <Row name={words.wholeTitle}>{view.revision.metadata.title}</Row>
        </dl>
      )}
      <Dates view={view} capture={capture} />
      <Proof view={view} capture={capture} />
      <Sources view={view} />
      <Removals view={view} />
      {view.captures.length > 1 && <Captures view={view} />}
    </div>
  );
}

function Row({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Where a date comes from. */
function From({ source }: { readonly source: string }) {
  return <span class="muted">· {source}</span>;
}

/** Where a capture stood that came out of a container: for a web archive the record that proves it. */
function CameFrom({ source }: { readonly source: CaptureSource }) {
  const { container, member, record, archive } = source;
  return (
    <>
      <Row name={words.cameFrom}>
        {container} <span class="muted">› {member}</span>
      </Row>
      {record !== null && (
        <Row name={words.record}>
          <code class="hash">{record.id ?? words.noRecordId}</code>{' '}
          <span class="muted">
            {words.recordPlace(record.offset, record.length)}
            {record.date !== null && ` · ${record.date}`}
          </span>
          {record.digest !== null && <code class="hash">{record.digest}</code>}
        </Row>
      )}
      {archive?.sha256 != null && (
        <Row name={words.archive}>
          <code class="hash">{archive.sha256}</code>
        </Row>
      )}
    </>
  );
}

function Dates({ view, capture }: { readonly view: ArticleView; readonly capture: Capture | null }) {
  const { published, modified, sources } = view.revision.metadata;
  const publishedBy = sources.published?.from;
  const said = view.statements.flatMap((statement) =>
    statement.said === null
      ? []
      : [
          {
            id: statement.id,
            who: whoSpeaks(statement) ?? reader.unknownSpeaker,
            when: dateWords(statement.said),
            by: statement.saidBy,
          },
        ],
  );
  return (
    <section>
      <h2>{words.dates}</h2>
      <dl class="facts">
        {said.map(({ id, who, when, by }) => (
          <Row key={id} name={words.said}>
            {when} <span class="muted">({who})</span> {by !== null && <From source={reader.dateFrom[by]} />}
          </Row>
        ))}
        <Row name={words.published}>
          {published === null ? (
            words.notStated
          ) : (
            <>
              {dateWords(published, true)}{' '}
              {publishedBy !== undefined && <From source={reader.dateFrom.published(publishedBy)} />}
            </>
          )}
        </Row>
        {modified !== null && <Row name={words.modified}>{dateWords(modified, true)}</Row>}
        <Row name={words.captured}>
          {capture?.captured == null ? (
            words.notStated
          ) : (
            <>
              {instantWords(capture.captured)}{' '}
              <From source={reader.dateFrom.captured[capture.capturedBy ?? 'unknown']} />
            </>
          )}
        </Row>
        {capture?.fileDated != null && <Row name={reader.fileDated}>{instantWords(capture.fileDated)}</Row>}
        {capture !== null && <Row name={words.imported}>{instantWords(capture.imported)}</Row>}
      </dl>
    </section>
  );
}

function Proof({ view, capture }: { readonly view: ArticleView; readonly capture: Capture | null }) {
  const model = useReader();
  const address = view.revision.metadata.url ?? view.article.url;
  return (
    <section>
      <h2>{words.original}</h2>
      <dl class="facts">
        {address !== null && (
          <Row name={words.address}>
            <span class="address">{address}</span>{' '}
            <button
              type="button"
              class="link-button"
              onClick={() => void copyText(model, address, reader.said.copiedAddress)}
            >
              {words.copyAddress}
            </button>
          </Row>
        )}
        {capture !== null && (
          <>
            <Row name={words.original}>
              {capture.name}{' '}
              <span class="muted">
                · {capture.format} · {bytes(capture.bytes)}
              </span>
            </Row>
            {view.hasPages && (
              <Row name={pageTexts.pages}>
                <button
                  type="button"
                  class="link-button"
                  onClick={() => {
                    overlay.value = { kind: 'page', capture: capture.id, name: capture.name, page: 1 };
                  }}
                >
                  {pageTexts.show(1)}
                </button>
              </Row>
            )}
            <Row name={words.originalHash}>
              <code class="hash">{capture.original}</code>
            </Row>
            {capture.source !== null && <CameFrom source={capture.source} />}
          </>
        )}
        <Row name={words.textHash}>
          <code class="hash">{view.revision.sha256}</code>
        </Row>
        <Row name={words.words}>{counted(view.revision.words, 'word')}</Row>
        <Row name={words.extractor}>
          {view.revision.extractor}{' '}
          <span class="muted">· {view.upToDate ? extractionTexts.present : extractionTexts.olderHere}</span>{' '}
          {!view.upToDate && <ExtractThis />}
        </Row>
        <Row name={words.statements}>
          {figure(view.statements.length)} <FindInThis />
        </Row>
      </dl>
    </section>
  );
}

const fieldNames: ReadonlyMap<string, string> = new Map(Object.entries(words.field));

function Sources({ view }: { readonly view: ArticleView }) {
  const found = Object.entries(view.revision.metadata.sources);
  if (found.length === 0) return null;
  return (
    <section>
      <h2>{words.metadata}</h2>
      <dl class="facts">
        {found.map(([field, source]) => (
          <Row key={field} name={fieldNames.get(field) ?? field}>
            {sourceWords(source.from)}
            {source.overruled.map(({ from, value }) => (
              <span class="overruled" key={`${from} ${value}`}>
                {words.overruled(value, from)}
              </span>
            ))}
          </Row>
        ))}
      </dl>
    </section>
  );
}

/** The list itself stands under the article, where it can be corrected. */
function Removals({ view }: { readonly view: ArticleView }) {
  const model = useReader();
  const out = view.revision.removals.filter(({ returned }) => returned === undefined).length;
  const show = () => {
    model.leftOut.value = true;
    requestAnimationFrame(() => document.getElementById('left-out-fold')?.focus());
  };
  return (
    <section>
      <h2>{words.removals}</h2>
      {out === 0 ? (
        <p>{leftOutTexts.nothing}</p>
      ) : (
        <p>
          {leftOutTexts.summary(out)}{' '}
          <button type="button" class="link-button" onClick={show}>
            {leftOutTexts.open}
          </button>
        </p>
      )}
    </section>
  );
}

function Captures({ view }: { readonly view: ArticleView }) {
  return (
    <section>
      <h2>{words.captures}</h2>
      <ul>
        {view.captures.map((capture) => (
          <li key={capture.id}>
            {capture.captured === null && capture.fileDated !== null
              ? `${reader.fileDated} ${instantWords(capture.fileDated)}`
              : instantWords(capture.captured ?? capture.imported)}{' '}
            <span class="muted">
              {capture.name} · {capture.format} · {bytes(capture.bytes)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
