import type { ComparedSide, Comparison } from '../../../main/contract/comparison.ts';
import type { RevisionId } from '../../../main/contract/ids.ts';
import { doubtInWords, type RevisionSummary } from '../../../main/contract/revisions.ts';
import { dateWords, instantWords } from '../../shared/lib/dates.ts';
import { shownTitle } from '../../shared/lib/short-words.ts';
import { DiffersLine, VerbatimNotice } from '../../shared/parts/verbatim-notice.tsx';
import { navigate } from '../../shared/state/route.ts';
import type { Side } from './marked-words.tsx';
import { type ComparedSides, placeOf } from './sides.ts';
import { compareTexts as texts } from './texts.ts';

/** Over the heads, which stay in view: in whole sentences what stands against the words of a side. */
export function SideNotices({ comparison: { left, right } }: { readonly comparison: Comparison }) {
  if (doubtInWords(left.verbatim) === null && doubtInWords(right.verbatim) === null) return null;
  return (
    <div class="compare-row side-notices">
      <div class="side-head">
        <VerbatimNotice verbatim={left.verbatim} />
      </div>
      <span />
      <div class="side-head">
        <VerbatimNotice verbatim={right.verbatim} />
      </div>
    </div>
  );
}

/** Over the two columns: which article, which revision; any other can be chosen. */
export function SideHeads({ comparison }: { readonly comparison: Comparison }) {
  const sides = { left: placeOf(comparison.left), right: placeOf(comparison.right) };
  const isOne = comparison.left.article === comparison.right.article;
  return (
    <div class="compare-row side-heads">
      <SideHead side="left" shown={comparison.left} sides={sides} isOne={isOne} />
      <span />
      <SideHead side="right" shown={comparison.right} sides={sides} isOne={isOne} />
    </div>
  );
}

function SideHead(props: {
  readonly side: Side;
  readonly shown: ComparedSide;
  readonly sides: ComparedSides;
  readonly isOne: boolean;
}) {
  const { side, shown, sides } = props;
  const choose = (revision: RevisionId) =>
    navigate({ room: 'compare', sides: { ...sides, [side]: { article: shown.article, revision } } });
  const name = texts[side];
  return (
    <section class="side-head" aria-label={name}>
      {!props.isOne && (
        <p class="side-source">
          {shown.publication !== null && <b>{shown.publication}</b>}
          {shown.published !== null && <span>{dateWords(shown.published)}</span>}
        </p>
      )}
      {!props.isOne && (
        <button
          type="button"
          class="side-title"
          aria-label={texts.open(shown.title)}
          onClick={() => navigate({ room: 'reader', ...placeOf(shown) })}
        >
          {shown.title === '' ? texts.untitled : shownTitle(shown.title)}
        </button>
      )}
      {shown.revisions.length > 1 ? (
        <select
          class="field"
          aria-label={texts.chooseRevision(name)}
          value={shown.revision}
          onChange={(event) => {
            const chosen = shown.revisions.find(({ id }) => id === event.currentTarget.value);
            if (chosen !== undefined) choose(chosen.id);
          }}
        >
          {shown.revisions.map((revision) => (
            <option key={revision.id} value={revision.id}>
              {texts.revision(revision.number, datedWords(revision))}
            </option>
          ))}
        </select>
      ) : (
        <p class="side-revision">{texts.revision(shown.number, datedWords(shown))}</p>
      )}
      {shown.verbatim?.state === 'differs' && <DiffersLine reason={shown.verbatim.reason} />}
    </section>
  );
}

/** When a revision's page was captured; where nobody says, when its file was last changed, by that name. */
function datedWords({ captured, fileDated }: Pick<RevisionSummary, 'captured' | 'fileDated'>): string | null {
  if (captured !== null) return texts.captured(instantWords(captured));
  return fileDated === null ? null : texts.fileDated(instantWords(fileDated));
}
