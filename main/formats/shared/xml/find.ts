import { withoutInvisible } from '../html/inline.ts';
import type { XmlElement } from './tree.ts';

/** Looking around in a tree. Names are local and in lower case; a namespace is checked where it matters. */

export function* elementsOf(element: XmlElement): Iterable<XmlElement> {
  for (const child of element.children) if (child.kind === 'element') yield child;
}

export function childrenNamed(element: XmlElement, name: string): XmlElement[] {
  return [...elementsOf(element)].filter((child) => child.name === name);
}

export function childNamed(element: XmlElement, name: string): XmlElement | null {
  for (const child of elementsOf(element)) if (child.name === name) return child;
  return null;
}

/** The first element that a path of names leads to, trying each branch. */
export function at(element: XmlElement, ...path: readonly string[]): XmlElement | null {
  const [name, ...rest] = path;
  if (name === undefined) return element;
  for (const child of elementsOf(element)) {
    if (child.name !== name) continue;
    const found = at(child, ...rest);
    if (found !== null) return found;
  }
  return null;
}

/** An element and all below it, in document order. */
export function* descendants(element: XmlElement): Iterable<XmlElement> {
  yield element;
  for (const child of elementsOf(element)) yield* descendants(child);
}

export function firstDescendant(element: XmlElement, ...names: readonly string[]): XmlElement | null {
  for (const found of descendants(element)) if (names.includes(found.name)) return found;
  return null;
}

/** All text in it, as it stands. */
export function textOf(element: XmlElement): string {
  const pieces: string[] = [];
  collect(element, pieces);
  return pieces.join('');
}

function collect(element: XmlElement, pieces: string[]): void {
  for (const child of element.children) {
    if (child.kind === 'text') pieces.push(child.text);
    else collect(child, pieces);
  }
}

/** White space folded, what is never shown dropped, as in every block's text; null for nothing. */
export function folded(text: string): string | null {
  const line = withoutInvisible(text).replace(/\s+/gu, ' ').trim();
  return line === '' ? null : line;
}

/** The element's text as one line; null for an element that isn't there or holds none. */
export function wordsIn(element: XmlElement | null): string | null {
  return element === null ? null : folded(textOf(element));
}

/** An attribute's value as one line; null where it is missing or empty. */
export function attribute(element: XmlElement | null, name: string): string | null {
  return folded(element?.attributes[name] ?? '');
}

/** The same by its local name, whatever prefix the document chose for the vocabulary. */
export function attributeNamed(element: XmlElement | null, name: string): string | null {
  if (element === null) return null;
  const end = `:${name}`;
  for (const key in element.attributes) if (key === name || key.endsWith(end)) return attribute(element, key);
  return null;
}

/** `xml:lang` of the element or the nearest around it, or null. */
export function languageOf(element: XmlElement): string | null {
  for (let at: XmlElement | null = element; at !== null; at = at.parent) {
    const language = attribute(at, 'xml:lang');
    if (language !== null) return language;
  }
  return null;
}

/** Where relative addresses in an element start (XML Base): each `xml:base` is relative to the one around it. */
export function baseOf(element: XmlElement, outermost: string | null): string | null {
  const around = element.parent === null ? outermost : baseOf(element.parent, outermost);
  const own = attribute(element, 'xml:base');
  return own === null ? around : (absolute(own, around) ?? around);
}

/** An address made absolute; null where it can't be. */
export function absolute(address: string, base: string | null): string | null {
  const written = address.trim();
  if (written === '' || written.length > 4096) return null;
  try {
    return (base === null ? new URL(written) : new URL(written, base)).href;
  } catch {
    return null;
  }
}
