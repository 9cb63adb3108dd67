import { withoutInvisible } from '../../../shared/html/inline.ts';
import { childNamed, elementsOf, textOf } from '../../../shared/xml/find.ts';
import type { XmlElement } from '../../../shared/xml/tree.ts';
import type { Style } from './styles.ts';
import { paragraphStyle, preferredOf, runStyle, symbolOf } from './vocabulary.ts';

/**
 * All words of a part, whatever becomes of them: first those that are shown, without a break where something
 * hidden stands between them, then each box, then what was deleted, hidden or set above characters.
 */
export function wordsOfPart(root: XmlElement, styles: ReadonlyMap<string, Style>): string {
  const words = new Words(styles);
  words.visit(root, false);
  return withoutInvisible(words.all());
}

class Words {
  readonly #styles: ReadonlyMap<string, Style>;
  readonly #shown: string[] = [];
  readonly #gone: string[] = [];
  readonly #boxes: string[] = [];
  #paragraph: Style | undefined;

  constructor(styles: ReadonlyMap<string, Style>) {
    this.#styles = styles;
  }

  all(): string {
    return [this.#shown, this.#boxes, this.#gone].map((words) => words.join('')).join('\n');
  }

  visit(element: XmlElement, isGone: boolean): void {
    // What is gone is put back piece by piece, so each may be a line.
    const say = (words: string) => (isGone ? this.#gone.push(words, '\n') : this.#shown.push(words));
    switch (element.name) {
      case 't':
      case 'deltext':
        say(textOf(element));
        return;
      case 'br':
      case 'cr':
        say('\n');
        return;
      case 'nobreakhyphen':
        say('\u2011');
        return;
      case 'sym':
        say(symbolOf(element));
        return;
      case 'instrtext':
      case 'delinstrtext':
        return;
      case 'alternatecontent':
        this.#children(preferredOf(element) ?? element, isGone);
        return;
      case 'txbxcontent':
        this.#box(element, isGone);
        return;
      case 'del':
      case 'movefrom':
      case 'rt':
        this.#children(element, true);
        this.#gone.push('\n');
        return;
      case 'tr': {
        const properties = childNamed(element, 'trpr');
        this.#children(element, isGone || (properties !== null && childNamed(properties, 'del') !== null));
        return;
      }
      case 'p': {
        const around = this.#paragraph;
        this.#paragraph = paragraphStyle(element, this.#styles);
        this.#children(element, isGone);
        this.#paragraph = around;
        say('\n');
        return;
      }
      case 'r':
        this.#children(element, isGone || runStyle(element, this.#paragraph, this.#styles).hidden);
        return;
      default:
        this.#children(element, isGone);
    }
  }

  #box(content: XmlElement, isGone: boolean): void {
    const inner = new Words(this.#styles);
    inner.#children(content, isGone);
    this.#boxes.push(inner.all(), '\n');
  }

  #children(element: XmlElement, isGone: boolean): void {
    for (const child of elementsOf(element)) this.visit(child, isGone);
  }
}
