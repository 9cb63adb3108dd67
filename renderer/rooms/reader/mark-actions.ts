import type { Annotation, HighlightColor } from '../../../main/contract/annotations.ts';
import type { Span } from '../../../main/contract/canonical-text.ts';
import type { AnnotationId, CodeId, StatementId } from '../../../main/contract/ids.ts';
import type { MethodInput } from '../../../main/contract/methods.ts';
import type { Statement } from '../../../main/contract/statements.ts';
import { api } from '../../api/api.ts';
import { copyCitation } from '../../shared/state/clipboard.ts';
import { notify, notifyError } from '../../shared/state/notices.ts';
import { perform } from '../../shared/state/undo.ts';
import { fieldsOfStatement, type StatementFields } from '../../shared/statement/statement-fields.ts';
import type { ReaderModel } from './model.ts';
import { reader } from './texts.ts';

/** What a person does to marks and statements. Each is one act that undo takes back as a whole. */

/** Says that nothing can be written here, where that is so. */
export function refuses(model: ReaderModel): boolean {
  if (model.writable.value) return false;
  notify(reader.said.readOnly);
  return true;
}

/** Makes a mark on a span of the shown revision and puts the eye on it. */
export async function createAnnotation(
  model: ReaderModel,
  span: Span,
  mark: { readonly color: HighlightColor | null; readonly note?: string; readonly codes?: readonly CodeId[] },
): Promise<void> {
  const view = model.view.value;
  if (view === null || refuses(model)) return;
  const { acts } = reader;
  const label = mark.note ? acts.note : mark.codes?.length ? acts.codes : acts.highlight;
  // A key that is pressed at once belongs to the new mark, not to the one looked at before.
  model.active.value = null;
  let id: AnnotationId | null = null;
  const done = await perform({
    label,
    notice: false,
    do: async () => {
      if (id !== null) await api.call('annotations.restore', { id });
      else {
        const made = await api.call('annotations.create', {
          article: model.article,
          revision: view.revision.id,
          ...span,
          color: mark.color,
          ...(mark.note === undefined ? {} : { note: mark.note }),
          ...(mark.codes === undefined ? {} : { codes: [...mark.codes] }),
        });
        id = made.id;
      }
      await model.reload();
      model.active.value = id;
    },
    undo: async () => {
      if (id !== null) await api.call('annotations.bin', { id });
      await model.reload();
    },
  });
  if (done) model.announcement.value = `${label}.`;
}

/** Changes a mark's colour, note or codes. */
export async function changeAnnotation(
  model: ReaderModel,
  annotation: Annotation,
  change: { readonly color?: HighlightColor | null; readonly note?: string; readonly codes?: readonly CodeId[] },
): Promise<void> {
  if (refuses(model)) return;
  const { acts } = reader;
  const label =
    change.note !== undefined ? acts.noteChanged : change.codes !== undefined ? acts.codesChanged : acts.color;
  const apply = async (fields: typeof change) => {
    await api.call('annotations.update', {
      id: annotation.id,
      ...(fields.color === undefined ? {} : { color: fields.color }),
      ...(fields.note === undefined ? {} : { note: fields.note }),
      ...(fields.codes === undefined ? {} : { codes: [...fields.codes] }),
    });
    await model.reload();
  };
  const before = {
    ...(change.color === undefined ? {} : { color: annotation.color }),
    ...(change.note === undefined ? {} : { note: annotation.note }),
    ...(change.codes === undefined ? {} : { codes: annotation.codes }),
  };
  const done = await perform({ label, notice: false, do: () => apply(change), undo: () => apply(before) });
  if (done) model.announcement.value = `${label}.`;
}

/** Moves a mark to the bin. */
export async function deleteAnnotation(model: ReaderModel, id: AnnotationId): Promise<void> {
  if (refuses(model)) return;
  if (model.active.value === id) model.active.value = null;
  await perform({
    label: reader.acts.deleted,
    do: () => api.call('annotations.bin', { id }).then(model.reload),
    undo: () => api.call('annotations.restore', { id }).then(model.reload),
  });
}

/** Makes a person's own statement of a span; it needs no confirming. */
export async function createStatement(model: ReaderModel, span: Span, fields: StatementFields): Promise<void> {
  const view = model.view.value;
  if (view === null || refuses(model)) return;
  model.active.value = null;
  let id: StatementId | null = null;
  const done = await perform({
    label: reader.acts.statement,
    notice: false,
    do: async () => {
      if (id !== null) await api.call('statements.restore', { id });
      else {
        const made = await api.call('statements.create', {
          article: model.article,
          revision: view.revision.id,
          ...span,
          ...fields,
        });
        id = made.id;
      }
      await model.reload();
      model.active.value = id;
    },
    undo: async () => {
      if (id !== null) await api.call('statements.bin', { id });
      await model.reload();
    },
  });
  if (done) model.announcement.value = `${reader.acts.statement}.`;
}

type StatementChange = Omit<MethodInput<'statements.update'>, 'id'>;

/** Confirms, rejects or corrects a statement. */
export async function changeStatement(
  model: ReaderModel,
  statement: Statement,
  change: StatementChange,
  label: string,
): Promise<void> {
  if (refuses(model)) return;
  const apply = async (fields: StatementChange) => {
    await api.call('statements.update', { id: statement.id, ...fields });
    await model.reload();
  };
  const takeBack = async () => {
    await api.call('statements.update', { id: statement.id, ...before, takesBack: true });
    for (const id of change.joins ?? []) await api.call('statements.restore', { id });
    await model.reload();
  };
  const now = fieldsOfStatement(statement);
  const before: StatementChange = {
    ...(change.state === undefined ? {} : { state: statement.state }),
    ...(change.kind === undefined ? {} : { kind: now.kind }),
    ...(change.speakers === undefined ? {} : { speakers: now.speakers }),
    // Of one who is named here the library still knows how the article calls them, which isn't told and stays.
    ...(change.described === undefined || now.speakers.length > 0 ? {} : { described: statement.described }),
    ...(change.said === undefined ? {} : { said: now.said }),
    ...(change.words === undefined ? {} : { words: await api.call('statements.madeOn', { id: statement.id }) }),
  };
  const rejecting = change.state === 'rejected';
  const done = await perform({ label, notice: rejecting, do: () => apply(change), undo: takeBack });
  if (done) model.announcement.value = `${label}.`;
}

/** Moves a person's own statement to the bin; a suggestion is rejected instead, so that it isn't made again. */
export async function deleteStatement(model: ReaderModel, id: StatementId): Promise<void> {
  if (refuses(model)) return;
  await perform({
    label: reader.acts.statementDeleted,
    do: () => api.call('statements.bin', { id }).then(model.reload),
    undo: () => api.call('statements.restore', { id }).then(model.reload),
  });
}

/** Copies exact words with a citation, after the core has checked them against the original. */
export async function cite(
  model: ReaderModel,
  what: { readonly statement: StatementId } | { readonly span: Span },
): Promise<void> {
  // A span counts in the text that is shown, which may be an older one.
  const revision = model.view.value?.revision.id;
  try {
    const citation =
      'statement' in what
        ? await api.call('statements.cite', { id: what.statement })
        : await api.call('articles.cite', {
            article: model.article,
            ...(revision === undefined ? {} : { revision }),
            ...what.span,
          });
    await copyCitation(model, citation, reader.said.copied);
  } catch (thrown) {
    notifyError(thrown);
  }
}
