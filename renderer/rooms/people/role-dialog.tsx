import { useId, useState } from 'preact/hooks';
import type { ArticleId } from '../../../main/contract/ids.ts';
import type { SayingArticle, SpeakerDescription } from '../../../main/contract/people.ts';
import { api } from '../../api/api.ts';
import { isDateText } from '../../shared/lib/date-text.ts';
import { shownTitle } from '../../shared/lib/short-words.ts';
import { Dialog } from '../../shared/parts/dialog.tsx';
import { touchedBy, useLiveValue } from '../../shared/state/changes.ts';
import { common } from '../../shared/texts/common.ts';
import { keepRole } from './person-acts.ts';
import { peopleTexts } from './texts.ts';

const texts = peopleTexts.role;
type Field = 'role' | 'organization' | 'since' | 'until';

/** Keeps a role by hand: as what, for whom, from when until when, and which of the articles with their words says so. */
export function RoleDialog({ person, onClose }: { readonly person: SpeakerDescription; readonly onClose: () => void }) {
  const [values, setValues] = useState<Readonly<Record<Field, string>>>({
    role: '',
    organization: '',
    since: '',
    until: '',
  });
  const [article, setArticle] = useState<ArticleId | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const id = useId();
  const articles = useLiveValue<readonly SayingArticle[]>(touchedBy('statements'), {
    before: [],
    read: async (stop) => {
      const { rows } = await api.call('statements.list', { person: person.id, limit: 200 }, { signal: stop });
      return [...new Map(rows.map((row) => [row.article, { id: row.article, title: row.articleTitle }])).values()];
    },
    onError: () => undefined,
  });
  const text = (field: Field) => (values[field].trim() === '' ? null : values[field].trim());
  const save = () => {
    const [role, organization, since, until] = [text('role'), text('organization'), text('since'), text('until')];
    if (role === null && organization === null) return setProblem(texts.empty);
    if ([since, until].some((day) => day !== null && !isDateText(day))) return setProblem(texts.bad);
    onClose();
    void keepRole({ id: person.id, role, organization, since, until, article });
  };
  const field = (name: Field, placeholder?: string) => (
    <label class="labelled">
      <span>{texts[name]}</span>
      <input
        class="field"
        maxLength={200}
        value={values[name]}
        placeholder={placeholder}
        aria-describedby={problem === null ? undefined : id}
        onInput={(event) => setValues({ ...values, [name]: event.currentTarget.value })}
      />
    </label>
  );
  return (
    <Dialog title={texts.title} onClose={onClose}>
      <form
        class="names-form"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        {field('role')}
        {field('organization')}
        <div class="two-fields">
          {field('since', texts.datePlaceholder)}
          {field('until', texts.datePlaceholder)}
        </div>
        <label class="labelled">
          <span>{texts.article}</span>
          <select
            class="field"
            value={article ?? ''}
            onChange={(event) => setArticle(articles.find((one) => one.id === event.currentTarget.value)?.id ?? null)}
          >
            <option value="">{texts.noArticle}</option>
            {articles.map((one) => (
              <option key={one.id} value={one.id}>
                {shownTitle(one.title)}
              </option>
            ))}
          </select>
        </label>
        {problem !== null && (
          <p id={id} class="hint bad" role="alert">
            {problem}
          </p>
        )}
        <div class="acts">
          <button type="submit" class="button primary">
            {texts.save}
          </button>
          <button type="button" class="button" onClick={onClose}>
            {common.cancel}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
