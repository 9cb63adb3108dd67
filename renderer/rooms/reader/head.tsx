import { useState } from 'preact/hooks';
import type { ArticleView } from '../../../main/contract/articles.ts';
import type { Capture } from '../../../main/contract/captures.ts';
import { packageFactsInWords } from '../../../main/contract/package-facts.ts';
import { dateWords, instantWords } from '../../shared/lib/dates.ts';
import { readingMinutes } from '../../shared/lib/figures.ts';
import { shownTitle } from '../../shared/lib/short-words.ts';
import { Icon } from '../../shared/parts/icon.tsx';
import { VerbatimNotice } from '../../shared/parts/verbatim-notice.tsx';
import { readOnly } from '../../shared/state/library.ts';
import { navigate } from '../../shared/state/route.ts';
import { Alike } from './alike.tsx';
import { makeCurrent } from './correct-actions.ts';
import { Details } from './details.tsx';
import { leftOutTexts } from './left-out-texts.ts';
import { reader } from './texts.ts';
import { Timeline } from './timeline.tsx';

/** The capture that the shown revision was made from. */
export function shownCapture(view: ArticleView) {
  return view.captures.find(({ id }) => id === view.revision.capture) ?? view.captures.at(-1) ?? null;
}

/** Whether the text itself begins with these words, which are then read there. */
function opensWith(view: ArticleView, words: string): boolean {
  return view.revision.text.startsWith(words.trim());
}

/** Source, headline, byline, and one line of particulars that opens to all of them. */
export function Head({ view }: { readonly view: ArticleView }) {
  const [open, setOpen] = useState(false);
  const { metadata } = view.revision;
  const { title } = metadata;
  const capture = shownCapture(view);
  return (
    <header class="head">
      {!view.current && <OlderRevision view={view} />}
      <VerbatimNotice verbatim={view.revision.verbatim} />
      {(metadata.publication !== null || metadata.section !== null) && (
        <p class="kicker">
          {metadata.publication !== null && <b>{metadata.publication}</b>}
          {metadata.section !== null && <span>{metadata.section}</span>}
        </p>
      )}
      <h1 id="reader-headline">{title === '' ? reader.untitled : shownTitle(title)}</h1>
      {metadata.subheading !== null && !opensWith(view, metadata.subheading) && (
        <p class="standfirst">{metadata.subheading}</p>
      )}
      <div class="meta">
        {metadata.byline.length > 0 && (
          <span>
            {reader.by} <b>{new Intl.ListFormat('en-GB').format(metadata.byline)}</b>
          </span>
        )}
        <span>
          {metadata.published === null ? (
            reader.notDated
          ) : (
            <>
              {reader.published} <b>{dateWords(metadata.published)}</b>
            </>
          )}
        </span>
        {capture !== null && <Captured capture={capture} />}
        <button
          type="button"
          class="meta-more"
          aria-expanded={open}
          aria-controls="reader-details"
          onClick={() => setOpen(!open)}
        >
          {reader.minutes(readingMinutes(view.revision.words))} · {reader.details}
          <Icon name="chevron" />
        </button>
      </div>
      <PackageFacts view={view} />
      <Timeline view={view} />
      <Alike view={view} />
      {open && <Details view={view} capture={capture} />}
    </header>
  );
}

/** When it was captured; where nobody says, when its file was last changed, by that name. */
function Captured({ capture: { captured, fileDated } }: { readonly capture: Capture }) {
  const time = captured ?? fileDated;
  if (time === null) return null;
  return (
    <span>
      {captured === null ? reader.fileDatedHead : reader.captured} <b>{instantWords(time).split(',')[0]}</b>
    </span>
  );
}

/** A title or a date that only somebody's package tells is not shown as if the original did. */
function PackageFacts({ view }: { readonly view: ArticleView }) {
  const capture = view.captures.find(({ id }) => id === view.revision.capture);
  const told = packageFactsInWords(view.revision.metadata, capture);
  if (told === null) return null;
  return (
    <p class="package-facts" role="note">
      <Icon name="folder" />
      <span>{told}</span>
    </p>
  );
}

function OlderRevision({ view }: { readonly view: ArticleView }) {
  const newest = Math.max(...view.revisions.map(({ number }) => number));
  return (
    <p class="banner" role="note">
      <span>{reader.older(view.revision.number, newest)}</span>
      <button type="button" class="link-button" onClick={() => navigate({ room: 'reader', article: view.article.id })}>
        {reader.openCurrent}
      </button>
      {!readOnly.value && (
        <button type="button" class="link-button" onClick={() => void makeCurrent(view)}>
          {leftOutTexts.makeCurrent}
        </button>
      )}
    </p>
  );
}
