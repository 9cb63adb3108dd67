import { useState } from 'preact/hooks';
import type { MethodOutput } from '../../../main/contract/methods.ts';
import { api } from '../../api/api.ts';
import { Empty } from '../../shared/parts/empty.tsx';
import { Icon } from '../../shared/parts/icon.tsx';
import { touchedBy, useLiveValue } from '../../shared/state/changes.ts';
import { useKeys } from '../../shared/state/keys.ts';
import { navigate } from '../../shared/state/route.ts';
import { ProposedPair } from './proposed-pair.tsx';
import { peopleTexts } from './texts.ts';

const texts = peopleTexts.proposals;
/** So many are shown at a time. */
const page = 50;

/** Names that may be one person's; a person decides about each. */
export function Proposals() {
  const [shown, setShown] = useState(page);
  const found = useLiveValue<MethodOutput<'people.proposals'> | null>(
    touchedBy('speakers'),
    { before: null, read: (stop) => api.call('people.proposals', { limit: shown }, { signal: stop }) },
    [shown],
  );
  const all = () => navigate({ room: 'people' });
  useKeys({ Escape: { label: peopleTexts.keys.back, run: all } }, { title: peopleTexts.keys.title });
  return (
    <div class="person-page proposals">
      <button type="button" class="button quiet to-all" onClick={all}>
        <Icon name="back" /> {peopleTexts.back}
      </button>
      <header class="person-head">
        <div class="person-names">
          <h2>{texts.title}</h2>
          <p role="status">{found === null ? texts.looking : `${texts.total(found.total)}. ${texts.lead}`}</p>
        </div>
      </header>
      {found?.total === 0 && <Empty title={texts.none} text={texts.noneText} />}
      {found !== null && found.total > 0 && (
        <div class="pairs-scrolled">
          <ul class="pairs" aria-label={texts.list}>
            {found.rows.map((pair) => (
              <ProposedPair key={`${pair.one.id} ${pair.other.id}`} pair={pair} />
            ))}
          </ul>
          {found.rows.length < found.total && shown < 1000 && (
            <button type="button" class="button" onClick={() => setShown(Math.min(1000, shown + page))}>
              {texts.more}
            </button>
          )}
        </div>
      )}
    </div>
  );
}
