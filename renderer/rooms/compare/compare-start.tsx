import { useState } from 'preact/hooks';
import type { ChangedArticle } from '../../../main/contract/comparison.ts';
import { api } from '../../api/api.ts';
import { dateWords } from '../../shared/lib/dates.ts';
import { counted } from '../../shared/lib/figures.ts';
import { RoomHead } from '../../shared/parts/room-head.tsx';
import { Tabs } from '../../shared/parts/tabs.tsx';
import { touchedBy, useLiveValue } from '../../shared/state/changes.ts';
import { navigate } from '../../shared/state/route.ts';
import { common } from '../../shared/texts/common.ts';
import { duplicateTexts } from '../../shared/texts/duplicates.ts';
import { DuplicateGroupList } from './duplicate-groups.tsx';
import { compareTexts as texts } from './texts.ts';

const pageSize = 50;

/** What there is to compare, before two are chosen. */
export function CompareStart({ list }: { readonly list: 'changed' | 'duplicates' }) {
  return (
    <div class="room">
      <RoomHead title={texts.title} lead={texts.lead} />
      <Tabs
        label={texts.title}
        tabs={[
          { id: 'changed', label: texts.changedTitle },
          { id: 'duplicates', label: duplicateTexts.title },
        ]}
        at={list}
        change={(next) => navigate({ room: 'compare', ...(next === 'duplicates' ? { list: next } : {}) })}
      />
      <div class="room-body scrolled" role="tabpanel" id="tabpanel" aria-labelledby={`tab-${list}`} tabIndex={-1}>
        {list === 'changed' ? <ChangedArticles /> : <DuplicateGroupList />}
      </div>
    </div>
  );
}

interface Listed {
  readonly rows: readonly ChangedArticle[];
  readonly total: number;
}

function ChangedArticles() {
  const [wanted, setWanted] = useState(pageSize);
  const listed = useLiveValue<Listed | null>(
    touchedBy('articles', 'statements'),
    { before: null, read: (stop) => api.call('articles.changed', { offset: 0, limit: wanted }, { signal: stop }) },
    [wanted],
  );
  if (listed === null) return null;
  return (
    <section class="compare-offers">
      {listed.total === 0 && <p>{texts.changedEmpty}</p>}
      <ul>
        {listed.rows.map((row) => (
          <li key={row.article.id}>
            <Offer row={row} />
          </li>
        ))}
      </ul>
      {listed.rows.length < Math.min(listed.total, 1000) && (
        <button type="button" class="button" onClick={() => setWanted(Math.min(1000, wanted + 5 * pageSize))}>
          {common.more}
        </button>
      )}
      <p class="muted">
        {texts.pick[0]} <kbd>v</kbd> {texts.pick[1]}
      </p>
    </section>
  );
}

function Offer({ row: { article, previous } }: { readonly row: ChangedArticle }) {
  const facts = [
    article.publication ?? '',
    article.published === null ? '' : dateWords(article.published),
    texts.revisions(article.revisions),
    article.statements > 0 ? counted(article.statements, 'statement') : '',
  ].filter((fact) => fact !== '');
  return (
    <button
      type="button"
      class="compare-offer"
      onClick={() =>
        navigate({
          room: 'compare',
          sides: { left: { article: article.id, revision: previous }, right: { article: article.id } },
        })
      }
    >
      <b>{article.title === '' ? texts.untitled : article.title}</b>
      <span class="figures">{facts.join(' · ')}</span>
    </button>
  );
}
