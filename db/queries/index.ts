import { countEverything, pageOfArticles, readArticle, setBinned, setPosition, summariesByRow } from './articles.ts';
import { emptyBin, listBin } from './bin.ts';
import { commit } from './commit.ts';
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
import { checkDatabase, checkIndex, copyTo, pageOfTexts, schemaVersion } from './health.ts';
import {
  addLines,
  beginImport,
  closeAbandonedImports,
  endImport,
  importLines,
  listImports,
  oneImport,
} from './imports.ts';
import { countOriginals, findOriginal, pageOfOriginals } from './originals.ts';
import { getSetting, setSetting } from './settings.ts';
import { findCapture, settleRevision, unsettledRevisions } from './take-in.ts';

/** What a reader connection may be asked. The names are the pool's; each line is one query file's export. */
export const reads = {
  'articles.page': pageOfArticles,
  'articles.read': readArticle,
  'articles.summaries': summariesByRow,
  'bin.list': listBin,
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
  'health.copyTo': copyTo,
  'health.database': checkDatabase,
  'health.schemaVersion': schemaVersion,
  'health.texts': pageOfTexts,
  'imports.lines': importLines,
  'imports.list': listImports,
  'imports.one': oneImport,
  'library.counts': countEverything,
  'originals.count': countOriginals,
  'originals.find': findOriginal,
  'originals.page': pageOfOriginals,
  'settings.get': getSetting,
  'takeIn.findCapture': findCapture,
  'takeIn.unsettled': unsettledRevisions,
} as const;

/** What the writer connection may be asked. Each runs inside one transaction. */
export const writes = {
  'articles.setBinned': setBinned,
  'articles.setPosition': setPosition,
  'bin.empty': emptyBin,
  'events.record': recordEvent,
  'health.index': checkIndex,
  'imports.addLines': addLines,
  'imports.begin': beginImport,
  'imports.closeAbandoned': closeAbandonedImports,
  'imports.end': endImport,
  'settings.set': setSetting,
  'takeIn.commit': commit,
  'takeIn.settle': settleRevision,
} as const;
