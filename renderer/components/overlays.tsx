import { overlay } from '../state/overlays.ts';
import { Appearance } from './appearance.tsx';
import { ChooseCollection } from './choose-collection.tsx';
import { CodePanel } from './code-panel.tsx';
import { Confirm } from './confirm.tsx';
import { CorrectStatement } from './correct-statement.tsx';
import { ExplainColumns } from './explain-columns.tsx';
import { ExtractAgain } from './extract-again.tsx';
import { KeyList } from './key-list.tsx';
import { NameBox } from './name-box.tsx';
import { PagePicture } from './page-picture.tsx';
import { Palette } from './palette.tsx';
import { Unsearchable } from './unsearchable.tsx';

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
    case 'codes':
      return <CodePanel />;
    case 'unsearchable':
      return <Unsearchable />;
    case 'extract-again':
      return <ExtractAgain {...shown} />;
    case 'name':
      return <NameBox {...shown} />;
    case 'collections':
      return <ChooseCollection articles={shown.articles} />;
    case 'page':
      return <PagePicture {...shown} />;
    case 'columns':
      return <ExplainColumns {...shown} />;
    case 'correct':
      return <CorrectStatement statement={shown.statement} />;
    case 'confirm':
      return <Confirm {...shown} />;
  }
}
