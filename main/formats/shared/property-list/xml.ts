import { Parser } from 'htmlparser2';
import { deepest, mostValues, PropertyListError, type PropertyListValue } from './value.ts';

type Open =
  | { readonly kind: 'list'; readonly values: PropertyListValue[] }
  | { readonly kind: 'dictionary'; readonly values: Map<string, PropertyListValue>; key: string | null };

/** Reads a property list in XML. Entities that a DTD declares are not expanded. Throws a PropertyListError. */
export function readXmlPropertyList(source: string): PropertyListValue {
  const reader = new XmlReader();
  const parser = new Parser(reader, { xmlMode: true, decodeEntities: true });
  parser.write(source);
  parser.end();
  return reader.finish();
}

class XmlReader {
  readonly #open: Open[] = [];
  #text = '';
  #root: PropertyListValue | undefined;
  #values = 0;

  onopentag(name: string): void {
    this.#text = '';
    if (name === 'dict') this.#begin({ kind: 'dictionary', values: new Map(), key: null });
    else if (name === 'array') this.#begin({ kind: 'list', values: [] });
  }

  ontext(text: string): void {
    this.#text += text;
  }

  onclosetag(name: string): void {
    const text = this.#text;
    this.#text = '';
    switch (name) {
      case 'dict':
      case 'array':
        this.#open.pop();
        return;
      case 'key': {
        const top = this.#open.at(-1);
        if (top?.kind === 'dictionary') top.key = text;
        return;
      }
      case 'string':
        this.#put(text);
        return;
      case 'data':
        this.#put(Buffer.from(text, 'base64'));
        return;
      case 'true':
      case 'false':
        this.#put(name === 'true');
        return;
      case 'integer':
      case 'real':
      case 'date':
        this.#put(null);
    }
  }

  finish(): PropertyListValue {
    if (this.#root === undefined) throw new PropertyListError('it holds no list.');
    return this.#root;
  }

  #begin(open: Open): void {
    if (this.#open.length >= deepest) throw new PropertyListError('its parts are nested more deeply than is read.');
    this.#put(open.values);
    this.#open.push(open);
  }

  #put(value: PropertyListValue): void {
    this.#values += 1;
    if (this.#values > mostValues) throw new PropertyListError('it has more parts than are read.');
    const top = this.#open.at(-1);
    if (top === undefined) this.#root ??= value;
    else if (top.kind === 'list') top.values.push(value);
    else if (top.key !== null) {
      top.values.set(top.key, value);
      top.key = null;
    }
  }
}
