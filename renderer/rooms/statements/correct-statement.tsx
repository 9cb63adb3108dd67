import type { StatementRow } from '../../../main/contract/statements.ts';
import { shownWords } from '../../shared/lib/short-words.ts';
import { Dialog } from '../../shared/parts/dialog.tsx';
import { closeOverlay } from '../../shared/state/overlays.ts';
import { StatementForm } from '../../shared/statement/statement-form.tsx';
import { common } from '../../shared/texts/common.ts';
import { correct } from './statement-acts.ts';
import { statementTexts as texts } from './texts.ts';

/** Corrects who said it, as what, for whom, what kind it is, and when. The words themselves are the original's. */
export function CorrectStatement({ statement }: { readonly statement: StatementRow }) {
  const { speaker, said } = statement;
  return (
    <Dialog title={texts.correctTitle} onClose={closeOverlay}>
      <blockquote class="quoted">{shownWords(statement.text)}</blockquote>
      <StatementForm
        initial={{
          speaker: speaker?.name ?? '',
          role: speaker?.role ?? '',
          organization: speaker?.organization ?? '',
          kind: statement.kind,
          // The contract takes days; a time of day would be cut anyway.
          said: said?.value.slice(0, 10) ?? '',
        }}
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
