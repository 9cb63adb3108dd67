import type { HtmlElement } from '../../../shared/html/tree.ts';
import type { BlockContext } from './block-context.ts';
import { type Draft, makeDraft } from './draft.ts';

/** Attributes in which scripts keep the address of an image that is loaded later. */
const lazyAttributes = [
  'data-src',
  'data-original',
  'data-lazy-src',
  'data-lazy',
  'data-url',
  'data-image',
  'data-img-src',
  'data-hi-res-src',
  'data-full-src',
  'data-large-file',
  'data-actualsrc',
  'data-orig-file',
];
const lazySets = ['data-srcset', 'data-lazy-srcset', 'data-original-set'];
/** Smaller images are icons, spacers and counters. */
const smallestSide = 32;

/** The best address of an image: what was shown, else the largest of its set, else what a script would load. */
export function imageAddress(element: HtmlElement): string | null {
  const { attributes } = element;
  const shown = (attributes.src ?? '').trim();
  if (shown !== '' && !isPlaceholder(shown)) return shown;
  for (const name of lazyAttributes) {
    const value = (attributes[name] ?? '').trim();
    if (/^(?:https?:)?\/\/|^\.{0,2}\/|^[^\s{<]+\.(?:jpe?g|png|webp|gif|avif)\b/iu.test(value)) return value;
  }
  for (const name of ['srcset', ...lazySets]) {
    const largest = largestOfSet(attributes[name] ?? '');
    if (largest !== null) return largest;
  }
  return shown === '' ? null : shown;
}

/** A transparent pixel or an inline drawing that stands in for the picture. */
function isPlaceholder(address: string): boolean {
  if (/^data:image\/svg/iu.test(address)) return true;
  if (/^data:/iu.test(address)) return address.length < 600;
  return /^(?:about:blank|#|javascript:)|(?:^|\/)(?:blank|spacer|placeholder|transparent|pixel|1x1|lazy|grey|gray)\.(?:gif|png|jpe?g|svg)/iu.test(
    address,
  );
}

/** The candidate with the largest width or density (HTML, 4.8.4.2.1). */
export function largestOfSet(set: string): string | null {
  let best: { address: string; size: number } | null = null;
  // Addresses may hold commas; a candidate ends with its descriptor.
  for (const match of set.slice(0, 20_000).matchAll(/\s*(\S*[^\s,])(?:\s+(\d+(?:\.\d+)?)([wx]))?\s*(?:,|$)/gu)) {
    const address = match[1] ?? '';
    const size = Number(match[2] ?? 1) * (match[3] === 'w' ? 1 : 1000);
    if (address !== '' && !isPlaceholder(address) && size > (best?.size ?? 0)) best = { address, size };
  }
  return best?.address ?? null;
}

function side(value: string | undefined): number | null {
  const number = Number.parseInt(value ?? '', 10);
  return Number.isFinite(number) && number > 0 && number < 100_000 ? number : null;
}

/** A picture as a draft; `source` still is the address as written. */
export function readImage(element: HtmlElement, context: BlockContext): Draft | null {
  return imageDraft(element, null, element, context);
}

function imageDraft(
  image: HtmlElement,
  caption: HtmlElement | null,
  holder: HtmlElement,
  context: BlockContext,
): Draft | null {
  const source = imageAddress(image) ?? pictureSource(image);
  if (source === null) return null;
  const width = side(image.attributes.width);
  const height = side(image.attributes.height);
  if ((width !== null && width < smallestSide) || (height !== null && height < smallestSide)) return null;
  const runs = caption === null ? [] : context.readRuns(caption);
  const text = runs.map((run) => run.content.text).join(' ');
  const first = runs[0]?.content ?? null;
  return makeDraft(
    {
      kind: 'figure',
      image: null,
      source,
      alternative: (image.attributes.alt ?? '').replace(/\s+/gu, ' ').trim(),
      width,
      height,
      caption: first === null ? null : runs.length === 1 ? first : { text, marks: [] },
    },
    holder,
    0,
  );
}

/** The largest of the sources around an image. */
function pictureSource(image: HtmlElement): string | null {
  if (image.parent?.name !== 'picture') return null;
  for (const child of image.parent.children) {
    if (child.kind === 'text' || child.name !== 'source') continue;
    const address = largestOfSet(child.attributes.srcset ?? '') ?? largestOfSet(child.attributes['data-srcset'] ?? '');
    if (address !== null) return address;
  }
  return null;
}

/** A figure with its caption, or null where it holds no image and should be read as a box. */
export function readFigure(element: HtmlElement, context: BlockContext): Draft | null {
  const image = findImage(element, context);
  if (image === null) return null;
  const caption = find(element, (at) => at.name === 'figcaption', context);
  const words = context.measures.text[element.order] ?? 0;
  const captionWords = caption === null ? 0 : (context.measures.text[caption.order] ?? 0);
  // More text than a caption: a box that happens to be called a figure.
  if (words - captionWords > 400) return null;
  return imageDraft(image, caption ?? (words > 0 ? element : null), element, context);
}

function findImage(element: HtmlElement, context: BlockContext): HtmlElement | null {
  return (
    find(element, (at) => (at.name === 'img' || at.name === 'amp-img') && imageAddress(at) !== null, context) ??
    // Pages that load images by script keep a plain one for readers without.
    findInNoscript(element)
  );
}

function findInNoscript(element: HtmlElement): HtmlElement | null {
  for (const child of element.children) {
    if (child.kind === 'text') continue;
    if (child.name === 'noscript') {
      const image = child.children.find((at) => at.kind === 'element' && at.name === 'img');
      if (image !== undefined && image.kind === 'element') return image;
    }
    const inner = findInNoscript(child);
    if (inner !== null) return inner;
  }
  return null;
}

function find(
  element: HtmlElement,
  test: (element: HtmlElement) => boolean,
  context: BlockContext,
): HtmlElement | null {
  for (const child of element.children) {
    if (child.kind === 'text' || context.isRemoved(child)) continue;
    if (test(child)) return child;
    const inner = find(child, test, context);
    if (inner !== null) return inner;
  }
  return null;
}
