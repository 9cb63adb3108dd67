import { ExplainColumns } from '../rooms/import/explain-columns.tsx';
import { Unsearchable } from '../rooms/library/unsearchable.tsx';
import { PagePicture } from '../rooms/reader/page-picture.tsx';
import { CorrectStatement } from '../rooms/statements/correct-statement.tsx';
import { overlay } from '../shared/state/overlays.ts';
import { SealedWords } from '../shared/statement/sealed-words.tsx';
import { WordsElsewhereBox } from '../shared/statement/words-elsewhere.tsx';
import { Appearance } from './dialogs/appearance.tsx';
import { ChooseCollection } from './dialogs/choose-collection.tsx';
import { CitationForm } from './dialogs/citation-form.tsx';
import { CodePanel } from './dialogs/code-panel.tsx';
import { Confirm } from './dialogs/confirm.tsx';
import { ExtractAgain } from './dialogs/extract-again.tsx';
import { FindStatements } from './dialogs/find-statements.tsx';
import { KeyList } from './dialogs/key-list.tsx';
import { NameBox } from './dialogs/name-box.tsx';
import { Palette } from './palette/palette.tsx';

/** Whatever lies over the rooms now. */
export function Overlays() {
  const shown = overlay.value;
  switch (shown?.kind) {
    case undefined:
      return null;
    case 'palette':
      return <Palette />;
    case 'keys':
      return <KeyList />;
    case 'appearance':
      return <Appearance />;
    case 'citation':
      return <CitationForm />;
    case 'codes':
      return <CodePanel />;
    case 'unsearchable':
      return <Unsearchable />;
    case 'extract-again':
      return <ExtractAgain {...shown} />;
    case 'find-statements':
      return <FindStatements {...shown} />;
    case 'name':
      return <NameBox {...shown} />;
    case 'collections':
      return <ChooseCollection articles={shown.articles} />;
    case 'page':
      return <PagePicture {...shown} />;
    case 'columns':
      return <ExplainColumns {...shown} />;
    case 'elsewhere':
      return <WordsElsewhereBox statement={shown.statement} />;
    case 'seal':
      return <SealedWords statement={shown.statement} />;
    case 'correct':
      return <CorrectStatement statement={shown.statement} />;
    case 'confirm':
      return <Confirm {...shown} />;
  }
}
