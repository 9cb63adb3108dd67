import type { Instant } from './instant.ts';

export interface BinItem {
  readonly kind: 'article' | 'annotation' | 'statement' | 'collection' | 'code';
  readonly id: string;
  readonly label: string;
  readonly binned: Instant;
}
