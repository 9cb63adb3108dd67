import { editMarkup, type MarkupEdit, visitMarkup } from './edit-markup.ts';

/** All pictures put back, in UTF-16 units: a page that uses one picture a thousand times must not become a thousand times as long. */
const mostRestored = 64 * 1024 * 1024;

/**
 * SingleFile keeps a picture that a page shows more than once in a style's variable and leaves an empty
 * drawing in its place. The pictures are put back where they were shown.
 */
export function restorePictures(markup: string): string {
  if (!markup.includes('var(--sf-img-')) return markup;
  const pictures = new Map<string, string>();
  for (const [, number = '', , address = ''] of markup.matchAll(
    /--sf-img-(\d{1,6})\s*:\s*url\((["']?)(data:image\/[^"')]+)\2\)/gu,
  ))
    pictures.set(number, address);
  const edits: MarkupEdit[] = [];
  let restored = 0;
  visitMarkup(markup, {
    tag({ name, kind, attributes }) {
      if (kind === 'close' || name !== 'img') return;
      const style = attributes.find((attribute) => attribute.name === 'style')?.value ?? '';
      const picture = pictures.get(/var\(--sf-img-(\d{1,6})\)/u.exec(style)?.[1] ?? '');
      const source = attributes.find((attribute) => attribute.name === 'src');
      if (picture === undefined || source === undefined || restored + picture.length > mostRestored) return;
      restored += picture.length;
      edits.push({ start: source.start, end: source.start + source.value.length, text: picture });
    },
  });
  return editMarkup(markup, edits);
}
