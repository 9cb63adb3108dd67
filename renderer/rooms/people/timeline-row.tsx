import type { StatementId } from '../../../main/contract/ids.ts';
import type { SpeakerDescription } from '../../../main/contract/people.ts';
import type { StatementRow } from '../../../main/contract/statements.ts';
import { dateWords } from '../../shared/lib/dates.ts';
import { shownTitle, shownWords } from '../../shared/lib/short-words.ts';
import { Icon } from '../../shared/parts/icon.tsx';
import { stateWords } from '../../shared/texts/common.ts';
import { peopleTexts } from './texts.ts';

const texts = peopleTexts.page;

/** One statement on the timeline: the year where it begins, the day, the words, where they stand and as what they were said. */
export function TimelineRow(props: {
  readonly row: StatementRow | undefined;
  /** The one above, where that is known. */
  readonly before: StatementRow | null;
  readonly person: SpeakerDescription;
  readonly chosen: ReadonlySet<StatementId>;
  readonly toggle: (statement: StatementId) => void;
}) {
  const { row, before, person } = props;
  if (row === undefined)
    return (
      <span class="row-blank">
        <i />
        <i />
      </span>
    );
  const year = yearOf(row);
  /** The day that was said; else that of the article, which is told as that. */
  const day = row.said ?? row.published;
  const others = row.speakers.filter(({ id }) => id !== person.id).map(({ name }) => name);
  const own = row.speakers.find(({ id }) => id === person.id);
  const role = [own?.role, own?.organization].filter((part) => part != null && part !== person.name).join(' · ');
  const isChosen = props.chosen.has(row.id);
  return (
    <>
      <span class="when figures">
        {year !== null && (before === null || yearOf(before) !== year) && <b>{year}</b>}
        <span>{day === null ? texts.noDay : dateWords(day)}</span>
        {row.said === null && day !== null && <i>{texts.published}</i>}
      </span>
      <span class="what">
        <span class="spoken" dir="auto">
          {shownWords(row.text)}
        </span>
        <span class="where">
          <bdi>{shownTitle(row.articleTitle)}</bdi>
          {row.publication !== null && <bdi>{row.publication}</bdi>}
          {role !== '' && <bdi>{role}</bdi>}
          {others.length > 0 && <bdi>{`with ${others.join(', ')}`}</bdi>}
          <span class={`state ${row.state}`}>{stateWords[row.state]}</span>
        </span>
      </span>
      <span
        class={isChosen ? 'choose is-chosen' : 'choose'}
        aria-hidden="true"
        onClick={(event) => {
          event.stopPropagation();
          props.toggle(row.id);
        }}
      >
        {isChosen && <Icon name="check" />}
      </span>
    </>
  );
}

function yearOf({ said, published }: StatementRow): string | null {
  return (said ?? published)?.value.slice(0, 4) ?? null;
}
