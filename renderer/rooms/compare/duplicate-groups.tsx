import { useState } from 'preact/hooks';
import type { ArticleSummary } from '../../../main/contract/articles.ts';
import type { AlikePair, DuplicateGroup, DuplicateGroups } from '../../../main/contract/duplicates.ts';
import { api } from '../../api/api.ts';
import { dateWords } from '../../shared/lib/dates.ts';
import { Empty } from '../../shared/parts/empty.tsx';
import { touchedBy, useLiveValue } from '../../shared/state/changes.ts';
import { dismissDuplicates } from '../../shared/state/duplicate-acts.ts';
import { readOnly } from '../../shared/state/library.ts';
import { navigate } from '../../shared/state/route.ts';
import { common } from '../../shared/texts/common.ts';
import { duplicateTexts as texts } from '../../shared/texts/duplicates.ts';
import { compareTexts } from './texts.ts';

const pageSize = 25;

/** Articles that carry much of the same text, group by group. */
export function DuplicateGroupList() {
  const [wanted, setWanted] = useState(pageSize);
  const listed = useLiveValue<DuplicateGroups | null>(
    touchedBy('duplicates', 'articles'),
    { before: null, read: (stop) => api.call('duplicates.list', { offset: 0, limit: wanted }, { signal: stop }) },
    [wanted],
  );
  if (listed === null) return null;
  return (
    <div class="duplicate-groups">
      {listed.waiting > 0 && (
        <p class="muted figures" role="status">
          {texts.waiting(listed.waiting)}
        </p>
      )}
      {listed.total === 0 && <Empty title={texts.emptyTitle} text={texts.emptyText} />}
      {listed.groups.map((group) => (
        <Group key={group.articles.map(({ id }) => id).join(' ')} group={group} />
      ))}
      {listed.groups.length < Math.min(listed.total, 1000) && (
        <button type="button" class="button" onClick={() => setWanted(Math.min(1000, wanted + 4 * pageSize))}>
          {common.more}
        </button>
      )}
    </div>
  );
}

function Group({ group }: { readonly group: DuplicateGroup }) {
  const [first] = group.articles;
  return (
    <ul class="duplicate-group" aria-label={texts.group(titleOf(first))}>
      {group.articles.map((article, index) => (
        <li key={article.id}>
          <Member article={article} group={group} before={group.articles.slice(0, index)} />
        </li>
      ))}
    </ul>
  );
}

function titleOf(article: ArticleSummary | undefined): string {
  return article === undefined || article.title === '' ? compareTexts.untitled : article.title;
}

/** One article of a group, with how much it shares with the one before it that it is most alike to. */
function Member(props: {
  readonly article: ArticleSummary;
  readonly group: DuplicateGroup;
  readonly before: readonly ArticleSummary[];
}) {
  const { article, group, before } = props;
  const own = group.pairs.filter(({ one, other }) => one === article.id || other === article.id);
  const partnerOf = ({ one, other }: AlikePair) => (one === article.id ? other : one);
  const nearest = own
    .filter((pair) => before.some(({ id }) => id === partnerOf(pair)))
    .toSorted((one, other) => (other.contained ?? 0) - (one.contained ?? 0))[0];
  const partner = before.find(({ id }) => nearest !== undefined && id === partnerOf(nearest));
  const facts = [
    article.publication ?? '',
    article.published === null ? '' : dateWords(article.published),
    texts.words(article.words),
    nearest === undefined || partner === undefined
      ? ''
      : nearest.contained === null
        ? texts.sameAddress
        : texts.contained(nearest.contained, article.words, partner.words),
  ].filter((fact) => fact !== '');
  return (
    <>
      <button type="button" class="alike-title" onClick={() => navigate({ room: 'reader', article: article.id })}>
        {titleOf(article)}
      </button>
      <span class="figures">{facts.join(' · ')}</span>
      {partner !== undefined && (
        <button
          type="button"
          class="link-button"
          aria-label={`${titleOf(article)}: ${texts.compareWith(titleOf(partner))}`}
          onClick={() =>
            navigate({ room: 'compare', sides: { left: { article: partner.id }, right: { article: article.id } } })
          }
        >
          {texts.compare}
        </button>
      )}
      {!readOnly.value && (
        <button
          type="button"
          class="link-button"
          aria-label={texts.notSameAs(titleOf(article))}
          onClick={() => void dismissDuplicates(article.id, own.map(partnerOf))}
        >
          {texts.notSame}
        </button>
      )}
    </>
  );
}
