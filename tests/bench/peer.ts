import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readability } from '@mozilla/readability';
import { JSDOM, VirtualConsole } from 'jsdom';
import { parseHTML } from 'linkedom';

/**
 * `peer.ts linkedom|jsdom FOLDER FROM COUNT`: reads pages of a folder in a plain loop, as a program that uses Readability
 * does, and says in JSON how long that took. Some pages before it are not counted, so that everything is compiled.
 */
const [peer = '', folder = '', from = '0', count = '0'] = process.argv.slice(2);

const silent = new VirtualConsole();

function extract(path: string): void {
  const markup = readFileSync(path, 'utf8');
  if (peer === 'linkedom') {
    new Readability(parseHTML(markup).document).parse();
    return;
  }
  const dom = new JSDOM(markup, { virtualConsole: silent });
  new Readability(dom.window.document).parse();
  dom.window.close();
}

let failed = 0;
function tryToExtract(path: string): void {
  try {
    extract(path);
  } catch {
    // Some pages break a peer; the time that they took counts.
    failed += 1;
  }
}

const paths = readdirSync(folder).map((name) => join(folder, name));
for (const path of paths.slice(0, 20)) tryToExtract(path);
failed = 0;
const chosen = paths.slice(Number(from), Number(from) + Number(count));
const cpu = process.cpuUsage();
const began = performance.now();
for (const path of chosen) tryToExtract(path);
const seconds = (performance.now() - began) / 1000;
const { user, system } = process.cpuUsage(cpu);
console.log(JSON.stringify({ pages: chosen.length, failed, seconds, cpu: (user + system) / 1e6 }));
