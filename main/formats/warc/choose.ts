import { Tokenizer } from 'htmlparser2';

/**
 * Which pages of an archive are articles, told by a cheap look: an archive of a crawl holds thousands of
 * front pages, lists, frames and scripts' answers for each page that somebody wrote. Pages that a list names
 * are not asked.
 */

/** Letters outside of links in runs that read like sentences; fewer are a notice, a form or a list. */
const leastProse = 100;
const shortRun = 25;
const longRun = 60;

const unread = new Set('script style noscript template svg head nav footer aside form select iframe'.split(' '));
const inline = new Set('b i em strong span u q cite code sub sup abbr time small mark font a'.split(' '));
const saysArticle =
  /"@type"\s*:\s*"(?:\w{0,40}Article|BlogPosting|Report)"|\bog:type\b[^<>]{0,80}\barticle\b|\barticle\b[^<>]{0,80}\bog:type\b/u;

/** Whether a page holds prose and isn't a list of links to other pages. Decoded wrongly is good enough: only its shape counts. */
export function isArticleLike(markup: string): boolean {
  const { prose, linked } = measure(markup);
  return prose >= leastProse && (prose >= linked || saysArticle.test(markup));
}

/** Letters in runs of text that read like sentences, and letters under links. One pass, whatever the nesting. */
function measure(markup: string): { readonly prose: number; readonly linked: number } {
  const open = new Map<string, number>();
  let skipped = 0;
  let links = 0;
  let prose = 0;
  let linked = 0;
  let run = 0;
  let last = '';
  let name = '';
  const endRun = (): void => {
    if (run >= longRun || (run >= shortRun && /[.!?…。][”"'’»)]*\s*$/u.test(last))) prose += run;
    run = 0;
    last = '';
  };
  const opened = (): void => {
    if (!inline.has(name)) endRun();
    if (unread.has(name)) {
      skipped += 1;
      open.set(name, (open.get(name) ?? 0) + 1);
    }
    if (name === 'a') links = 1;
  };
  const tokenizer = new Tokenizer(
    { xmlMode: false, decodeEntities: false },
    {
      ontext(start, end) {
        if (skipped > 0) return;
        const text = markup.slice(start, end);
        const count = text.replace(/[\s\d\p{P}]+/gu, '').length;
        if (links > 0) linked += count;
        else {
          run += count;
          if (count > 0) last = text.slice(-8);
        }
      },
      onopentagname(start, end) {
        name = markup.slice(start, end).toLowerCase();
      },
      onopentagend: opened,
      onselfclosingtag: opened,
      onclosetag(start, end) {
        const closed = markup.slice(start, end).toLowerCase();
        if (!inline.has(closed)) endRun();
        const count = open.get(closed) ?? 0;
        if (count > 0) {
          open.set(closed, count - 1);
          skipped -= 1;
        }
        if (closed === 'a') links = 0;
      },
      ontextentity() {},
      onattribname() {},
      onattribdata() {},
      onattribentity() {},
      onattribend() {},
      oncdata() {},
      oncomment() {},
      ondeclaration() {},
      onprocessinginstruction() {},
      onend: endRun,
    },
  );
  tokenizer.write(markup);
  tokenizer.end();
  return { prose, linked };
}
