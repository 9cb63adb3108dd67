import { absolute, attribute, descendants, wordsIn } from '../../../shared/xml/find.ts';
import type { XmlElement } from '../../../shared/xml/tree.ts';
import type { ItemPicture } from '../news-item/news-item.ts';
import type { FeedNames } from './vocabulary.ts';

const imageFile = /\.(?:jpe?g|png|webp|gif|avif)(?:$|[?#])/iu;

/**
 * The picture that leads an entry: Media RSS content or thumbnail, else an enclosure that is a picture.
 * Only its address is in a feed.
 */
export function leadPicture(entry: XmlElement, names: FeedNames, base: string | null): ItemPicture[] {
  const media = [...descendants(entry)].filter((element) => names.of(element) === 'media');
  const content = media.find((element) => element.name === 'content' && isPicture(element, 'url'));
  const enclosure = [...descendants(entry)].find(
    (element) =>
      (element.name === 'enclosure' || (element.name === 'link' && element.attributes.rel === 'enclosure')) &&
      isPicture(element, element.name === 'link' ? 'href' : 'url'),
  );
  const thumbnail = media.find((element) => element.name === 'thumbnail');
  const found = content ?? enclosure ?? thumbnail ?? null;
  const address = absolute(attribute(found, 'url') ?? attribute(found, 'href') ?? '', base);
  if (found === null || address === null || !/^https?:/iu.test(address)) return [];
  return [{ address, caption: captionOf(found, entry, names) }];
}

function isPicture(element: XmlElement, addressAttribute: string): boolean {
  const medium = attribute(element, 'medium')?.toLowerCase();
  if (medium !== undefined) return medium === 'image';
  const type = attribute(element, 'type')?.toLowerCase();
  return type === undefined ? imageFile.test(attribute(element, addressAttribute) ?? '') : type.startsWith('image/');
}

/** The picture's own description; that of the whole entry is its summary. */
function captionOf(picture: XmlElement, entry: XmlElement, names: FeedNames): string | null {
  const own = names.first(picture, 'media', 'description') ?? names.first(picture, 'media', 'title');
  if (own !== null) return wordsIn(own);
  const group = picture.parent;
  return group === null || group === entry ? null : wordsIn(names.first(group, 'media', 'description'));
}
