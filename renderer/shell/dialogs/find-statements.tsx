import type { FindAgainResult } from '../../../main/contract/find-again.ts';
import type { Selection } from '../../../main/contract/selection.ts';
import { findAgain } from '../../shared/state/finding-again.ts';
import { findingTexts as texts } from '../../shared/texts/finding.ts';
import { ArticleLines, WorkBox } from './work-on-articles.tsx';

/** Looking for statements again in articles that are there. */
export function FindStatements({ selection, what }: { readonly selection: Selection; readonly what: string }) {
  return (
    <WorkBox
      name="statements.findAgain"
      texts={texts}
      what={what}
      run={() => findAgain(selection, what)}
      result={(result) => <FindingResult result={result} />}
    />
  );
}

function FindingResult({ result }: { readonly result: FindAgainResult }) {
  return (
    <>
      <div role="status">
        <p>
          <b>{texts.counts(result)}</b>
        </p>
        {result.cancelled && <p>{texts.cancelled}</p>}
        <p class="muted">{texts.looked(result)}</p>
      </div>
      <ArticleLines
        title={texts.failed}
        lines={result.failed}
        note={({ reason }) => reason}
        total={result.counts.failed}
      />
    </>
  );
}
