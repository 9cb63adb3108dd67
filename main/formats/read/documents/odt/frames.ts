import { attribute, childNamed, childrenNamed, wordsIn } from '../../../shared/xml/find.ts';
import type { XmlElement } from '../../../shared/xml/tree.ts';
import type { Picture } from '../office/block-flow.ts';

/** What a frame or shape shows (OpenDocument 1.3, part 3, 10.4): one of these, or nothing. */
export interface Frame {
  readonly picture: Picture | null;
  /** Where the picture's bytes stand in the file itself, in base64. */
  readonly binary: XmlElement | null;
  /** The element that holds a box's paragraphs. */
  readonly box: XmlElement | null;
  /** What of another program stands in it. */
  readonly object: string | null;
}

/** `known` pictures have names already. */
export function readFrame(frame: XmlElement, known: number): Frame {
  const nothing = { picture: null, binary: null, box: null, object: null };
  const images = childrenNamed(frame, 'image');
  // The same picture may stand there in several forms; drawings are not shown.
  const image = images.find((one) => !/\.(?:svg|emf|wmf|svm)$/iu.test(attribute(one, 'xlink:href') ?? '')) ?? images[0];
  if (image !== undefined) {
    const binary = childNamed(image, 'binary-data');
    const address = attribute(image, 'xlink:href');
    const name = binary === null ? address : `picture ${known + 1}`;
    if (name === null) return nothing;
    const words = childNamed(frame, 'desc') ?? childNamed(frame, 'title');
    const alternative = wordsIn(words) ?? '';
    const picture = { name, alternative, width: pixels(frame, 'svg:width'), height: pixels(frame, 'svg:height') };
    return { ...nothing, picture, binary };
  }
  const object = ['object', 'object-ole', 'plugin', 'applet', 'floating-frame'].find(
    (name) => childNamed(frame, name) !== null,
  );
  if (object !== undefined) return { ...nothing, object: attribute(childNamed(frame, object), 'xlink:href') ?? object };
  const box = childNamed(frame, 'text-box') ?? frame;
  return { ...nothing, box };
}

const pixelsOf: Readonly<Record<string, number>> = { cm: 37.795, mm: 3.7795, in: 96, pt: 1.3333, pc: 16, px: 1 };

function pixels(frame: XmlElement, name: string): number | null {
  const match = /^(\d+(?:\.\d+)?)(cm|mm|in|pt|pc|px)$/u.exec(attribute(frame, name) ?? '');
  const length = Number(match?.[1]) * (pixelsOf[match?.[2] ?? ''] ?? Number.NaN);
  return Number.isFinite(length) && length > 0 ? length : null;
}
