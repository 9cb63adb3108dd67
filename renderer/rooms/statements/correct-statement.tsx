import type { StatementRow } from '../../../main/contract/statements.ts';
import { shownWords } from '../../shared/lib/short-words.ts';
import { Dialog } from '../../shared/parts/dialog.tsx';
import { closeOverlay } from '../../shared/state/overlays.ts';
import { valuesOf } from '../../shared/statement/statement-fields.ts';
import { StatementForm } from '../../shared/statement/statement-form.tsx';
import { common } from '../../shared/texts/common.ts';
import { correct } from './statement-acts.ts';
import { statementTexts as texts } from './texts.ts';

/** Corrects who said it, as what, for whom, what kind it is, and when. The words themselves are the original's. */
export function CorrectStatement({ statement }: { readonly statement: StatementRow }) {
  return (
    <Dialog title={texts.correctTitle} onClose={closeOverlay}>
      <blockquote class="quoted">{shownWords(statement.text)}</blockquote>
      <StatementForm
        initial={valuesOf(statement)}
        people={[]}
        saveLabel={common.save}
        onSave={(fields) => {
          closeOverlay();
          void correct(statement, fields);
        }}
        onCancel={closeOverlay}
      />
    </Dialog>
  );
}
