import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { dnaCoder } from '../../../db/dna/records.ts';
import { makeDnaFile } from '../../../db/dna/run.ts';
import { jsonLine } from '../../formats/shared/json/json-line.ts';
import { CheckedWriter } from '../../formats/shared/package/checked-writer.ts';
import { leavingStatements } from '../../formats/write/marks.ts';
import { dnaDocument } from './dna-document.ts';
import type { PackageWriter } from './work.ts';
import { readBack } from './write-plain.ts';

/** A database of the Discourse Network Analyzer, and what whoever opens it must know. */
export const writeDna: PackageWriter = async (work, sink) => {
  const writer = new CheckedWriter(sink);
  const documents = work.folder.spool('documents.jsonl');
  for await (const leaving of work.articles()) {
    await documents.write(jsonLine(dnaDocument(leaving)));
    work.tally.articles += 1;
    for (const statement of leavingStatements(leaving.article)) work.tally.handedOver(leaving, statement);
  }
  await documents.content();
  const file = join(work.folder.path, 'statements.dna');
  await makeDnaFile({ lines: join(work.folder.path, 'documents.jsonl'), file }, work.signal);
  const { size } = await stat(file);
  await writer.add('statements.dna', createReadStream(file), size);
  const told = Buffer.from(readme);
  await writer.add('README.txt', told, told.byteLength);
  work.tally.wrote(size + told.byteLength);
  return readBack(work, sink, writer);
};

const readme = `WHAT THIS IS

statements.dna is a database of the Discourse Network Analyzer (DNA), version 3.0. Open it there, or take it into a
database of your own with "Import from another DNA database". It asks for the password of its only coder:

    coder ${dnaCoder.name}, password ${dnaCoder.password}

Each article is a document. Each statement in it is a "DNA Statement" for every person who says it and every code that
stands on its words:

person          whoever the article says the words of; empty where it names nobody, or an organization
organization    the one that the person spoke for then, or that speaks itself
concept         the code; empty where none stands on the words
agreement       yes, which is what DNA itself begins with. Nothing in the articles was judged to be for or against
                anything. Only a code whose name begins with "not:" is written as its other side: "not: curfew" is the
                concept "curfew" with agreement no

DNA dates statements by their document. An "Annotation" on the same words tells the rest: which statement it is, its kind,
who decided about it or how sure the suggestion is, the role, the day on which it was said, the words without what interrupts
them, how far they are vouched for, and the SHA-256 of the original. Statements that aren't in the text any more stand in the
notes of their document.
`;
