import { attribute, childNamed, childrenNamed, elementsOf, textOf, wordsIn } from '../../../shared/xml/find.ts';
import type { XmlElement, XmlNode } from '../../../shared/xml/tree.ts';
import { BlockFlow, type ParagraphForm, plainRun, type RunStyle } from '../office/block-flow.ts';
import { commentBy, deleted, type Gone, hidden, pronunciation } from '../office/gone.ts';
import type { Row } from '../office/tables.ts';
import { readFrame } from './frames.ts';
import { readableName, type Style, type Styles } from './styles.ts';
import { isHiddenPart, isIndex, isShape } from './vocabulary.ts';

const unopened: Gone = { step: 'objects', reason: 'It was made by another program, and was not opened.' };

/** What the parts of one document share. */
export interface Shared {
  /** What was deleted, by the names of the places where it stood. */
  readonly deletions: Map<string, XmlElement>;
  /** Pictures that stand in the file itself, by the names that they are given. */
  readonly pictures: Map<string, XmlElement>;
  /** Pages that paragraphs ask for by their styles. */
  readonly masterPages: Set<string>;
  /** Notes in the order in which they stand in the text. */
  readonly notes: BlockFlow[];
}

interface List {
  readonly id: string;
  readonly style: string | null;
  readonly depth: number;
}

interface Around {
  readonly paragraph: Style | undefined;
  readonly run: RunStyle;
  readonly gone: Gone | null;
}

/** OpenDocument's text (1.3, part 3, 5 to 7) as blocks: what is shown once all recorded changes are accepted. */
export class BodyReader {
  readonly #styles: Styles;
  readonly #shared: Shared;
  readonly #flow: BlockFlow;
  #lists = 0;
  #navigation = 0;

  constructor(styles: Styles, shared: Shared, flow: BlockFlow) {
    this.#styles = styles;
    this.#shared = shared;
    this.#flow = flow;
  }

  read(container: XmlElement, list: List | null = null): void {
    for (const element of elementsOf(container)) this.#block(element, list);
  }

  #block(element: XmlElement, list: List | null): void {
    switch (element.name) {
      case 'p':
      case 'h':
        this.#paragraph(element, list);
        return;
      case 'list':
        this.#list(element, list);
        return;
      case 'numbered-paragraph':
        this.read(element, {
          id: attribute(element, 'text:list-id') ?? '',
          style: attribute(element, 'text:style-name'),
          depth: (Number(attribute(element, 'text:level')) || 1) - 1,
        });
        return;
      case 'table':
        this.#flow.table(this.#rows(element));
        return;
      case 'change':
        this.#change(element);
        return;
      case 'tracked-changes':
      case 'forms':
      case 'scripts':
      case 'variable-decls':
      case 'sequence-decls':
      case 'user-field-decls':
        return;
      default:
        this.#other(element, list);
    }
  }

  #other(element: XmlElement, list: List | null): void {
    if (isHiddenPart(element)) {
      this.#flow.leaveOut(hidden, this.#inner(element));
    } else if (isIndex(element)) {
      const body = childNamed(element, 'index-body');
      this.#navigation += 1;
      if (body !== null) this.read(body);
      this.#navigation -= 1;
    } else if (element.name === 'bibliography') {
      const body = childNamed(element, 'index-body');
      if (body !== null) this.read(body);
    } else if (isShape(element)) {
      this.#shape(element, plain);
      this.#flow.endParagraph({ kind: 'paragraph' });
    } else this.read(element, list);
  }

  #list(element: XmlElement, around: List | null): void {
    this.#lists += 1;
    const style = attribute(element, 'text:style-name') ?? around?.style ?? null;
    const list = { id: around?.id ?? String(this.#lists), style, depth: around === null ? 0 : around.depth + 1 };
    for (const item of elementsOf(element)) this.read(item, list);
  }

  #paragraph(element: XmlElement, list: List | null): void {
    const name = attribute(element, 'text:style-name');
    const style = this.#styles.byName.get(`paragraph/${name ?? ''}`);
    const page = style?.masterPage ?? null;
    if (page !== null) this.#shared.masterPages.add(page);
    if (isHiddenPart(element)) {
      this.#flow.leaveOut(hidden, this.#inner(element));
      return;
    }
    this.#inline(element.children, { ...plain, paragraph: style });
    this.#flow.endParagraph(this.#form(element, style?.names ?? [readableName(name ?? '')], style, list));
  }

  #form(element: XmlElement, names: readonly string[], style: Style | undefined, list: List | null): ParagraphForm {
    const is = (pattern: RegExp) => names.some((name) => pattern.test(name));
    if (this.#navigation > 0) return { kind: 'navigation', depth: tocDepth(names) };
    if (element.name === 'h' || style?.outline != null)
      return { kind: 'heading', level: Number(attribute(element, 'text:outline-level')) || style?.outline || 1 };
    if (is(/^(?:title|titel|titre|título|titolo)$/u)) return { kind: 'title' };
    if (list !== null) {
      const ordered = this.#styles.ordered.get(list.style ?? '')?.has(list.depth + 1) ?? false;
      return { kind: 'item', list: list.id, ordered, depth: list.depth };
    }
    if (is(/quot|zitat|citation/u)) return { kind: 'quotation' };
    return { kind: is(/^caption$|^beschriftung$/u) ? 'caption' : 'paragraph' };
  }

  #rows(table: XmlElement): Row[] {
    return [...rowsOf(table, false)].map(({ row, header }) => ({
      header,
      cells: childrenNamed(row, 'table-cell').map((cell) => this.#inner(cell)),
    }));
  }

  /** What stands in an element, by itself: a cell, a box, a note. */
  #inner(container: XmlElement): BlockFlow {
    const flow = new BlockFlow();
    const reader = new BodyReader(this.#styles, this.#shared, flow);
    if (container.name === 'p' || container.name === 'h') reader.#inline(container.children, plain);
    else reader.read(container);
    return flow;
  }

  #change(mark: XmlElement): void {
    const id = attribute(mark, 'text:change-id') ?? '';
    const deletion = this.#shared.deletions.get(id);
    this.#shared.deletions.delete(id);
    if (deletion !== undefined) this.#flow.leaveOut(deleted, this.#inner(deletion));
  }

  /** What was deleted at places that the text doesn't mark. */
  looseDeletions(): void {
    for (const deletion of this.#shared.deletions.values()) this.#flow.leaveOut(deleted, this.#inner(deletion));
    this.#shared.deletions.clear();
  }

  #inline(nodes: readonly XmlNode[], around: Around): void {
    for (const node of nodes) {
      if (node.kind === 'element') this.#inlineElement(node, around);
      else this.#say(node.text, around);
    }
  }

  #say(words: string, { gone, run }: Around): void {
    if (gone === null) this.#flow.append(words, run);
    else this.#flow.leaveOutWords(gone, words);
  }

  #inlineElement(element: XmlElement, around: Around): void {
    switch (element.name) {
      case 'span':
        this.#span(element, around);
        return;
      case 'a':
        this.#inline(element.children, { ...around, run: { ...around.run, link: attribute(element, 'xlink:href') } });
        return;
      case 's':
      case 'tab':
        this.#say(' ', around);
        return;
      case 'line-break':
        if (around.gone === null) this.#flow.lineBreak();
        else this.#say(' ', around);
        return;
      case 'note':
        this.#note(element, around);
        return;
      case 'annotation':
        this.#comment(element);
        return;
      case 'change':
        this.#change(element);
        return;
      case 'ruby': {
        const base = childNamed(element, 'ruby-base');
        this.#inline(base?.children ?? [], around);
        this.#say(textOf(childNamed(element, 'ruby-text') ?? element), {
          ...around,
          gone: around.gone ?? pronunciation,
        });
        return;
      }
      case 'script':
        return;
      default:
        if (isShape(element)) this.#shape(element, around);
        else
          this.#inline(element.children, isHiddenPart(element) ? { ...around, gone: around.gone ?? hidden } : around);
    }
  }

  #span(span: XmlElement, around: Around): void {
    const style = this.#styles.byName.get(`text/${attribute(span, 'text:style-name') ?? ''}`);
    const isHidden = style?.hidden ?? around.paragraph?.hidden ?? false;
    const run = {
      ...around.run,
      strong: style?.strong ?? around.run.strong,
      emphasis: style?.emphasis ?? around.run.emphasis,
    };
    this.#inline(span.children, { ...around, run, gone: around.gone ?? (isHidden ? hidden : null) });
  }

  #note(note: XmlElement, around: Around): void {
    const body = childNamed(note, 'note-body');
    if (body === null) return;
    const flow = this.#inner(body);
    if (around.gone === null) this.#shared.notes.push(flow);
    else this.#flow.leaveOut(around.gone, flow);
  }

  #comment(annotation: XmlElement): void {
    const author = wordsIn(childNamed(annotation, 'creator'));
    const flow = new BlockFlow();
    const reader = new BodyReader(this.#styles, this.#shared, flow);
    for (const element of elementsOf(annotation))
      if (element.name === 'p' || element.name === 'list') reader.#block(element, null);
    this.#flow.leaveOut(commentBy(author), flow);
  }

  #shape(shape: XmlElement, around: Around): void {
    if (around.gone !== null) {
      this.#flow.leaveOut(around.gone, this.#inner(shape));
      return;
    }
    if (shape.name === 'a' || shape.name === 'g') {
      for (const inner of elementsOf(shape)) if (isShape(inner)) this.#shape(inner, around);
      return;
    }
    const { picture, binary, box, object } = readFrame(shape, this.#shared.pictures.size);
    if (picture !== null) {
      if (binary !== null) this.#shared.pictures.set(picture.name, binary);
      this.#flow.picture(picture);
    } else if (box !== null) this.#flow.attach(this.#inner(box));
    else if (object !== null) this.#flow.log(unopened, object);
  }
}

const plain: Around = { paragraph: undefined, run: plainRun, gone: null };

function* rowsOf(
  table: XmlElement,
  header: boolean,
): Generator<{ readonly row: XmlElement; readonly header: boolean }> {
  for (const element of elementsOf(table)) {
    if (element.name === 'table-row') yield { row: element, header };
    else if (/^table-(?:header-rows|rows|row-group)$/u.test(element.name))
      yield* rowsOf(element, header || element.name === 'table-header-rows');
  }
}

function tocDepth(names: readonly string[]): number {
  for (const name of names) {
    const depth = /^contents (\d+)$/u.exec(name)?.[1];
    if (depth !== undefined) return Number(depth) - 1;
  }
  return 0;
}
