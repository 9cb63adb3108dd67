import type { SpeakerId, SpeakerSurroundings } from '../../../main/contract/index.ts';
import type { ReadableDb } from '../../types.ts';
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

/** A code is on a statement where an annotation that carries it shares words with it in the current revision. */
function codesOn(db: ReadableDb, row: number): SpeakerSurroundings['codes'][number][] {
  return db
    .prepare<[{ row: number; most: number }], SpeakerSurroundings['codes'][number]>(
      `SELECT c.uuid AS id, c.name, c.color, count(DISTINCT w.id) AS statements
       FROM (${words}) w
       JOIN annotations n ON n.article = w.article AND n.binned IS NULL
       JOIN annotation_codes m ON m.annotation = n.id JOIN codes c ON c.id = m.code AND c.binned IS NULL
       JOIN articles a ON a.id = w.article
       JOIN statement_placements p ON p.statement = w.id AND p.revision = a.current_revision
       JOIN annotation_placements q ON q.annotation = n.id AND q.revision = a.current_revision
       WHERE w.article IN (SELECT article FROM annotations WHERE binned IS NULL) AND q.start < p."end" AND q."end" > p.start
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
