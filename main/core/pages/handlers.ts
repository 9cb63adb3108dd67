import type { CoreContext } from '../context.ts';
import type { MethodHandlers } from '../handlers.ts';
import { originalOf } from './original.ts';

export function pageHandlers(context: CoreContext): Pick<MethodHandlers, 'captures.pages'> {
  return {
    'captures.pages': async ({ capture }, { signal }) => {
      const { format, bytes } = await originalOf(context, capture);
      return { pages: await context.parsers.pages(format, bytes, signal) };
    },
  };
}
