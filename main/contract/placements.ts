/** Where a mark stands in the current revision. A lost one keeps its quotation and has no span. */
export const placements = ['exact', 'moved', 'changed', 'lost'] as const;

export type Placement = (typeof placements)[number];
