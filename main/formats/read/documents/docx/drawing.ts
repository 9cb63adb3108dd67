import { attribute, elementsOf } from '../../../shared/xml/find.ts';
import type { XmlElement } from '../../../shared/xml/tree.ts';
import type { Picture } from '../office/block-flow.ts';
import { type Part, relationshipOf } from './package.ts';
import { preferredOf } from './vocabulary.ts';

/** What stands in a drawing, old or new, or in another program's object (ECMA-376, part 1, 20; part 4, 19). */
export interface Drawing {
  readonly pictures: readonly Picture[];
  /** Contents of text boxes, in order. */
  readonly boxes: readonly XmlElement[];
  /** The program that made the object ("Excel.Sheet.12"), or null. */
  readonly program: string | null;
}

/** English metric units to CSS pixels. */
const unitsToPixel = 9525;

export function readDrawing(drawing: XmlElement, part: Part): Drawing {
  const pictures: Picture[] = [];
  const boxes: XmlElement[] = [];
  let program: string | null = null;
  let said = '';
  let width: number | null = null;
  let height: number | null = null;
  const visit = (element: XmlElement): void => {
    switch (element.name) {
      case 'txbxcontent':
        boxes.push(element);
        return;
      case 'alternatecontent':
        visitAll(preferredOf(element) ?? element);
        return;
      case 'extent':
        width = pixels(element, 'cx');
        height = pixels(element, 'cy');
        return;
      case 'docpr':
        said = attribute(element, 'descr') ?? '';
        return;
      case 'shape':
        said = attribute(element, 'alt') ?? said;
        break;
      case 'oleobject':
        program = attribute(element, 'progid') ?? program;
        return;
      case 'blip':
      case 'imagedata': {
        const isBlip = element.name === 'blip';
        const target = isBlip
          ? (relationshipOf(part, element, 'embed') ?? relationshipOf(part, element, 'link'))
          : relationshipOf(part, element, 'id');
        if (target !== undefined) pictures.push({ name: target.target, alternative: said, width, height });
        return;
      }
    }
    visitAll(element);
  };
  const visitAll = (element: XmlElement): void => {
    for (const child of elementsOf(element)) visit(child);
  };
  visitAll(drawing);
  return { pictures, boxes, program };
}

function pixels(extent: XmlElement, name: string): number | null {
  const units = Number(attribute(extent, name) ?? Number.NaN);
  return Number.isFinite(units) && units > 0 ? units / unitsToPixel : null;
}
