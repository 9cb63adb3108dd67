import { attributeNamed, childNamed } from '../../../shared/xml/find.ts';
import type { XmlElement } from '../../../shared/xml/tree.ts';
import { symbolAt } from '../office/symbols.ts';
import { type Style, toggle } from './styles.ts';

/** What is known of WordprocessingML's elements (ECMA-376, part 1, 17) by whoever reads them. */

/** Of alternatives the first is the newer; both say the same (part 3, 10.2). */
export function preferredOf(alternatives: XmlElement): XmlElement | null {
  return childNamed(alternatives, 'choice') ?? childNamed(alternatives, 'fallback');
}

/** What a sign of a font of symbols stands for (17.3.3.30). */
export function symbolOf(element: XmlElement): string {
  return symbolAt(Number.parseInt(attributeNamed(element, 'char') ?? '', 16));
}

/** How the words of a run are set, by its own properties, its style and its paragraph's. */
export function runStyle(
  run: XmlElement,
  paragraph: Style | undefined,
  styles: ReadonlyMap<string, Style>,
): { readonly strong: boolean; readonly emphasis: boolean; readonly hidden: boolean } {
  const properties = childNamed(run, 'rpr');
  const own = styles.get(attributeNamed(properties === null ? null : childNamed(properties, 'rstyle'), 'val') ?? '');
  return {
    strong: toggle(properties, 'b') ?? own?.strong ?? false,
    emphasis: toggle(properties, 'i') ?? own?.emphasis ?? false,
    hidden: toggle(properties, 'vanish') ?? own?.hidden ?? paragraph?.hidden ?? false,
  };
}

/** The style of a paragraph. */
export function paragraphStyle(paragraph: XmlElement, styles: ReadonlyMap<string, Style>): Style | undefined {
  const properties = childNamed(paragraph, 'ppr');
  return styles.get(attributeNamed(properties === null ? null : childNamed(properties, 'pstyle'), 'val') ?? '');
}
