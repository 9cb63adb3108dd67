import type { Capture } from './captures.ts';
import type { ArticleMetadata } from './document.ts';

/** Particulars of an article that no original tells, only a package that somebody wrote. */

type Field = Exclude<keyof ArticleMetadata, 'sources'> | 'captured';

/** The capture that a revision was made from, as far as it is asked who dates it. */
type Dated = { readonly capturedBy?: Capture['capturedBy'] | undefined } | null | undefined;

/** How a source begins that is a package; a selection that was handed on leaves its name out. */
const packageSource = 'package';

export interface FactOfPackage {
  readonly field: Field;
  /** The package's name; empty where it isn't known any more. */
  readonly package: string;
}

const fieldWords: Readonly<Record<Field, string>> = {
  title: 'title',
  subheading: 'subheading',
  byline: 'byline',
  publication: 'publication',
  section: 'section',
  published: 'date',
  modified: 'date of change',
  captured: 'date of capture',
  url: 'address',
  language: 'language',
  description: 'description',
  leadImage: 'picture',
};

/** Which particulars a package tells, in the order in which they are shown. */
export function factsOfPackage({ sources }: Pick<ArticleMetadata, 'sources'>, capture: Dated): FactOfPackage[] {
  return (Object.keys(fieldWords) as Field[]).flatMap((field): FactOfPackage[] => {
    if (field === 'captured') return capture?.capturedBy === packageSource ? [{ field, package: '' }] : [];
    const from = sources[field]?.from;
    if (from !== packageSource && from?.startsWith(`${packageSource} `) !== true) return [];
    return [{ field, package: from.slice(packageSource.length + 1) }];
  });
}

/** The same as a sentence; null where the originals tell everything. */
export function packageFactsInWords(metadata: Pick<ArticleMetadata, 'sources'>, capture: Dated): string | null {
  const facts = factsOfPackage(metadata, capture);
  const [first] = facts;
  if (first === undefined) return null;
  const named = facts.map(({ field }) => fieldWords[field]);
  const last = named.at(-1) ?? '';
  const list = named.length === 1 ? last : `${named.slice(0, -1).join(', ')} and ${last}`;
  const told = `told by ${first.package === '' ? 'a package' : `the package “${first.package}”`}`;
  return `${list.charAt(0).toUpperCase()}${list.slice(1)} ${named.length === 1 ? 'is' : 'are'} ${told}; the original does not say so.`;
}
