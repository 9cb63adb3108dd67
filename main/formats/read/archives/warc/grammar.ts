import { readHeaderFields } from '../../../shared/mime/read-header-fields.ts';
import { bare, type Grammar, type RecordType } from '../records/record-head.ts';
import { headOfWarc } from './head.ts';

const types: ReadonlySet<string> = new Set<RecordType>([
  'response',
  'resource',
  'revisit',
  'request',
  'metadata',
  'warcinfo',
]);

/** WARC 1.0 and 1.1 (ISO 28500:2009 and 2017), and what was written before the standard. */
export const warcGrammar: Grammar = {
  name: 'warc',
  parse(bytes) {
    const head = headOfWarc(bytes);
    if (typeof head === 'string') return head;
    const { fields } = readHeaderFields(bytes.subarray(head.fields, head.end));
    const type = fields.get('warc-type')?.toLowerCase() ?? '';
    return {
      type: types.has(type) ? (type as RecordType) : 'other',
      id: bare(fields.get('warc-record-id')),
      uri: bare(fields.get('warc-target-uri')),
      date: fields.get('warc-date'),
      contentType: fields.get('content-type'),
      fields,
      length: head.end,
      blockLength: lengthOf(fields.get('content-length')),
    };
  },
  find(bytes, from) {
    for (let at = bytes.indexOf('WARC/', from); at >= 0; at = bytes.indexOf('WARC/', at + 1)) {
      // A version alone may stand in any text; a field behind it hardly does.
      if (/^WARC\/\d\.\d{1,2}[ \t]*\r?\n(?:WARC-|Content-)/iu.test(bytes.toString('latin1', at, at + 32))) return at;
    }
    return -1;
  },
  trailer: 4,
};

function lengthOf(written: string | null): number | null {
  if (written === null || !/^\d{1,15}$/u.test(written)) return null;
  return Number(written);
}
