import type { LibraryChange, SpeakerDescription, SpeakerId, SpeakerMoved } from '../../contract/index.ts';
import { rolesOverTime } from '../../reading/people/roles-over-time.ts';
import type { CoreContext } from '../context.ts';
import type { MethodHandlers } from '../handlers.ts';
import { proposals } from './proposals.ts';

type Names = Extract<keyof MethodHandlers, `people.${string}`>;

/** People and organizations: their names, roles and words, and what makes two of them one or one two. */
export function peopleHandlers(context: CoreContext): Pick<MethodHandlers, Names> {
  const told = (ids: readonly SpeakerId[], ...also: readonly LibraryChange[]): void => {
    context.changes.tell({ subject: 'speakers', ids }, { subject: 'events' }, ...also);
  };
  /** Statements of many articles have another speaker. */
  const spoken: LibraryChange = { subject: 'statements', ids: null, articles: null };
  const describe = async (id: SpeakerId): Promise<SpeakerDescription> => {
    const { inArticles, kept, ...rest } = await context.pool.read('people.read', id);
    return { ...rest, roles: rolesOverTime(inArticles, kept) };
  };
  const moved = (from: SpeakerId, given: SpeakerMoved): SpeakerMoved => {
    told([from, given.to], spoken);
    return given;
  };
  return {
    'people.list': ({ words, kind, sort, offset, limit }, call) =>
      context.pool.readWith(call, 'people.list', { words: words ?? null, kind: kind ?? null, sort }, { offset, limit }),
    'people.describe': ({ id }) => describe(id),
    'people.surroundings': ({ id }, call) => context.pool.readWith(call, 'people.surroundings', id),
    'people.update': async (change) => {
      await context.pool.write('people.update', change);
      told([change.id], ...(change.name === undefined ? [] : [spoken]));
      return describe(change.id);
    },
    'people.addAlias': async (alias) => {
      await context.pool.write('people.addAlias', alias);
      told([alias.id]);
      return describe(alias.id);
    },
    'people.removeAlias': async (alias) => {
      await context.pool.write('people.removeAlias', alias);
      told([alias.id]);
      return describe(alias.id);
    },
    'people.keepRole': async (role) => {
      const id = await context.pool.write('people.keepRole', role);
      told([role.id]);
      return id;
    },
    'people.removeRole': async ({ role }) => {
      told([await context.pool.write('people.removeRole', role)]);
      return null;
    },
    'people.merge': async (two) => moved(two.from, await context.pool.write('people.merge', two)),
    'people.move': async (given) => moved(given.from, await context.pool.write('people.move', given)),
    'people.undo': async ({ change }) => {
      const { people } = await context.pool.write('people.undoChange', change);
      told(people, spoken);
      return null;
    },
    'people.proposals': ({ person, offset, limit }, { signal }) =>
      proposals(context, person ?? null, { offset, limit }, signal),
    'people.tellApart': async (pair) => {
      await context.pool.write('people.setToldApart', pair, true);
      told([pair.one, pair.other]);
      return null;
    },
    'people.forgetApart': async (pair) => {
      await context.pool.write('people.setToldApart', pair, false);
      told([pair.one, pair.other]);
      return null;
    },
  };
}
