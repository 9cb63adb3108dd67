import { decodeBeginning } from '../../../../reading/document/beginning.ts';
import { beginsAsJson } from '../../../shared/json/begins-as-json.ts';

/** Fields that hardly anything but ninjs has. */
const tellingNames = new Set(
  'versioncreated firstcreated contentcreated pubstatus representationtype copyrightholder copyrightnotice usageterms bodies headlines descriptions infosource infosources rightsinfo trustindicator trustindicators slugline ednote altids eventdetails plannedcoverage embargoed digitalsourcetype'.split(
    ' ',
  ),
);
const otherNames = new Set(
  'uri type mimetype profile version urgency language person people organisation organisations place places subject subjects event events object objects title by byline headline located charcount wordcount renditions associations genre genres expires links advice advices linkedrights encodedrights $standard standard'.split(
    ' ',
  ),
);
const madeNames = /^(?:body|description|headline)_/u;

/** How surely some JSON is an item of ninjs or a list of them; `head` is its beginning. */
export function sniffNinjs(head: Uint8Array): number {
  if (!beginsAsJson(head)) return 0;
  const text = decodeBeginning(head);
  try {
    const value: unknown = JSON.parse(text);
    return sniffValue(Array.isArray(value) ? value[0] : value);
  } catch {
    return sniffBeginning(text);
  }
}

function sniffValue(value: unknown): number {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 0;
  const names = Object.keys(value).map((name) => name.toLowerCase());
  const isNamed =
    ('uri' in value && typeof value.uri === 'string') || ('guid' in value && typeof value.guid === 'string');
  if (!isNamed || names.includes('@context')) return 0;
  const telling = names.filter((name) => tellingNames.has(name) || madeNames.test(name)).length;
  if (telling >= 2) return 0.98;
  const strange = names.filter((name) => !tellingNames.has(name) && !otherNames.has(name) && !madeNames.test(name));
  return strange.length === 0 ? 0.92 : 0;
}

/** Of JSON that is longer than what is looked at, or broken, the names at its beginning tell. */
function sniffBeginning(text: string): number {
  const names = new Set<string>();
  for (const match of text.matchAll(/"([$a-z_]{2,40})"\s*:/giu)) names.add((match[1] ?? '').toLowerCase());
  if (!names.has('uri') && !names.has('guid')) return 0;
  const telling = [...names].filter((name) => tellingNames.has(name) || madeNames.test(name)).length;
  if (telling >= 2) return 0.95;
  return names.has('uri') && (telling === 1 || [...names].filter((name) => otherNames.has(name)).length >= 3) ? 0.9 : 0;
}
