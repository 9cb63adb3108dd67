import type { Annotation } from '../../contract/index.ts';
import { targetOf } from '../anchoring/place-marks.ts';
import type { CoreContext } from '../context.ts';
import type { MethodHandlers } from '../handlers.ts';

type Names = 'annotations.create' | 'annotations.update' | 'annotations.bin' | 'annotations.restore';

export function annotationHandlers(context: CoreContext): Pick<MethodHandlers, Names> {
  const changed = (annotation: Annotation): Annotation => {
    context.emit('library.changed', {
      subjects: ['annotations', 'codes', 'events'],
      articles: [annotation.article],
    });
    return annotation;
  };
  const moved = (annotation: Annotation): Annotation => {
    context.emit('library.changed', {
      subjects: ['annotations', 'codes', 'bin', 'events'],
      articles: [annotation.article],
    });
    return annotation;
  };
  return {
    'annotations.create': async ({ article, revision, start, end, color, note, codes }) => {
      const target = await targetOf(context, article, revision, { start, end });
      return changed(await context.pool.write('annotations.create', { article, ...target, color, note, codes }));
    },
    'annotations.update': async ({ id, color, note, codes }) =>
      changed(await context.pool.write('annotations.update', { id, color, note, codes })),
    'annotations.bin': async ({ id }) => {
      moved(await context.pool.write('annotations.setBinned', id, true));
      return null;
    },
    'annotations.restore': async ({ id }) => moved(await context.pool.write('annotations.setBinned', id, false)),
  };
}
