import type { ExtractAgainResult, ExtractionLine } from '../../../main/contract/extraction.ts';
import { placements } from '../../../main/contract/placements.ts';
import type { Selection } from '../../../main/contract/selection.ts';
import { extractAgain } from '../../shared/state/extracting.ts';
import { extractionTexts as texts } from '../../shared/texts/extraction.ts';
import { ArticleLines, WorkBox } from './work-on-articles.tsx';

/** Reading articles again with the present extractors. */
export function ExtractAgain({ selection, what }: { readonly selection: Selection; readonly what: string }) {
  return (
    <WorkBox
      name="articles.extractAgain"
      texts={texts}
      what={what}
      run={() => extractAgain(selection, what)}
      result={(result) => <ExtractionResult result={result} />}
    />
  );
}

function ExtractionResult({ result }: { readonly result: ExtractAgainResult }) {
  const marks = placements.some((placement) => result.placed[placement] > 0);
  return (
    <>
      <div role="status">
        <p>
          <b>{texts.counts(result) || texts.nothing}</b>
        </p>
        {result.cancelled && <p>{texts.cancelled}</p>}
        {marks && <p class="muted">{texts.placed(result.placed)}</p>}
      </div>
      <ArticleLines title={texts.marksChanged} lines={result.marksChanged} note={marksOf} />
      <ArticleLines
        title={texts.failed}
        lines={result.failed}
        note={({ reason }) => reason ?? ''}
        total={result.counts.failed}
      />
    </>
  );
}

function marksOf({ placed }: ExtractionLine): string {
  return placed === null ? '' : texts.marks({ ...placed, exact: 0, moved: 0 });
}
