import { describe, expect, it } from 'vitest';
import type { Span } from '../../../main/contract/index.ts';
import { differenceOf } from '../../../main/reading/compare/difference.ts';
import { Random } from '../../bench/random.ts';

function marked(text: string, marks: readonly Span[], [open, close]: readonly [string, string]): string {
  let shown = '';
  let at = 0;
  for (const { start, end } of marks) {
    shown += `${text.slice(at, start)}${open}${text.slice(start, end)}${close}`;
    at = end;
  }
  return shown + text.slice(at);
}

const compare = (left: string, right: string) => {
  const difference = differenceOf(left, right);
  return [marked(left, difference.left, ['[', ']']), marked(right, difference.right, ['{', '}'])];
};

describe('words that differ', () => {
  it.each<[rule: string, left: string, right: string]>([
    ['are marked whole', 'For [nine] years they walked.', 'For {ten} years they walked.'],
    ['with what is joined to them in print', 'They [don’t] pay [1,200].', 'They {didn’t} pay {1,250}.'],
    ['by case', '[The] board met.', '{the} board met.'],
    ['by accents', 'The [cafe] is open.', 'The {café} is open.'],
    ['signs too, alone', 'Trust[,] she said.', 'Trust she said.'],
    ['quotation marks too', 'He said [“]no[”].', 'He said {‘}no{’}.'],
    ['what is new', 'The ferry left.', 'The {last} ferry left {at ten}.'],
    ['a whole sentence, from its beginning', 'It stopped. They left.', 'It stopped. {Nobody knew.} They left.'],
    [
      'a sentence with a title in it, from its own beginning',
      'They met Dr. Moss. They left.',
      '{They met Dr. Alder.} They met Dr. Moss. They left.',
    ],
    ['a repeated sentence, from its beginning', '[They left.] They left early.', 'They left early.'],
    [
      'a sentence written anew, as one change',
      '[The council voted on Tuesday to close the school at the end of the year].',
      '{After months of protest, members decided on Wednesday that the school would stay open}.',
    ],
    ['small changes apart from one another', 'One [old] house, one [red] door.', 'One {new} house, one {blue} door.'],
    ['in scripts without spaces', '港の番人は[書類]を確認しない。', '港の番人は{身分証}を確認しない。'],
    ['in scripts beyond the first plane', 'The mark [𝔄] stands.', 'The mark {𝔅} stands.'],
  ])('%s', (_rule, left, right) => {
    const plain = (text: string) => text.replace(/[[\]{}]/g, '');
    expect(compare(plain(left), plain(right))).toEqual([left, right]);
  });

  it('are none where only white space differs', () => {
    expect(differenceOf('The  board\nmet.', ' The board met.')).toEqual({ left: [], right: [], gone: 0, added: 0 });
  });

  it('are counted without the signs', () => {
    expect(differenceOf('One, two; three.', 'One two three four!')).toMatchObject({ gone: 0, added: 1 });
  });

  it('leave the same words unmarked on both sides, whatever the texts', () => {
    const random = new Random(11);
    const words = 'the a of harbour board met trust. “No,” said don’t 1,200 café — and'.split(' ');
    const make = () => Array.from({ length: random.between(0, 30) }, () => random.pick(words)).join(' ');
    const rest = (text: string, marks: readonly Span[]) => {
      let at = 0;
      const parts: string[] = [];
      for (const { start, end } of marks) {
        parts.push(text.slice(at, start));
        at = end;
      }
      return [...parts, text.slice(at)].join('').replace(/\s+/g, '');
    };
    for (let round = 0; round < 500; round++) {
      const [left, right] = [make(), make()];
      const difference = differenceOf(left, right);
      expect(rest(left, difference.left), `${left} | ${right}`).toBe(rest(right, difference.right));
    }
  });
});
