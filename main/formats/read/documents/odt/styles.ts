import { attribute, attributeNamed, childNamed, descendants, elementsOf } from '../../../shared/xml/find.ts';
import type { XmlElement } from '../../../shared/xml/tree.ts';

/** What a style says of the words that have it (OpenDocument 1.3, part 3, 16), with what it takes from its parents. */
export interface Style {
  /** Its own name and those of its parents, the nearest first, in lower case: "p3", "quotations". */
  readonly names: readonly string[];
  readonly strong: boolean | null;
  readonly emphasis: boolean | null;
  readonly hidden: boolean | null;
  /** 1 to 10, or null for no heading. */
  readonly outline: number | null;
  readonly masterPage: string | null;
}

export interface Styles {
  /** By family and name ("text/T1"). */
  readonly byName: ReadonlyMap<string, Style>;
  /** For each list style its levels that count, from 1 on. */
  readonly ordered: ReadonlyMap<string, ReadonlySet<number>>;
  /** Of the words that say no other, or null. */
  readonly language: string | null;
}

/** Longer chains of styles go round. */
const longestChain = 20;

/**
 * The styles of some roots. Names of automatic styles are unique in their own file only: a text's are asked with
 * the common ones, a page head's with those beside it.
 */
export function readStyles(...groups: readonly (XmlElement | null)[]): Styles {
  const written = new Map<string, XmlElement>();
  const ordered = new Map<string, ReadonlySet<number>>();
  let language: string | null = null;
  for (const group of groups)
    for (const style of group === null ? [] : elementsOf(group)) {
      const name = attribute(style, 'style:name') ?? '';
      if (style.name === 'style') written.set(`${attribute(style, 'style:family') ?? ''}/${name}`, style);
      else if (style.name === 'list-style') ordered.set(name, orderedLevels(style));
      else if (style.name === 'default-style') language ??= languageOf(style);
    }
  const byName = new Map([...written.keys()].map((key) => [key, resolved(key, written)]));
  return { byName, ordered, language };
}

/** The groups of styles of a file: common ones, and those that its program made by itself. */
export function styleGroups(root: XmlElement | null): {
  readonly common: XmlElement | null;
  readonly automatic: XmlElement | null;
} {
  return {
    common: root === null ? null : childNamed(root, 'styles'),
    automatic: root === null ? null : childNamed(root, 'automatic-styles'),
  };
}

function resolved(key: string, written: ReadonlyMap<string, XmlElement>): Style {
  const family = key.slice(0, key.indexOf('/'));
  const chain: XmlElement[] = [];
  for (let at = written.get(key); at !== undefined && chain.length < longestChain; ) {
    chain.push(at);
    at = written.get(`${family}/${attribute(at, 'style:parent-style-name') ?? ''}`);
  }
  const first = <Value>(read: (style: XmlElement) => Value | null): Value | null => {
    for (const one of chain) {
      const value = read(one);
      if (value !== null) return value;
    }
    return null;
  };
  const last = chain.at(-1);
  const named = chain.map((one) => attribute(one, 'style:display-name') ?? attribute(one, 'style:name') ?? '');
  // A parent that is not among the styles still says what the style is.
  const parent = last === undefined ? null : attribute(last, 'style:parent-style-name');
  return {
    names: [...named, ...(parent === null ? [] : [parent])].map(readableName),
    strong: first((style) => isOneOf(textProperty(style, 'fo:font-weight'), /^(?:bold|[6-9]00)$/u)),
    emphasis: first((style) => isOneOf(textProperty(style, 'fo:font-style'), /^(?:italic|oblique)$/u)),
    hidden: first((style) => isOneOf(textProperty(style, 'text:display'), /^none$/u)),
    outline: first((style) => Number(attribute(style, 'style:default-outline-level')) || null),
    masterPage: first((style) => attribute(style, 'style:master-page-name')),
  };
}

/** "Heading_20_1" is "heading 1": signs that names may not hold are written as numbers. */
export function readableName(name: string): string {
  return name
    .replace(/_([\da-f]{2,4})_/giu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .toLowerCase();
}

function textProperty(style: XmlElement, name: string): string | null {
  const properties = childNamed(style, 'text-properties');
  return properties === null ? null : attribute(properties, name);
}

function isOneOf(value: string | null, pattern: RegExp): boolean | null {
  return value === null ? null : pattern.test(value);
}

function orderedLevels(style: XmlElement): ReadonlySet<number> {
  const levels = new Set<number>();
  for (const level of descendants(style))
    if (level.name === 'list-level-style-number' && attribute(level, 'style:num-format') !== null)
      levels.add(Number(attribute(level, 'text:level')));
  return levels;
}

function languageOf(style: XmlElement): string | null {
  const properties = childNamed(style, 'text-properties');
  const language = attributeNamed(properties, 'language');
  if (language === null || /^(?:none|zxx)$/iu.test(language)) return null;
  const country = attributeNamed(properties, 'country');
  return country === null || country === 'none' ? language : `${language}-${country}`;
}
