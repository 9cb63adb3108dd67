import { listEvents, recordEvent } from './events.ts';
import {
  articleIds,
  articleRecord,
  checkableArticle,
  checkableRevision,
  codeRecords,
  collectionContent,
  collectionRecords,
  eventRecords,
  peopleRecords,
} from './export.ts';
import { getSetting, setSetting } from './settings.ts';

/** What a reader connection may be asked. The names are the pool's; each line is one query file's export. */
export const reads = {
  'events.list': listEvents,
  'export.articleIds': articleIds,
  'export.articleRecord': articleRecord,
  'export.checkableArticle': checkableArticle,
  'export.checkableRevision': checkableRevision,
  'export.codes': codeRecords,
  'export.collectionContent': collectionContent,
  'export.collections': collectionRecords,
  'export.events': eventRecords,
  'export.people': peopleRecords,
  'settings.get': getSetting,
} as const;

/** What the writer connection may be asked. Each runs inside one transaction. */
export const writes = {
  'events.record': recordEvent,
  'settings.set': setSetting,
} as const;
