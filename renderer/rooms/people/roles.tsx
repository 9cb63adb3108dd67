import type { SayingArticle, SpeakerDescription, SpeakerRole } from '../../../main/contract/people.ts';
import { dateWords } from '../../shared/lib/dates.ts';
import { shownTitle } from '../../shared/lib/short-words.ts';
import { Icon } from '../../shared/parts/icon.tsx';
import { readOnly } from '../../shared/state/library.ts';
import { navigate } from '../../shared/state/route.ts';
import { removeRole } from './person-acts.ts';
import { peopleTexts } from './texts.ts';

const texts = peopleTexts.page;

/** Roles over time, each with the articles that say so. */
export function Roles({ person, keepRole }: { readonly person: SpeakerDescription; readonly keepRole: () => void }) {
  return (
    <section class="about-part">
      <h3>
        {texts.roles}
        {!readOnly.value && (
          <button
            type="button"
            class="icon-button small"
            aria-label={texts.keepRole}
            title={texts.keepRole}
            onClick={keepRole}
          >
            <Icon name="plus" />
          </button>
        )}
      </h3>
      {person.roles.length === 0 ? (
        <p class="muted">{texts.noRoles}</p>
      ) : (
        <ol class="roles">
          {person.roles.map((role) => (
            <Role key={role.kept ?? `${role.role}|${role.organization}`} person={person} told={role} />
          ))}
        </ol>
      )}
    </section>
  );
}

function Role({ person, told }: { readonly person: SpeakerDescription; readonly told: SpeakerRole }) {
  const name = [told.role, told.organization].filter((part) => part !== null).join(' · ');
  const days = between(told);
  return (
    <li>
      <bdi>
        {told.role !== null && <b>{told.role}</b>}
        {told.organization !== null && told.organization !== person.name && <span>{told.organization}</span>}
      </bdi>
      {days !== null && <span class="figures">{days}</span>}
      <span class="told-by">
        {told.kept !== null && <span>{texts.byHand}</span>}
        <Saying articles={[told.firstSaid, told.lastSaid]} />
      </span>
      {told.kept !== null && !readOnly.value && (
        <button
          type="button"
          class="icon-button small"
          aria-label={texts.removeRole(name)}
          title={texts.removeRole(name)}
          onClick={() => void removeRole(person.id, told)}
        >
          <Icon name="cross" />
        </button>
      )}
    </li>
  );
}

/** One article, or the first and the last of several. */
function Saying({
  articles: [first, last],
}: {
  readonly articles: readonly [SayingArticle | null, SayingArticle | null];
}) {
  if (first === null) return null;
  if (last === null || last.id === first.id) return <Link before={texts.saidIn} article={first} />;
  return (
    <>
      <Link before={texts.firstSaid} article={first} />
      <Link before={texts.lastSaid} article={last} />
    </>
  );
}

function Link({ before, article }: { readonly before: string; readonly article: SayingArticle }) {
  return (
    <span>
      {before}{' '}
      <button type="button" class="link-button" onClick={() => navigate({ room: 'reader', article: article.id })}>
        <bdi>{shownTitle(article.title)}</bdi>
      </button>
    </span>
  );
}

function between({ since, until }: SpeakerRole): string | null {
  const words = (value: string) => dateWords({ value, precision: 'day' });
  if (since !== null && until !== null) return peopleTexts.page.between(words(since), words(until));
  if (since !== null) return texts.since(words(since));
  return until === null ? null : texts.until(words(until));
}
