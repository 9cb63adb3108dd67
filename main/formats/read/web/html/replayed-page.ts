import { parseDate } from '../../../../reading/document/dates.ts';
import { keptAddress, keptMoment, momentOf } from '../../../../reading/document/kept-copies.ts';
import { editMarkup, type MarkupEdit, visitMarkup } from './edit-markup.ts';

/**
 * A page that was saved out of a web archive's replay (the Wayback Machine and what is built like it). The
 * archive puts a toolbar into the page and its own address before every other; both are undone here, so
 * that links, pictures and the page's own address are those of the web.
 */
export interface ReplayedPage {
  readonly markup: string;
  /** The page's address on the web; null where only its own word is left. */
  readonly address: string | null;
  /** When the archive captured it, ISO 8601 in UTC, or null. */
  readonly captured: string | null;
  /** The markup of the archive's own boxes. */
  readonly toolbars: readonly string[];
}

const traces = /<!--\s*(?:BEGIN WAYBACK TOOLBAR INSERT|FILE ARCHIVED ON \d)|__wm\.wombat\("/u;
/** A longer part between the toolbar's comments is no toolbar. */
const longestToolbar = 300_000;
/** The boxes by which the toolbar is known where the comments around it were not saved. */
const toolbarIds = new Set(['wm-ipp-base', 'wm-ipp', 'wm-ipp-print', 'wm-ipp-inside', 'donato']);

/**
 * What a replay writes before an address: its host (or nothing, on the host itself), a collection, fourteen
 * digits and a flag. In JSON the strokes are escaped.
 */
const prefix = String.raw`(?:(?:https?:)?\\?/\\?/[^/\\\s"'<>]{1,253})?\\?/(?:[\w.-]{1,80}\\?/){0,4}\d{14}(?:[a-z]{2}_)?\\?/(?=https?:\\?/)`;
const atStart = new RegExp(`^${prefix}`, 'iu');
const anywhere = new RegExp(`(?<=^|[\\s,(;=]|["'])${prefix}`, 'giu');

/** Undoes what the replay did, or null where the page is no replay. `savedFrom` is the address that the file says it was saved from. */
export function undoReplay(markup: string, savedFrom: string | null): ReplayedPage | null {
  const moment = savedFrom === null ? null : keptMoment(savedFrom);
  if (moment === null && !traces.test(markup)) return null;
  const wombat = /__wm\.wombat\("(https?:[^"\s]{1,4000})","(\d{14})"/u.exec(markup);
  const written = /<!--\s*FILE ARCHIVED ON (\d{1,2}:\d\d:\d\d) (\w{3} \d{1,2}, \d{4})/u.exec(markup);
  const { edits, toolbars } = editsOf(markup);
  return {
    markup: editMarkup(markup, edits),
    address: moment === null || savedFrom === null ? (wombat?.[1] ?? null) : keptAddress(savedFrom),
    captured:
      moment ?? (wombat?.[2] === undefined ? null : momentOf(wombat[2])) ?? archivedOn(written?.[2], written?.[1]),
    toolbars,
  };
}

/** "Nov 16, 2016" and "12:00:00", which is in UTC. */
function archivedOn(day: string | undefined, time: string | undefined): string | null {
  const date = day === undefined || time === undefined ? null : parseDate(`${day} ${time} UTC`, 'en');
  return date === null || !date.value.endsWith('Z') ? null : new Date(date.value).toISOString();
}

/** Attributes with words for people. */
const spoken = new Set(['alt', 'title', 'aria-label', 'value', 'label', 'placeholder']);

function editsOf(markup: string): { edits: MarkupEdit[]; toolbars: string[] } {
  const edits: MarkupEdit[] = [];
  const toolbars: string[] = [];
  const remove = (start: number, end: number): void => {
    if (end - start > longestToolbar) return;
    edits.push({ start, end, text: '' });
    toolbars.push(markup.slice(start, end));
  };
  const restore = (text: string, start: number, pattern: RegExp): void => {
    for (const match of text.matchAll(new RegExp(pattern, pattern.flags.replace('g', '').concat('g'))))
      edits.push({ start: start + match.index, end: start + match.index + match[0].length, text: '' });
  };
  let begun: number | null = null;
  let box: { name: string; start: number; depth: number } | null = null;
  let isData = false;
  visitMarkup(markup, {
    tag({ name, kind, start, end, attributes }) {
      isData = kind === 'open' && name === 'script' && attributes.some(({ value }) => /ld\+json/iu.test(value));
      if (box !== null && name === box.name) {
        box.depth += kind === 'open' ? 1 : -1;
        if (box.depth === 0) {
          remove(box.start, end);
          box = null;
        }
      } else if (box === null && attributes.some((one) => one.name === 'id' && toolbarIds.has(one.value)))
        box = { name, start, depth: 1 };
      for (const attribute of attributes) {
        if (spoken.has(attribute.name)) continue;
        restore(attribute.value, attribute.start, attribute.name === 'content' ? atStart : anywhere);
      }
    },
    comment(start, end) {
      const text = markup.slice(start, Math.min(end, start + 60));
      if (/^\s*BEGIN WAYBACK TOOLBAR INSERT/u.test(text)) begun = start - '<!--'.length;
      else if (begun !== null && /^\s*END WAYBACK TOOLBAR INSERT/u.test(text)) {
        remove(begun, end + '-->'.length);
        begun = null;
      }
    },
    text(start, end) {
      if (isData) restore(markup.slice(start, end), start, anywhere);
    },
  });
  return { edits, toolbars };
}
