import { attributeNamed, childNamed, childrenNamed } from '../../../shared/xml/find.ts';
import type { XmlElement } from '../../../shared/xml/tree.ts';

/** What a style says of the words that have it (ECMA-376, part 1, 17.7), with what it takes from the styles it is based on. */
export interface Style {
  /** In lower case, as Word has it in every language: "heading 1", "title", "toc 2", "caption". */
  readonly name: string;
  /** 1 to 9, or null for no heading. */
  readonly outline: number | null;
  readonly numbering: { readonly id: string; readonly level: number } | null;
  readonly strong: boolean | null;
  readonly emphasis: boolean | null;
  readonly hidden: boolean | null;
}

/** Longer chains of styles go round. */
const longestChain = 20;

/** The styles by their ids. */
export function readStyles(root: XmlElement | null): ReadonlyMap<string, Style> {
  const written = new Map(
    (root === null ? [] : childrenNamed(root, 'style')).map((style) => [attributeNamed(style, 'styleid') ?? '', style]),
  );
  const styles = new Map<string, Style>();
  for (const id of written.keys()) styles.set(id, resolved(id, written));
  return styles;
}

function resolved(id: string, written: ReadonlyMap<string, XmlElement>): Style {
  const own = written.get(id);
  let style: Style = { name: '', outline: null, numbering: null, strong: null, emphasis: null, hidden: null };
  const chain: XmlElement[] = [];
  for (let at = own; at !== undefined && chain.length < longestChain; ) {
    chain.push(at);
    at = written.get(attributeNamed(childNamed(at, 'basedon'), 'val') ?? '');
  }
  for (const one of chain.reverse()) {
    const name = (attributeNamed(childNamed(one, 'name'), 'val') ?? '').toLowerCase();
    const paragraph = childNamed(one, 'ppr');
    const run = childNamed(one, 'rpr');
    style = {
      name,
      outline: headingOf(name) ?? outlineOf(paragraph) ?? style.outline,
      numbering: numberingOf(paragraph) ?? style.numbering,
      strong: toggle(run, 'b') ?? style.strong,
      emphasis: toggle(run, 'i') ?? style.emphasis,
      hidden: toggle(run, 'vanish') ?? style.hidden,
    };
  }
  return style;
}

function headingOf(name: string): number | null {
  const level = /^heading (\d)$/u.exec(name)?.[1];
  return level === undefined ? null : Number(level);
}

/** The level of heading that paragraph properties give (17.3.1.20), 1 to 9, or null. */
export function outlineOf(properties: XmlElement | null): number | null {
  const written = properties === null ? null : attributeNamed(childNamed(properties, 'outlinelvl'), 'val');
  const level = Number(written ?? Number.NaN);
  return level >= 0 && level < 9 ? level + 1 : null;
}

/** The list that paragraph properties put a paragraph into; an id of "0" takes it out of one. */
export function numberingOf(properties: XmlElement | null): { readonly id: string; readonly level: number } | null {
  const numbering = properties === null ? null : childNamed(properties, 'numpr');
  const id = numbering === null ? null : attributeNamed(childNamed(numbering, 'numid'), 'val');
  if (numbering === null || id === null) return null;
  return { id, level: Math.max(0, Number(attributeNamed(childNamed(numbering, 'ilvl'), 'val') ?? 0) || 0) };
}

/** A property that is on when it is there and its value doesn't say otherwise (17.17.4); null where it isn't there. */
export function toggle(properties: XmlElement | null, name: string): boolean | null {
  const property = properties === null ? null : childNamed(properties, name);
  if (property === null) return null;
  return !/^(?:0|false|off|none)$/iu.test(attributeNamed(property, 'val') ?? '');
}

/** The numberings ("id:level") that count; others have bullets. */
export function readOrdered(root: XmlElement | null): ReadonlySet<string> {
  const ordered = new Set<string>();
  if (root === null) return ordered;
  const abstract = new Map(
    childrenNamed(root, 'abstractnum').map((one) => [attributeNamed(one, 'abstractnumid'), one]),
  );
  for (const number of childrenNamed(root, 'num')) {
    const id = attributeNamed(number, 'numid');
    const shared = abstract.get(attributeNamed(childNamed(number, 'abstractnumid'), 'val'));
    const own = childrenNamed(number, 'lvloverride').flatMap((one) => childrenNamed(one, 'lvl'));
    for (const level of [...(shared === undefined ? [] : childrenNamed(shared, 'lvl')), ...own]) {
      const key = `${id}:${attributeNamed(level, 'ilvl')}`;
      const format = attributeNamed(childNamed(level, 'numfmt'), 'val');
      if (format === null || format === 'bullet' || format === 'none') ordered.delete(key);
      else ordered.add(key);
    }
  }
  return ordered;
}
