import { signal } from '@preact/signals';
import type { ColumnMapping } from '../../../main/contract/columns.ts';
import type { ArticleId, CaptureId, StatementId } from '../../../main/contract/ids.ts';
import type { Selection } from '../../../main/contract/selection.ts';
import type { StatementRow } from '../../../main/contract/statements.ts';

/** What lies over the rooms. One at a time. */
export type Overlay =
  | { readonly kind: 'palette' }
  | { readonly kind: 'keys' }
  | { readonly kind: 'appearance' }
  | { readonly kind: 'citation' }
  | { readonly kind: 'codes' }
  | { readonly kind: 'unsearchable' }
  | { readonly kind: 'extract-again'; readonly selection: Selection; readonly what: string }
  | { readonly kind: 'find-statements'; readonly selection: Selection; readonly what: string }
  | {
      readonly kind: 'name';
      readonly title: string;
      readonly value: string;
      /** Names that may be meant. */
      readonly suggested?: readonly string[];
      readonly save: (name: string) => void;
    }
  | { readonly kind: 'collections'; readonly articles: readonly ArticleId[] }
  | { readonly kind: 'page'; readonly capture: CaptureId; readonly name: string; readonly page: number }
  | { readonly kind: 'columns'; readonly table: ColumnMapping }
  | { readonly kind: 'elsewhere'; readonly statement: StatementId }
  | { readonly kind: 'seal'; readonly statement: StatementId }
  | { readonly kind: 'correct'; readonly statement: StatementRow }
  | {
      readonly kind: 'confirm';
      readonly title: string;
      readonly text: string;
      readonly action: string;
      readonly run: () => void;
    };

export const overlay = signal<Overlay | null>(null);

export function closeOverlay(): void {
  overlay.value = null;
}
