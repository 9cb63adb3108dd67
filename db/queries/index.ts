import { schemaVersion } from '../migrations/migrate.ts';
import { pageOfAddresses, renewAddresses } from './addresses.ts';
import {
  annotationsOfRevision,
  createAnnotation,
  pageOfAnnotations,
  readAnnotation,
  setAnnotationBinned,
  updateAnnotation,
} from './annotations.ts';
import { identifyArchive, listArchives, registerArchive } from './archives.ts';
import {
  countEverything,
  describeArticle,
  pageOfArticles,
  readArticle,
  readCurrentWords,
  readStoredWords,
  setBinned,
  setPosition,
  summariesByRow,
  titleOf,
} from './articles.ts';
import {
  awaitedFiles,
  awaitedRecords,
  dismissAwaited,
  duePages,
  forgetDismissed,
  listAwaited,
  restoreAwaited,
  tellOfPages,
  waitingForPage,
} from './awaited.ts';
import { emptyBin, listBin } from './bin.ts';
import { changedArticles } from './changed-articles.ts';
import { binCode, codesBelow, createCode, listCodes, restoreCode, updateCode } from './codes.ts';
import { codesOfArticle } from './codes-on-statements.ts';
import {
  addToCollection,
  binCollection,
  createCollection,
  listCollections,
  removeFromCollection,
  restoreCollection,
  updateCollection,
} from './collections.ts';
import { changeColumns, knownColumns, listColumns, meetColumns, removeColumns } from './columns.ts';
import { commit } from './commit.ts';
import { damagedRevisions, mendWords } from './damaged-words.ts';
import { decideStatements, takeDecisionsBack } from './decide-statements.ts';
import { alikeArticles, listDuplicateGroups, setDismissed } from './duplicates.ts';
import { listEvents, recordEvent } from './events.ts';
import {
  articleIds,
  articleRecord,
  checkableArticle,
  checkableRevision,
  codeRecords,
  collectionContent,
  collectionRecords,
  confirmedByPackage,
  peopleRecords,
  revisionsBeside,
} from './export.ts';
import { eventRecords } from './export-events.ts';
import { articleFacts, articlesSharing } from './export-facts.ts';
import { confirmExtraction, countOlderExtraction, readCaptures } from './extraction.ts';
import { annotatedArticle, importAnnotation } from './foreign-annotations.ts';
import { putOnArticle } from './foreign-marks.ts';
import {
  addLines,
  beginImport,
  endImport,
  importLines,
  importOrder,
  importProgress,
  interruptAbandonedImports,
  lineSources,
  listImports,
  oneImport,
  setImportState,
} from './imports.ts';
import { compareArticles, keepCompared, storeSketches, waitingArticles } from './likeness.ts';
import {
  countOriginals,
  findOriginal,
  knownOriginals,
  originalOfCapture,
  pageOfOriginals,
  picturesOfOriginal,
  recordMended,
} from './originals.ts';
import { mergeSpeakers, moveStatements, undoSpeakerChange } from './people/changes.ts';
import { readSpeaker } from './people/describe.ts';
import { listPeople } from './people/list.ts';
import { addAlias, keepRole, removeAlias, removeRole, updateSpeaker } from './people/names.ts';
import { comparedSpeakers } from './people/proposed.ts';
import { speakerKindsOfAll, spokenIn } from './people/records.ts';
import { readSurroundings } from './people/surroundings.ts';
import { pairsToldApart, setToldApart } from './people/told-apart.ts';
import { marksToPlace, placeMarks, revisionText, revisionTexts } from './placements.ts';
import { renewSuggestions, toFindAgain } from './renew-suggestions.ts';
import { restoreArticle } from './restore/article.ts';
import { restoreCodes } from './restore/codes.ts';
import { restoreCollections } from './restore/collections.ts';
import { restoreEvents } from './restore/events.ts';
import { restorePeople } from './restore/people.ts';
import { currentToSettle, makeCurrent, revise, settleRevision, unsettledRevisions } from './revisions.ts';
import { articlesWithWords } from './same-words.ts';
import { countHits, findCollection, listTitles, listUnsearchable, lookUpNames, runSearch } from './search.ts';
import { rebuildSearchIndex } from './search-index.ts';
import { getSetting, mergeSetting, setSetting } from './settings.ts';
import { listOrganizations, listSpeakers } from './speakers.ts';
import { statementFacets, statementPeriods } from './statement-facets.ts';
import { listedRows, listStatements, nextWaiting, rowsOf } from './statement-ledger.ts';
import { statementInRevisions } from './statement-revisions.ts';
import { statementMadeOn, statementSelectors } from './statement-selectors.ts';
import {
  createStatement,
  readStatement,
  setStatementBinned,
  statementsOfRevision,
  statementToCite,
  updateStatement,
} from './statements.ts';
import { currentWithoutStatements, dropSuggestions, insertSuggestions } from './suggestions.ts';
import { findCapture } from './take-in.ts';

import { countRevisions, notComparedOf, recordVerbatim, revisionsByOriginal } from './verbatim-checks.ts';
import {
  addWatchedFolder,
  listWatchedFolders,
  rememberFiles,
  removeWatchedFolder,
  unseenFiles,
} from './watched-folders.ts';

/** What a reader connection may be asked. The names are the pool's; each line is one query file's export. */
export const reads = {
  'addresses.page': pageOfAddresses,
  'annotations.ofRevision': annotationsOfRevision,
  'annotations.page': pageOfAnnotations,
  'annotations.read': readAnnotation,
  'archives.list': listArchives,
  'articles.changed': changedArticles,
  'articles.describe': describeArticle,
  'articles.page': pageOfArticles,
  'articles.read': readArticle,
  'articles.title': titleOf,
  'articles.summaries': summariesByRow,
  'awaited.due': duePages,
  'awaited.files': awaitedFiles,
  'awaited.list': listAwaited,
  'awaited.waiting': waitingForPage,
  'bin.list': listBin,
  'codes.below': codesBelow,
  'codes.list': listCodes,
  'collections.list': listCollections,
  'duplicates.alike': alikeArticles,
  'duplicates.list': listDuplicateGroups,
  'columns.known': knownColumns,
  'columns.list': listColumns,
  'events.list': listEvents,
  'export.articleIds': articleIds,
  'export.awaited': awaitedRecords,
  'export.articleRecord': articleRecord,
  'export.confirmedByPackage': confirmedByPackage,
  'export.checkableArticle': checkableArticle,
  'statements.currentWithout': currentWithoutStatements,
  'verbatim.countRevisions': countRevisions,
  'verbatim.notComparedOf': notComparedOf,
  'verbatim.revisionsByOriginal': revisionsByOriginal,
  'export.checkableRevision': checkableRevision,
  'export.revisionsBeside': revisionsBeside,
  'export.codes': codeRecords,
  'export.codesOnStatements': codesOfArticle,
  'export.collectionContent': collectionContent,
  'export.collections': collectionRecords,
  'export.events': eventRecords,
  'export.facts': articleFacts,
  'export.people': peopleRecords,
  'export.sharing': articlesSharing,
  'export.speakerKinds': speakerKindsOfAll,
  'export.spokenIn': spokenIn,
  'extraction.captures': readCaptures,
  'extraction.damaged': damagedRevisions,
  'extraction.countOlder': countOlderExtraction,
  'restore.annotatedArticle': annotatedArticle,
  'health.schemaVersion': schemaVersion,
  'imports.lines': importLines,
  'imports.lineSources': lineSources,
  'imports.order': importOrder,
  'imports.progress': importProgress,
  'imports.list': listImports,
  'imports.one': oneImport,
  'library.counts': countEverything,
  'likeness.compare': compareArticles,
  'likeness.waiting': waitingArticles,
  'marks.toPlace': marksToPlace,
  'organizations.list': listOrganizations,
  'originals.count': countOriginals,
  'originals.find': findOriginal,
  'originals.known': knownOriginals,
  'originals.ofCapture': originalOfCapture,
  'originals.page': pageOfOriginals,
  'originals.pictures': picturesOfOriginal,
  'people.compared': comparedSpeakers,
  'people.list': listPeople,
  'people.read': readSpeaker,
  'people.surroundings': readSurroundings,
  'people.toldApart': pairsToldApart,
  'revisions.storedWords': readStoredWords,
  'revisions.currentWords': readCurrentWords,
  'revisions.text': revisionText,
  'revisions.texts': revisionTexts,
  'search.collection': findCollection,
  'search.count': countHits,
  'search.names': lookUpNames,
  'search.run': runSearch,
  'search.titles': listTitles,
  'search.unsearchable': listUnsearchable,
  'settings.get': getSetting,
  'speakers.list': listSpeakers,
  'statements.list': listStatements,
  'statements.nextWaiting': nextWaiting,
  'statements.facets': statementFacets,
  'statements.periods': statementPeriods,
  'statements.listedRows': listedRows,
  'statements.rows': rowsOf,
  'statements.ofRevision': statementsOfRevision,
  'statements.read': readStatement,
  'statements.articlesWithWords': articlesWithWords,
  'statements.inRevisions': statementInRevisions,
  'statements.madeOn': statementMadeOn,
  'statements.selectors': statementSelectors,
  'statements.toCite': statementToCite,
  'statements.toFindAgain': toFindAgain,
  'takeIn.findCapture': findCapture,
  'takeIn.current': currentToSettle,
  'takeIn.unsettled': unsettledRevisions,
  'watch.list': listWatchedFolders,
  'watch.unseen': unseenFiles,
} as const;

/** What the writer connection may be asked. Each runs inside one transaction. */
export const writes = {
  'addresses.renew': renewAddresses,
  'restore.annotation': importAnnotation,
  'verbatim.record': recordVerbatim,
  'restore.article': restoreArticle,
  'restore.codes': restoreCodes,
  'restore.collections': restoreCollections,
  'restore.events': restoreEvents,
  'restore.people': restorePeople,
  'annotations.create': createAnnotation,
  'annotations.setBinned': setAnnotationBinned,
  'annotations.update': updateAnnotation,
  'archives.identify': identifyArchive,
  'archives.register': registerArchive,
  'articles.setBinned': setBinned,
  'articles.setPosition': setPosition,
  'awaited.dismiss': dismissAwaited,
  'awaited.forgetDismissed': forgetDismissed,
  'awaited.put': putOnArticle,
  'awaited.restore': restoreAwaited,
  'awaited.tell': tellOfPages,
  'bin.empty': emptyBin,
  'codes.bin': binCode,
  'codes.create': createCode,
  'codes.restore': restoreCode,
  'codes.update': updateCode,
  'collections.add': addToCollection,
  'collections.bin': binCollection,
  'collections.create': createCollection,
  'collections.remove': removeFromCollection,
  'collections.restore': restoreCollection,
  'collections.update': updateCollection,
  'duplicates.setDismissed': setDismissed,
  'columns.change': changeColumns,
  'columns.meet': meetColumns,
  'columns.remove': removeColumns,
  'events.record': recordEvent,
  'extraction.confirm': confirmExtraction,
  'extraction.mendWords': mendWords,
  'imports.addLines': addLines,
  'imports.begin': beginImport,
  'imports.interruptAbandoned': interruptAbandonedImports,
  'imports.setState': setImportState,
  'imports.end': endImport,
  'likeness.keep': keepCompared,
  'likeness.sketch': storeSketches,
  'marks.place': placeMarks,
  'originals.recordMended': recordMended,
  'people.addAlias': addAlias,
  'people.keepRole': keepRole,
  'people.merge': mergeSpeakers,
  'people.move': moveStatements,
  'people.removeAlias': removeAlias,
  'people.removeRole': removeRole,
  'people.setToldApart': setToldApart,
  'people.undoChange': undoSpeakerChange,
  'people.update': updateSpeaker,
  'revisions.makeCurrent': makeCurrent,
  'revisions.revise': revise,
  'search.rebuild': rebuildSearchIndex,
  'settings.merge': mergeSetting,
  'settings.set': setSetting,
  'statements.create': createStatement,
  'statements.dropSuggestions': dropSuggestions,
  'statements.insertSuggestions': insertSuggestions,
  'statements.renewSuggestions': renewSuggestions,
  'statements.setBinned': setStatementBinned,
  'statements.update': updateStatement,
  'statements.decideMany': decideStatements,
  'statements.takeManyBack': takeDecisionsBack,
  'takeIn.commit': commit,
  'takeIn.settle': settleRevision,
  'watch.add': addWatchedFolder,
  'watch.remember': rememberFiles,
  'watch.remove': removeWatchedFolder,
} as const;
