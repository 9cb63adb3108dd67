import type { ComponentChildren } from 'preact';
import type { Comparison } from '../../../main/contract/comparison.ts';
import { lookAtRow } from './acts.ts';
import { BodyRow, FieldRow, StatementRow } from './compare-row.tsx';
import { changeCounts, drawnRows, type Fold, rowId, shownFields } from './differences.ts';
import type { CompareModel } from './model.ts';
import { SideHeads, SideNotices } from './side-heads.tsx';
import { compareTexts as texts } from './texts.ts';

/** Two texts side by side: what changed in a line, statements, head, body. */
export function ComparePage({ model, comparison }: { readonly model: CompareModel; readonly comparison: Comparison }) {
  const { statements, sameStatements, head } = comparison;
  const at = model.differences.value[model.at.value]?.id ?? null;
  const fields = shownFields(comparison);
  return (
    <div class="compare-page">
      <Title comparison={comparison} />
      {model.differences.value.length === 0 && (
        <p class="compare-same" role="note">
          <b>{texts.same}.</b> {texts.sameText}
        </p>
      )}
      <SideNotices comparison={comparison} />
      <SideHeads comparison={comparison} />
      {statements.length + sameStatements > 0 && (
        <Part
          title={texts.statements}
          comparison={comparison}
          aside={sameStatements > 0 ? texts.sameStatements(sameStatements) : ''}
        >
          {statements.map((statement, index) => (
            <StatementRow
              key={`${statement.left?.id} ${statement.right?.id}`}
              statement={statement}
              index={index}
              isAt={at === rowId('statement', index)}
            />
          ))}
        </Part>
      )}
      {fields.length > 0 && (
        <Part title={texts.head} comparison={comparison}>
          {fields.map((index) => {
            const field = head[index];
            const isAt = at === rowId('field', index);
            return field && <FieldRow key={field.name} field={field} index={index} isAt={isAt} />;
          })}
        </Part>
      )}
      <Part title={texts.body} comparison={comparison}>
        <Body model={model} comparison={comparison} at={at} />
      </Part>
    </div>
  );
}

/** The article's headline, or that there are two; and what changed, in figures. */
function Title({ comparison }: { readonly comparison: Comparison }) {
  const { left, right, words } = comparison;
  const isOne = left.article === right.article;
  const facts = [texts.passages(changeCounts(comparison)), texts.words(words.gone, words.added)].filter(
    (fact) => fact !== '',
  );
  return (
    <header class="compare-title">
      {isOne && right.publication !== null && <p class="kicker">{right.publication}</p>}
      <h1>{isOne ? right.title || texts.untitled : texts.twoArticles}</h1>
      {facts.length > 0 && <p class="compare-facts figures">{facts.join(' · ')}</p>}
    </header>
  );
}

/** A table of its own, so that a screen reader can go from one part to the next. */
function Part(props: {
  readonly title: string;
  readonly aside?: string;
  readonly comparison: Comparison;
  readonly children: ComponentChildren;
}) {
  const { left, right } = props.comparison;
  const name = (side: string, title: string, number: number) => `${side}: ${title}, ${texts.revision(number, null)}`;
  return (
    <section class="compare-part">
      <h2>
        {props.title}
        {props.aside !== undefined && props.aside !== '' && <span> {props.aside}</span>}
      </h2>
      <div role="table" aria-label={props.title}>
        <div role="row" class="said">
          <span role="columnheader">{name(texts.left, left.title, left.number)}</span>
          <span role="columnheader">{texts.change}</span>
          <span role="columnheader">{name(texts.right, right.title, right.number)}</span>
        </div>
        {props.children}
      </div>
    </section>
  );
}

function Body(props: { readonly model: CompareModel; readonly comparison: Comparison; readonly at: string | null }) {
  const { model, comparison, at } = props;
  const drawn = drawnRows(comparison.rows, model.onlyDifferences.value, model.opened.value);
  return (
    <>
      {drawn.map((one) => {
        if (one.kind === 'fold') return <FoldRow key={`fold ${one.from}`} fold={one} model={model} />;
        const row = comparison.rows[one.index];
        if (row === undefined) return null;
        return (
          <BodyRow
            key={one.index}
            row={row}
            index={one.index}
            isAt={at === rowId('row', one.index)}
            goTo={(index) => lookAtRow(model, index)}
          />
        );
      })}
    </>
  );
}

function FoldRow({ fold, model }: { readonly fold: Fold; readonly model: CompareModel }) {
  return (
    <div role="row">
      <div role="cell" aria-colspan={3}>
        <button
          type="button"
          class="compare-fold"
          onClick={() => {
            model.opened.value = new Set([...model.opened.value, fold.from]);
          }}
        >
          {texts.folded(fold.to - fold.from)} · <span class="fold-act">{texts.show}</span>
        </button>
      </div>
    </div>
  );
}
