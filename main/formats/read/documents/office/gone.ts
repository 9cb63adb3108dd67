/** Why something in a document is not shown, as the log has it. */
export interface Gone {
  readonly step: string;
  readonly reason: string;
}

export const deleted: Gone = { step: 'changes', reason: 'It was deleted while changes were recorded.' };
export const movedAway: Gone = { step: 'changes', reason: 'It was moved from here while changes were recorded.' };
export const hidden: Gone = { step: 'hidden', reason: 'It is hidden text.' };
export const pronunciation: Gone = {
  step: 'reading-aids',
  reason: 'It tells how the characters are pronounced.',
};
/** Another program's object, of which the document keeps a picture. */
export const pictured: Gone = {
  step: 'objects',
  reason: 'It was made by another program, and only its picture is shown.',
};

/** `author`: null where the document doesn't say who wrote it. */
export function commentBy(author: string | null): Gone {
  const by = author === null ? '' : ` by ${author.slice(0, 100)}`;
  return { step: 'comments', reason: `It is a comment${by} beside the text.` };
}
