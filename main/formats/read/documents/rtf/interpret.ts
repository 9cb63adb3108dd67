import { isNavigationField, linkOf } from '../office/fields.ts';
import { deleted, type Gone, hidden, pictured } from '../office/gone.ts';
import { symbolAt } from '../office/symbols.ts';
import { DefinedForms } from './defined-forms.ts';
import { besideText, characters, destinations, transparent } from './destinations.ts';
import { FontTable } from './encodings.ts';
import { InformationGroup, isInformationField, type RtfInformation } from './information.ts';
import { type PictureStore, pictureName } from './pictures.ts';
import { type RtfHandler, scanRtf } from './scan.ts';
import type { PartKind, RtfSink } from './sink.ts';
import {
  applyProperty,
  paragraphForm,
  plainCharacter,
  plainParagraph,
  type State,
  startState,
  tableDepth,
} from './state.ts';

export interface RtfFile {
  readonly information: RtfInformation;
  /** Windows' number of the language that most words are in, or null. */
  readonly language: number | null;
  /** Whether groups were still open when it ended, or stood deeper than is read. */
  readonly missing: 'end' | 'depths' | null;
}

const noPicture: Gone = { step: 'pictures', reason: 'It is a picture of a kind that is not shown here.' };

/** What holds in a group takes some 250 bytes of memory until it ends; deeper ones are made to take all there is. */
const deepestGroup = 1_000_000;
/** Longer names and instructions are none. */
const longestSaid = 5000;

/** Reads an RTF file (1.9.1) and tells a sink its text. Objects are not opened, fields not computed. */
export function interpretRtf(bytes: Uint8Array, sink: RtfSink, pictures: PictureStore): RtfFile {
  const interpreter = new Interpreter(sink, pictures);
  scanRtf(bytes, interpreter, () => interpreter.isDone);
  return interpreter.finish();
}

class Interpreter implements RtfHandler {
  isDone = false;
  readonly #top: RtfSink;
  readonly #pictures: PictureStore;
  readonly #forms = new DefinedForms();
  readonly #information = new InformationGroup();
  readonly #stack: State[] = [];
  #state: State;
  #tooDeep = 0;
  #wasTooDeep = false;
  /** `\*` was read: an unknown word now makes the group one to be skipped. */
  #isOptional = false;
  /** Bytes that wait for the rest of a character. */
  #bytes: Uint8Array[] = [];
  #toSkip = 0;
  readonly #fonts = new FontTable();
  #property = '';
  #author = '';
  #language = 0;
  readonly #languages = new Map<number, number>();
  #isHeaderRow = false;

  constructor(sink: RtfSink, pictures: PictureStore) {
    this.#top = sink;
    this.#pictures = pictures;
    this.#state = startState(sink);
  }

  finish(): RtfFile {
    this.#flush();
    const missing = this.#stack.length > 0 ? 'end' : this.#wasTooDeep ? 'depths' : null;
    this.#tooDeep = 0;
    while (this.#stack.length > 0) this.close();
    this.#top.close(null);
    const [language = null] = [...this.#languages].sort((one, two) => two[1] - one[1]).map(([number]) => number);
    return { information: this.#information.read(), language, missing };
  }

  open(): void {
    this.#flush();
    this.#toSkip = 0;
    this.#isOptional = false;
    if (this.#stack.length >= deepestGroup) {
      this.#tooDeep += 1;
      this.#wasTooDeep = true;
      return;
    }
    this.#stack.push(this.#state);
    this.#state = { ...this.#state, onClose: null };
  }

  close(): void {
    this.#flush();
    this.#toSkip = 0;
    this.#isOptional = false;
    if (this.#tooDeep > 0) {
      this.#tooDeep -= 1;
      return;
    }
    const outer = this.#stack.pop();
    if (outer === undefined) return;
    this.#state.onClose?.();
    this.#state = outer;
    // What follows the end of the document is none of it.
    if (this.#stack.length === 0) this.isDone = true;
  }

  text(bytes: Uint8Array): void {
    this.#isOptional = false;
    const from = Math.min(this.#toSkip, bytes.length);
    this.#toSkip -= from;
    const { destination, picture } = this.#state;
    if (destination === 'skip' || from === bytes.length) return;
    if (destination !== 'picture') this.#bytes.push(bytes.subarray(from));
    else if (picture !== null) this.#pictures.add(picture, Buffer.from(bytes).toString('latin1'));
  }

  binary(bytes: Uint8Array): void {
    const { destination, picture } = this.#state;
    if (destination === 'picture' && picture !== null) this.#pictures.add(picture, bytes);
  }

  symbol(character: string): void {
    if (this.#isSkipped()) return;
    this.#flush();
    switch (character) {
      case '*':
        this.#isOptional = true;
        return;
      case '~':
        this.#say('\u00a0');
        return;
      case '_':
        this.#say('\u2011');
        return;
      case '\n':
      case '\r':
        this.#endParagraph();
        return;
      case '\\':
      case '{':
      case '}':
        this.#say(character);
    }
  }

  /** After `\u` each byte, word or symbol counts as one character. */
  #isSkipped(): boolean {
    if (this.#toSkip === 0) return false;
    this.#toSkip -= 1;
    return true;
  }

  word(name: string, value: number | null): void {
    if (this.#isSkipped()) return;
    this.#flush();
    const isOptional = this.#isOptional;
    this.#isOptional = false;
    if (this.#destinationWord(name, value, isOptional)) return;
    const state = this.#state;
    if (name === 'u' && value !== null) {
      this.#unicode(value);
      return;
    }
    switch (state.destination) {
      case 'fonts':
        this.#fonts.define(name, value);
        return;
      case 'styles':
        this.#forms.styleWord(name, value);
        return;
      case 'lists':
        this.#forms.listWord(name, value);
        return;
      case 'list-overrides':
        this.#forms.overrideWord(name, value);
        return;
      case 'information':
        if (value === null && isInformationField(name)) state.information = name;
        else if (value === null && state.information === null) state.destination = 'skip';
        else if (value !== null && state.information !== null) this.#information.count(state.information, name, value);
        return;
      case 'picture':
        if (state.picture !== null) this.#pictures.word(state.picture, name, value);
        return;
      case 'text':
        if (name === 'lang') this.#language = value ?? 0;
        else if (!applyProperty(state, name, value) && !this.#fonts.documentWord(name, value)) this.#textWord(name);
        return;
      default:
        applyProperty(state, name, value);
    }
  }

  /** True when the word says what the group holds. */
  #destinationWord(name: string, value: number | null, isOptional: boolean): boolean {
    const state = this.#state;
    if (name === 'ud' && state.outside !== null) {
      state.destination = state.outside;
      return true;
    }
    if (state.destination === 'skip') return true;
    const known = destinations.get(name);
    if (known !== undefined) {
      if (known === 'property-name') this.#property = '';
      if (known === 'author') this.#author = '';
      state.destination = known;
      return true;
    }
    const part = besideText.get(name);
    if (part !== undefined) {
      if (state.destination === 'text') this.#openPart(part);
      return true;
    }
    if (this.#opening(name, value)) return true;
    // What a formula's parts look like.
    if (!(isOptional ? !transparent.has(name) : /^m[a-zA-Z]*Pr$/u.test(name))) return false;
    state.destination = 'skip';
    return true;
  }

  /** Words that open what has to be closed, or lead to text in a way of their own. */
  #opening(name: string, value: number | null): boolean {
    const state = this.#state;
    switch (name) {
      case 'info':
        state.destination = 'information';
        return true;
      case 'pict':
        state.destination = 'picture';
        state.picture = this.#pictures.begin();
        state.onClose = () => this.#endPicture(state);
        return true;
      case 'field':
        state.field = { instruction: '' };
        return true;
      case 'fldrslt':
        state.link = linkOf(state.field?.instruction ?? '') ?? state.link;
        state.isNavigation ||= isNavigationField(state.field?.instruction ?? '');
        return true;
      case 'upr':
        state.outside = state.destination;
        state.destination = 'skip';
        return true;
      case 'pnlvlblt':
      case 'pnlvlbody':
      case 'pnlvl':
        this.#olderList(name !== 'pnlvlblt', value);
        return true;
      default:
        return false;
    }
  }

  /** `\pn` stands in a group of the paragraph that it speaks of. */
  #olderList(isOrdered: boolean, value: number | null): void {
    const around = this.#stack.at(-1);
    if (around !== undefined) {
      around.older = isOrdered;
      if (value !== null) around.level = Math.max(0, value - 1);
    }
    this.#state.destination = 'skip';
  }

  #openPart(kind: PartKind): void {
    const state = this.#state;
    const sink = state.sink.part(kind, tableDepth(state));
    Object.assign(state, { sink, ...plainParagraph, ...plainCharacter, link: null, isNavigation: false });
    state.onClose = () => {
      const author = this.#author.trim();
      sink.close(kind === 'comment' && author !== '' ? author : null);
      if (kind === 'comment') this.#author = '';
    };
  }

  #endPicture(state: State): void {
    const { picture, sink } = state;
    if (picture === null) return;
    const { kind, alternative, width, height } = picture;
    const number = this.#pictures.end(picture);
    if (number === null) sink.log(noPicture, kind ?? 'a picture');
    else sink.picture({ name: pictureName(number), alternative, width, height }, tableDepth(state));
  }

  #textWord(name: string): void {
    const state = this.#state;
    const { sink } = state;
    switch (name) {
      case 'par':
      case 'sect':
        this.#endParagraph();
        return;
      case 'line':
      case 'lbr':
      case 'page':
      case 'column':
        sink.lineBreak(tableDepth(state));
        return;
      case 'trowd':
        this.#isHeaderRow = false;
        return;
      case 'trhdr':
        this.#isHeaderRow = true;
        return;
      case 'cell':
        if (state.isInTable) sink.endCell(paragraphForm(state, this.#forms), 1);
        else this.#endParagraph();
        return;
      case 'nestcell':
        sink.endCell(paragraphForm(state, this.#forms), Math.max(2, tableDepth(state)));
        return;
      case 'row':
        sink.endRow(1, this.#isHeaderRow);
        return;
      case 'nestrow':
        sink.endRow(Math.max(2, tableDepth(state)), this.#isHeaderRow);
        return;
      default: {
        const character = characters.get(name);
        if (character !== undefined) this.#say(character);
      }
    }
  }

  /** Numbers are of 16 bits and signed; characters beyond them come in two halves. */
  #unicode(value: number): void {
    const unit = value < 0 ? value + 0x10000 : value;
    const isHalf = unit >= 0xd800 && unit <= 0xdfff;
    this.#say(isHalf ? String.fromCharCode(unit) : symbolAt(unit));
    this.#toSkip = this.#state.fallback;
  }

  #flush(): void {
    if (this.#bytes.length === 0) return;
    const [first] = this.#bytes;
    const bytes = first !== undefined && this.#bytes.length === 1 ? first : Buffer.concat(this.#bytes);
    this.#bytes = [];
    this.#say(this.#fonts.decode(bytes, this.#state.font));
  }

  #say(words: string): void {
    const state = this.#state;
    switch (state.destination) {
      case 'text': {
        const { strong, emphasis, link, isDeleted, isHidden } = state;
        const gone = isDeleted ? deleted : isHidden ? hidden : null;
        state.sink.words(words, { strong, emphasis, link }, gone, tableDepth(state));
        if (this.#language !== 0)
          this.#languages.set(this.#language, (this.#languages.get(this.#language) ?? 0) + words.length);
        return;
      }
      case 'instruction':
        if (state.field !== null && state.field.instruction.length < longestSaid) state.field.instruction += words;
        return;
      case 'styles':
        this.#forms.styleText(words);
        return;
      case 'information':
        if (state.information !== null) this.#information.say(state.information, words);
        return;
      case 'property-name':
        if (this.#property.length < longestSaid) this.#property += words;
        return;
      case 'property-value':
        if (state.picture !== null && this.#property.trim() === 'wzDescription') state.picture.alternative += words;
        return;
      case 'author':
        if (this.#author.length < longestSaid) this.#author += words;
        return;
      case 'object-class':
        state.sink.log(pictured, words);
    }
  }

  #endParagraph(): void {
    const state = this.#state;
    // Whose end was deleted goes on in the next one.
    if (state.destination !== 'text' || state.isDeleted) return;
    state.sink.endParagraph(paragraphForm(state, this.#forms), tableDepth(state));
  }
}
