import { attributeNamed, childNamed, elementsOf, textOf } from '../../../shared/xml/find.ts';
import type { XmlElement } from '../../../shared/xml/tree.ts';
import { BlockFlow, type ParagraphForm, type RunStyle } from '../office/block-flow.ts';
import { linkOf } from '../office/fields.ts';
import { commentBy, deleted, type Gone, hidden, movedAway, pictured, pronunciation } from '../office/gone.ts';
import type { Row } from '../office/tables.ts';
import { readDrawing } from './drawing.ts';
import { Fields } from './fields.ts';
import { type Part, type Relationship, relationshipOf } from './package.ts';
import { numberingOf, outlineOf, type Style, toggle } from './styles.ts';
import { paragraphStyle, preferredOf, runStyle, symbolOf } from './vocabulary.ts';

/** What of a package the words refer to. */
export interface DocxParts {
  readonly styles: ReadonlyMap<string, Style>;
  /** Numberings ("id:level") that count; the others are bullets. */
  readonly ordered: ReadonlySet<string>;
  readonly footnotes: Notes | null;
  readonly endnotes: Notes | null;
  readonly comments: Notes | null;
}

/** A part of notes or comments. */
export interface Notes {
  readonly part: Part;
  readonly byId: ReadonlyMap<string, XmlElement>;
}

/** A header or footer of a section's pages. */
export interface PageEdge {
  readonly kind: 'header' | 'footer';
  readonly relationship: Relationship | undefined;
}

/** What surrounds a run. */
interface Around {
  readonly paragraph: Style | undefined;
  readonly link: string | null;
  /** Why the words are not shown; null for those that are. */
  readonly gone: Gone | null;
}

/** WordprocessingML (ECMA-376, part 1, 17) as blocks: what is shown once all recorded changes are accepted. */
export class BodyReader {
  /** Notes in the order in which they are referred to. */
  readonly notes: BlockFlow[] = [];
  readonly edges: PageEdge[] = [];
  /** Whether a part of its text is kept in another format inside, which Word takes in when it opens the document. */
  hasForeignText = false;
  readonly #parts: DocxParts;
  readonly #part: Part;
  readonly #flow: BlockFlow;
  readonly #fields = new Fields();
  readonly #seen: Set<string>;
  #navigation = 0;

  /** `seen`: notes and comments that are read already; they belong to all parts of a document. */
  constructor(parts: DocxParts, part: Part, flow: BlockFlow, seen: Set<string> = new Set()) {
    this.#parts = parts;
    this.#part = part;
    this.#flow = flow;
    this.#seen = seen;
  }

  read(container: XmlElement): void {
    for (const element of elementsOf(container)) this.#block(element);
  }

  /** Comments that nothing in the text refers to. */
  looseComments(): void {
    const { comments } = this.#parts;
    for (const id of comments?.byId.keys() ?? []) this.#comment(id);
  }

  #block(element: XmlElement): void {
    switch (element.name) {
      case 'p':
        this.#paragraph(element);
        return;
      case 'tbl':
        this.#flow.table(this.#rows(element));
        return;
      case 'sdt':
        this.#structured(element, (content) => this.read(content));
        return;
      case 'sectpr':
        this.#section(element);
        return;
      case 'alternatecontent':
        this.read(preferredOf(element) ?? element);
        return;
      case 'altchunk':
      case 'subdoc':
        this.hasForeignText = true;
        return;
      case 'r':
        this.#run(element, plain);
        return;
      default:
        // Insertions, moves and marks of other programs stand around paragraphs as they do around runs.
        if (!/pr$/u.test(element.name)) this.read(element);
    }
  }

  /** A content control; one that Word fills is a table of contents. */
  #structured(element: XmlElement, read: (content: XmlElement) => void): void {
    const content = childNamed(element, 'sdtcontent');
    if (content === null) return;
    const properties = childNamed(element, 'sdtpr');
    const part = properties === null ? null : childNamed(properties, 'docpartobj');
    const gallery = part === null ? null : attributeNamed(childNamed(part, 'docpartgallery'), 'val');
    const isNavigation = gallery !== null && /^table of (?:contents|figures)$/iu.test(gallery);
    if (isNavigation) this.#navigation += 1;
    read(content);
    if (isNavigation) this.#navigation -= 1;
  }

  #section(properties: XmlElement): void {
    const references = [...elementsOf(properties)].flatMap((element) => {
      const kind = /^(header|footer)reference$/u.exec(element.name)?.[1];
      return kind === 'header' || kind === 'footer' ? [{ kind, element } as const] : [];
    });
    const isFirst = (element: XmlElement) => (attributeNamed(element, 'type') === 'first' ? 0 : 1);
    for (const { kind, element } of references.sort((one, two) => isFirst(one.element) - isFirst(two.element)))
      this.edges.push({ kind, relationship: relationshipOf(this.#part, element, 'id') });
  }

  #paragraph(paragraph: XmlElement): void {
    const style = paragraphStyle(paragraph, this.#parts.styles);
    const properties = childNamed(paragraph, 'ppr');
    const isNavigation = this.#isNavigation;
    this.#inline(paragraph, { paragraph: style, link: null, gone: null });
    const section = properties === null ? null : childNamed(properties, 'sectpr');
    if (section !== null) this.#section(section);
    const mark = properties === null ? null : childNamed(properties, 'rpr');
    // Whose end was deleted goes on in the next one.
    if (mark !== null && (childNamed(mark, 'del') !== null || childNamed(mark, 'movefrom') !== null)) return;
    this.#flow.endParagraph(
      isNavigation || this.#isNavigation
        ? { kind: 'navigation', depth: tocDepth(style) }
        : this.#form(properties, style),
    );
  }

  get #isNavigation(): boolean {
    return this.#navigation > 0 || this.#fields.isNavigation;
  }

  #form(properties: XmlElement | null, style: Style | undefined): ParagraphForm {
    const name = style?.name ?? '';
    if (/^(?:toc|index) \d$|^(?:toc heading|table of (?:figures|authorities)|index heading)$/u.test(name))
      return { kind: 'navigation', depth: tocDepth(style) };
    if (name === 'title') return { kind: 'title' };
    const level = outlineOf(properties) ?? style?.outline ?? null;
    if (level !== null) return { kind: 'heading', level };
    const numbering = numberingOf(properties) ?? style?.numbering ?? null;
    if (numbering !== null && numbering.id !== '0') {
      const ordered = this.#parts.ordered.has(`${numbering.id}:${numbering.level}`);
      return { kind: 'item', list: numbering.id, ordered, depth: numbering.level };
    }
    if (/quot|zitat|citation|^block text$/u.test(name)) return { kind: 'quotation' };
    return { kind: name === 'caption' ? 'caption' : 'paragraph' };
  }

  #rows(table: XmlElement): Row[] {
    return [...parts(table, 'tr')].flatMap((row) => {
      const properties = childNamed(row, 'trpr');
      const cells = [...parts(row, 'tc')].map((cell) => {
        const flow = new BlockFlow();
        this.#inner(flow, cell);
        return flow;
      });
      if (properties !== null && childNamed(properties, 'del') !== null) {
        for (const cell of cells) this.#flow.leaveOut(deleted, cell);
        return [];
      }
      return [{ header: toggle(properties, 'tblheader') === true, cells }];
    });
  }

  /** Reads an element of the same part into another flow: a cell, a box. */
  #inner(flow: BlockFlow, container: XmlElement): void {
    const reader = new BodyReader(this.#parts, this.#part, flow, this.#seen);
    reader.read(container);
    this.notes.push(...reader.notes);
    this.edges.push(...reader.edges);
    this.hasForeignText ||= reader.hasForeignText;
  }

  #inline(container: XmlElement, around: Around): void {
    for (const element of elementsOf(container)) this.#inlineElement(element, around);
  }

  #inlineElement(element: XmlElement, around: Around): void {
    switch (element.name) {
      case 'r':
        this.#run(element, around);
        return;
      case 'ppr':
      case 'rpr':
        return;
      case 'hyperlink': {
        const target = relationshipOf(this.#part, element, 'id');
        this.#inline(element, { ...around, link: target?.isExternal === true ? target.target : around.link });
        return;
      }
      case 'fldsimple':
        this.#inline(element, { ...around, link: linkOf(attributeNamed(element, 'instr') ?? '') ?? around.link });
        return;
      case 'del':
        this.#inline(element, { ...around, gone: deleted });
        return;
      case 'movefrom':
        this.#inline(element, { ...around, gone: movedAway });
        return;
      case 'sdt':
        this.#structured(element, (content) => this.#inline(content, around));
        return;
      case 'alternatecontent':
        this.#inline(preferredOf(element) ?? element, around);
        return;
      case 'p':
      case 'tbl':
        this.#block(element);
        return;
      default:
        // A formula's runs, and what other programs put around runs.
        this.#inline(element, around);
    }
  }

  #run(run: XmlElement, around: Around): void {
    const { hidden: isHidden, ...style } = runStyle(run, around.paragraph, this.#parts.styles);
    const gone = around.gone ?? (isHidden ? hidden : null);
    this.#pieces(run, { ...around, gone }, { ...style, link: around.link });
  }

  #pieces(container: XmlElement, around: Around, style: RunStyle): void {
    for (const element of elementsOf(container)) this.#piece(element, around, style);
  }

  #piece(element: XmlElement, around: Around, style: RunStyle): void {
    const say = (words: string) => {
      if (around.gone !== null) this.#flow.leaveOutWords(around.gone, words);
      else this.#flow.append(words, { ...style, link: style.link ?? this.#fields.link });
    };
    switch (element.name) {
      case 't':
      case 'deltext':
        say(textOf(element));
        return;
      case 'tab':
      case 'ptab':
        say(' ');
        return;
      case 'br':
      case 'cr':
        if (around.gone === null) this.#flow.lineBreak();
        else say(' ');
        return;
      case 'nobreakhyphen':
        say('\u2011');
        return;
      case 'sym':
        say(symbolOf(element));
        return;
      case 'fldchar':
        this.#fields.mark(attributeNamed(element, 'fldchartype') ?? '');
        return;
      case 'instrtext':
        this.#fields.instruct(textOf(element));
        return;
      case 'footnotereference':
      case 'endnotereference':
        this.#note(element, around);
        return;
      case 'commentreference':
        this.#comment(attributeNamed(element, 'id') ?? '');
        return;
      case 'ruby':
        this.#ruby(element, around);
        return;
      case 'alternatecontent':
        this.#pieces(preferredOf(element) ?? element, around, style);
        return;
      case 'drawing':
      case 'pict':
      case 'object':
        this.#drawing(element, around);
        return;
      default:
        return;
    }
  }

  /** Characters with their pronunciation above them (17.3.3.25). */
  #ruby(ruby: XmlElement, around: Around): void {
    const above = childNamed(ruby, 'rt');
    const base = childNamed(ruby, 'rubybase');
    if (base !== null) this.#inline(base, around);
    if (above !== null) this.#inline(above, { ...around, gone: around.gone ?? pronunciation });
  }

  #drawing(drawing: XmlElement, { gone }: Around): void {
    const { pictures, boxes, program } = readDrawing(drawing, this.#part);
    if (gone === null) for (const picture of pictures) this.#flow.picture(picture);
    for (const box of boxes) {
      const flow = new BlockFlow();
      this.#inner(flow, box);
      if (gone === null) this.#flow.attach(flow);
      else this.#flow.leaveOut(gone, flow);
    }
    if (gone === null && program !== null) this.#flow.log(pictured, program);
  }

  #note(reference: XmlElement, around: Around): void {
    const isFootnote = reference.name === 'footnotereference';
    const notes = isFootnote ? this.#parts.footnotes : this.#parts.endnotes;
    const id = attributeNamed(reference, 'id') ?? '';
    const found = this.#once(isFootnote ? 'footnote' : 'endnote', notes, id);
    if (found === null) return;
    const { flow, reader } = found;
    if (around.gone === null) this.notes.push(flow, ...reader.notes);
    else this.#flow.leaveOut(around.gone, flow);
  }

  #comment(id: string): void {
    const { comments } = this.#parts;
    const found = this.#once('comment', comments, id);
    if (found === null) return;
    const author = attributeNamed(comments?.byId.get(id) ?? null, 'author');
    this.#flow.leaveOut(commentBy(author), found.flow);
  }

  /** Reads a note, unless it was read before: notes may refer to one another. */
  #once(kind: string, notes: Notes | null, id: string): { flow: BlockFlow; reader: BodyReader } | null {
    const note = notes?.byId.get(id);
    const key = `${kind}:${id}`;
    if (notes === null || note === undefined || this.#seen.has(key)) return null;
    this.#seen.add(key);
    const flow = new BlockFlow();
    const reader = new BodyReader(this.#parts, notes.part, flow, this.#seen);
    reader.read(note);
    return { flow, reader };
  }
}

const plain: Around = { paragraph: undefined, link: null, gone: null };

/** Rows of a table or cells of a row, also inside what stands around them. */
function* parts(container: XmlElement, name: 'tr' | 'tc'): Generator<XmlElement> {
  for (const element of elementsOf(container)) {
    if (element.name === name) yield element;
    else if (element.name === 'alternatecontent') yield* parts(preferredOf(element) ?? element, name);
    else if (element.name !== 'tbl' && !/pr$/u.test(element.name)) yield* parts(element, name);
  }
}

function tocDepth(style: Style | undefined): number {
  return Number(/^(?:toc|index) (\d)$/u.exec(style?.name ?? '')?.[1] ?? 1) - 1;
}
