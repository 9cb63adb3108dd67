import { assertNever, shownName } from '../../../contract/index.ts';
import type { MentionedArticle } from '../../../formats/format.ts';
import { putInWords } from '../../awaited/put-marks.ts';
import { type MentionOutcome, tellOf } from '../../awaited/tell.ts';
import type { CoreContext } from '../../context.ts';
import type { Report, ReportLine } from '../report/report.ts';
import type { PlaceInLine } from './place-in-line.ts';

/** A file that tells of articles, as a report names it. */
interface MentioningItem {
  readonly file: string;
  readonly shown: string;
}

/** What holds no words is not taken in; what is told of it is kept for its page. */
export async function takeMentions(
  context: CoreContext,
  item: MentioningItem,
  mentions: readonly MentionedArticle[],
  run: { readonly report: Report; readonly place: PlaceInLine },
): Promise<void> {
  await run.place.reached();
  const told = await tellOf(context, mentions, item.shown);
  const lines = mentions.map((mention, index) => mentionLine(item, mention, told[index] ?? { kind: 'nameless' }));
  run.report.add(item.file, ...lines);
}

function mentionLine(item: MentioningItem, mention: MentionedArticle, told: MentionOutcome): ReportLine {
  const { title, url, part } = mention;
  const line = { path: partPath(item, part), article: null, revision: null, title, bytes: 0 };
  switch (told.kind) {
    case 'there':
      return { ...line, ...thereInWords(told), article: told.article, title: told.title ?? title };
    case 'awaited':
    case 'nameless': {
      const reason = url === null || url === part ? mention.reason : `${mention.reason} (${url})`;
      const kept = told.kind === 'awaited' ? waitingInWords(mention) : null;
      return { ...line, outcome: 'mentioned', reason: kept === null ? reason : `${reason} ${kept}` };
    }
    default:
      return assertNever(told);
  }
}

function thereInWords({ put }: Extract<MentionOutcome, { kind: 'there' }>): Pick<ReportLine, 'outcome' | 'reason'> {
  const there = 'Its article is in the library already.';
  if (put === null) return { outcome: 'duplicate', reason: there };
  const isNew = put.placed + put.changed + put.lost + put.whole > 0;
  const words = putInWords(put);
  const known = put.known > 0 ? `${put.known} of its marks were there before.` : null;
  return {
    outcome: isNew ? (put.lost + put.changed > 0 ? 'partial' : 'taken') : 'duplicate',
    reason: [there, words, known].filter((sentence) => sentence !== null).join(' '),
  };
}

function waitingInWords({ marks }: MentionedArticle): string | null {
  const tags = marks?.tags.length ?? 0;
  const notes = marks?.marks.length ?? 0;
  if (tags + notes === 0) return null;
  const parts = [
    tags === 0 ? null : `${tags} ${tags === 1 ? 'tag' : 'tags'}`,
    notes === 0 ? null : `${notes} ${notes === 1 ? 'mark' : 'marks'}`,
  ].filter((part) => part !== null);
  return `Kept for it: ${parts.join(' and ')}.`;
}

/** How a report names a part of a file; a member that is one part is named once. */
export function partPath({ shown }: Pick<MentioningItem, 'shown'>, part: string): string {
  const name = shownName(part);
  return part === '' || shown.endsWith(` › ${name}`) ? shown : `${shown} › ${name}`;
}
