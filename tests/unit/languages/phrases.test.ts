import { describe, expect, it } from 'vitest';
import { languages } from '../../../main/reading/languages/index.ts';
import { holding, lineBeginning, phraseSource, wholeLine } from '../../../main/reading/languages/phrases.ts';

function isWhole(phrase: string, line: string): boolean {
  return wholeLine([phrase]).test(line);
}
function begins(phrase: string, line: string): boolean {
  return lineBeginning([phrase]).test(line);
}

describe('a phrase of a language', () => {
  it.each([
    ['read {more|on}', ['read more', 'Read on'], ['read', 'read moreon']],
    ['comment[s]', ['comment', 'comments'], ['commentss', 'comment s']],
    ['[please] subscribe', ['subscribe', 'please subscribe'], ['pleasesubscribe', ' subscribe']],
    ['recommended [for you]', ['recommended', 'recommended for you'], ['recommended ', 'recommendedfor you']],
    ['you may [also] like', ['you may like', 'you may also like'], ['you may  like', 'you mayalso like']],
    ['[the|our] [daily] news', ['news', 'the news', 'our daily news'], ['the our news']],
    ['more [news] [today]', ['more', 'more news', 'more today', 'more news today'], ['more ']],
    ['e[-]mail', ['email', 'e-mail'], ['e mail']],
    ['this [web]site', ['this site', 'this website'], ['this web site', 'thissite']],
    ['add <3-5> here', ['add you here', 'add a b here'], ['add a here', 'add somebody here']],
    ['<number> comments', ['12 comments'], ['twelve comments', '1 comments 2']],
    ['(c) <year>', ['(c) 2019'], ['(c) 19', 'c 2019']],
    ['our <words 2>team', ['our team', 'our own news team'], ['our very own news team']],
    ['<token> mailing list', ['tech-news@2 mailing list'], ['tech news mailing list']],
    ["editor's note", ["editor's note", 'Editor’s note'], ['editors note']],
    ['google+ \\[new\\]', ['Google+ [new]'], ['google [new]', 'googlee new']],
    ['what do you think?', ['What do you think?'], ['what do you thin']],
  ] as const)('“%s” is what it says', (phrase, lines, others) => {
    expect(lines.filter((line) => !isWhole(phrase, line))).toEqual([]);
    expect(others.filter((line) => isWhole(phrase, line))).toEqual([]);
  });

  it('ends where a word ends, unless a star lets the word go on', () => {
    expect(begins('read on', 'Read on, Port Ellery')).toBe(true);
    expect(begins('read on', 'Read only this')).toBe(false);
    expect(begins('subscri*', 'Subscribers only')).toBe(true);
    expect(begins('keep reading<any>{subscri*|account}', 'Keep reading: subscribers know more')).toBe(true);
    expect(begins('keep reading<any>{subscri*|account}', 'Keep reading the accountant’s story')).toBe(false);
  });

  it('knows the letters of every script for letters', () => {
    // To \b, which knows a to z, a word ends before every accent and never after one.
    expect(begins('les også', 'Les også: Havnen åpner igjen')).toBe(true);
    expect(begins('am', 'Améliorer le port')).toBe(false);
    expect(begins('czytaj też', 'Czytaj też: Port w Ellery')).toBe(true);
    expect(begins('автор', 'Авторский взгляд')).toBe(false);
    expect(begins('автор', 'Автор: Анна Белл')).toBe(true);
  });

  it('needs no space after a word in scripts that have none', () => {
    expect(begins('作者', '作者王小明')).toBe(true);
    expect(holding(['记者']).test('本报记者王小明')).toBe(true);
  });

  it('leaps over no more than it says, and from word to word', () => {
    const phrase = 'we use<20>cookies';
    expect(begins(phrase, 'We use cookies')).toBe(true);
    expect(begins(phrase, 'We use third-party cookies')).toBe(true);
    expect(begins(phrase, 'We used cookies')).toBe(false);
    expect(begins(phrase, 'We use supercookies')).toBe(false);
    expect(begins(phrase, 'We use whatever our bakery left of its cookies')).toBe(false);
    expect(begins('unser <20>*letter', 'Unser kostenloser Newsletter')).toBe(true);
    expect(begins('support us<20 without .>now', 'Support us. Do it now')).toBe(false);
  });

  it('asks for capitals where they count', () => {
    const credits = lineBeginning(['Reporting by <capital>', '<Name> may be reached'], 'su');
    expect(credits.test('Reporting by Ana Bell')).toBe(true);
    expect(credits.test('Reporting by the staff')).toBe(false);
    expect(credits.test('Tomas de la Cruz may be reached at the desk')).toBe(true);
    expect(credits.test('a decision may be reached today')).toBe(false);
  });

  it('is the longest of several that fit', () => {
    expect(new RegExp(phraseSource(['by', 'by our']), 'u').exec('by our own')?.[0]).toBe('by our');
  });

  it.each(['read {more', 'read more}', 'more <noise>', '[only] [this]', 'abo[nnent*]'])(
    'is refused where it can’t be read: “%s”',
    (phrase) => {
      expect(() => lineBeginning([phrase])).toThrow();
    },
  );

  it('matches nothing where a language has none', () => {
    expect(holding([]).test('anything')).toBe(false);
  });
});

describe('the phrases of all languages', () => {
  const phrases = languages.flatMap((language) => JSON.stringify(language).match(/"(?:[^"\\]|\\.)*"/gu) ?? []);

  it('hold words and the signs that are explained, no regular expressions', () => {
    expect(phrases.filter((phrase) => /\\\\[bdpswBDPSW]|\(\?|\.\*|\{\d/u.test(phrase))).toEqual([]);
  });

  it('are each language’s own file, once', () => {
    const codes = languages.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
  });
});
