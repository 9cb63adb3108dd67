import { withoutInvisible } from '../../../shared/html/inline.ts';
import { attribute, elementsOf } from '../../../shared/xml/find.ts';
import type { XmlElement } from '../../../shared/xml/tree.ts';
import type { Styles } from './styles.ts';
import { isHiddenPart, isShape } from './vocabulary.ts';

/**
 * All words of a part, whatever becomes of them: first those that are shown, without a break where something
 * hidden stands between them, then notes, boxes and comments, then what was deleted, hidden or set above
 * characters.
 */
export function wordsOfPart(root: XmlElement, styles: Styles): string {
  const words = new Words(styles);
  words.inside(root, false);
  return withoutInvisible(words.all());
}

class Words {
  readonly #styles: Styles;
  readonly #shown: string[] = [];
  readonly #beside: string[] = [];
  readonly #gone: string[] = [];

  constructor(styles: Styles) {
    this.#styles = styles;
  }

  all(): string {
    return [this.#shown, this.#beside, this.#gone].map((words) => words.join('')).join('\n');
  }

  inside(element: XmlElement, isGone: boolean): void {
    for (const child of element.children) {
      if (child.kind === 'element') this.#visit(child, isGone);
      else if (isGone) this.#gone.push(child.text, '\n');
      else this.#shown.push(child.text);
    }
  }

  #visit(element: XmlElement, isGone: boolean): void {
    switch (element.name) {
      case 'p':
      case 'h':
        (isGone ? this.#gone : this.#shown).push('\n');
        this.inside(element, isGone || isHiddenPart(element));
        (isGone ? this.#gone : this.#shown).push('\n');
        return;
      case 'line-break':
        (isGone ? this.#gone : this.#shown).push('\n');
        return;
      case 'tracked-changes':
      case 'ruby-text':
        this.inside(element, true);
        this.#gone.push('\n');
        return;
      case 'note-body':
      case 'annotation':
        this.#apart(element);
        return;
      case 'note-citation':
      case 'script':
      case 'binary-data':
        return;
      case 'span':
        this.inside(element, isGone || this.#isHiddenSpan(element));
        return;
      default:
        if (isShape(element)) this.#apart(element);
        else this.inside(element, isGone || isHiddenPart(element));
    }
  }

  #isHiddenSpan(span: XmlElement): boolean {
    return this.#styles.byName.get(`text/${attribute(span, 'text:style-name') ?? ''}`)?.hidden ?? false;
  }

  #apart(element: XmlElement): void {
    const inner = new Words(this.#styles);
    for (const child of elementsOf(element)) inner.#visit(child, false);
    this.#beside.push(inner.all(), '\n');
  }
}
