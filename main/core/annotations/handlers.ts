import type { Annotation, CodeId, LibraryChange } from '../../contract/index.ts';
import type { CoreContext } from '../context.ts';
import type { MethodHandlers } from '../handlers.ts';
import { targetOf } from './place-marks.ts';

type Names = 'annotations.create' | 'annotations.update' | 'annotations.bin' | 'annotations.restore';

export function annotationHandlers(context: CoreContext): Pick<MethodHandlers, Names> {
  /** `codes` are those whose counts it changes; null where that isn't known. */
  const changed = (
    annotation: Annotation,
    codes: readonly CodeId[] | null,
    ...also: readonly LibraryChange[]
  ): Annotation => {
    const { id, article } = annotation;
    context.changes.tell(
      { subject: 'annotations', ids: [id], articles: [article] },
      ...(codes?.length === 0 ? [] : [{ subject: 'codes', ids: codes } as const]),
      { subject: 'events' },
      ...also,
    );
    return annotation;
  };
  const moved = (annotation: Annotation): Annotation => changed(annotation, annotation.codes, { subject: 'bin' });
  return {
    'annotations.create': async ({ article, revision, start, end, color, note, codes }) => {
      const target = await targetOf(context, article, revision, { start, end });
      const made = await context.pool.write('annotations.create', { article, ...target, color, note, codes });
      return changed(made, made.codes);
    },
    'annotations.update': async ({ id, color, note, codes }) =>
      // Which codes it had before is not known here.
      changed(
        await context.pool.write('annotations.update', { id, color, note, codes }),
        codes === undefined ? [] : null,
      ),
    'annotations.bin': async ({ id }) => {
      moved(await context.pool.write('annotations.setBinned', id, true));
      return null;
    },
    'annotations.restore': async ({ id }) => moved(await context.pool.write('annotations.setBinned', id, false)),
  };
}
