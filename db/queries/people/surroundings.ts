import type { SpeakerId, SpeakerSurroundings } from '../../../main/contract/index.ts';
import type { ReadableDb } from '../../types.ts';
import { codesOnStatements } from '../codes-on-statements.ts';
import { live } from './live-statements.ts';
import { speakerByUuid } from './speaker-row.ts';

/** So many of each are told. */
const mostTold = 24;

/** What stands around somebody's words: the codes on them, who speaks with them, who speaks in the same articles. */
export function readSurroundings(db: ReadableDb, id: SpeakerId): SpeakerSurroundings {
  const { id: row } = speakerByUuid(db, id);
  return {
    codes: codesOn(db, row),
    together: db
      .prepare<[{ row: number; most: number }], SpeakerSurroundings['together'][number]>(
        `SELECT p.uuid AS id, p.name, count(*) AS count FROM (
           SELECT s.id, j.speaker FROM joint_speakers j CROSS JOIN statements s ON s.id = j.statement WHERE s.speaker = :row AND ${live}
           UNION SELECT s.id, s.speaker FROM joint_speakers j JOIN statements s ON s.id = j.statement WHERE j.speaker = :row AND ${live}
           UNION SELECT s.id, k.speaker FROM joint_speakers j JOIN statements s ON s.id = j.statement
             JOIN joint_speakers k ON k.statement = s.id WHERE j.speaker = :row AND ${live}) t
         JOIN speakers p ON p.id = t.speaker WHERE t.speaker <> :row GROUP BY p.id ORDER BY count DESC, p.folded LIMIT :most`,
      )
      .all({ row, most: mostTold }),
    alongside: alongside(db, row),
  };
}

/** Somebody's words, and the articles they stand in. */
const words = `SELECT s.id, s.article FROM statements s INDEXED BY statements_spoken WHERE s.speaker = :row AND ${live}
  UNION ALL SELECT s.id, s.article FROM joint_speakers j JOIN statements s ON s.id = j.statement WHERE j.speaker = :row AND ${live}`;

function codesOn(db: ReadableDb, row: number): SpeakerSurroundings['codes'][number][] {
  const wherePassagesAre = `(SELECT * FROM (${words}) WHERE article IN (SELECT article FROM annotations WHERE binned IS NULL))`;
  return db
    .prepare<[{ row: number; most: number }], SpeakerSurroundings['codes'][number]>(
      `SELECT c.uuid AS id, c.name, c.color, count(*) AS statements
       FROM (${codesOnStatements(wherePassagesAre)}) t JOIN codes c ON c.id = t.code
       GROUP BY c.id ORDER BY statements DESC, c.name LIMIT :most`,
    )
    .all({ row, most: mostTold });
}

/** Of somebody who speaks in very many articles, those are looked through that came last. */
const mostArticles = 1000;

function alongside(db: ReadableDb, row: number): SpeakerSurroundings['alongside'][number][] {
  return db
    .prepare<[{ row: number; most: number; articles: number }], SpeakerSurroundings['alongside'][number]>(
      `SELECT p.uuid AS id, p.name, count(DISTINCT s.article) AS count
       FROM (SELECT DISTINCT article FROM (${words}) ORDER BY article DESC LIMIT :articles) w
       CROSS JOIN statements s ON s.article = w.article
       JOIN speakers p ON p.id = s.speaker
       WHERE s.binned IS NULL AND s.state <> 'rejected' AND s.speaker <> :row
       GROUP BY s.speaker ORDER BY count DESC, p.folded LIMIT :most`,
    )
    .all({ row, most: mostTold, articles: mostArticles });
}
