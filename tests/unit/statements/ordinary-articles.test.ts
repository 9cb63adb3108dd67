import { describe, expect, it } from 'vitest';
import { printedWholeIn } from './articles.ts';

const lead = 'Port Ellery Harbour Commissioner Ines Alder said on Wednesday that the north pier will stay closed.';
const background = 'The pier was built in 1911 and has been repaired four times since the great storm.';

describe('ordinary articles hold no statement', () => {
  it.each([
    ['a quotation with its attribution', ['“We will not put a boat at risk,” Alder said in a statement.', background]],
    [
      'two halves of a quotation',
      [
        '“We will not put a boat at risk,” Alder said in a statement Wednesday. “Our engineers need the winter.”',
        background,
      ],
    ],
    [
      'a quotation after a plain verb',
      ['Alder said: “We will not put a boat at risk, and our engineers need the whole winter.”', background],
    ],
    [
      'indirect speech',
      ['Alder said in a statement that the pier will stay closed until the engineers have finished.', background],
    ],
    [
      'a statement that is mentioned',
      ['The commission issued a statement on Wednesday.', 'It said the pier will stay closed.'],
    ],
    ['no statement at all', ['The commission did not issue a statement on Wednesday.', background]],
    [
      'a list of demands',
      [
        'The crews sent the commission a letter with these demands:',
        'An open pier, a bell that works and a railing on both sides of the stairs.',
      ],
    ],
    [
      'figures',
      [
        'The company released a statement with these figures:',
        'Sales rose by four per cent in the third quarter and fell in the fourth.',
      ],
    ],
    [
      'a question with a colon',
      ['One question remains:', 'Who will pay for the work when the fund runs dry in the spring?'],
    ],
    [
      'a schedule',
      ['The commission meets as follows:', 'Monday at nine in the town hall and Thursday at noon on the quay.'],
    ],
    [
      'a colon in a sentence',
      ['There are two piers: the north pier, which is closed, and the south pier, which is not.', background],
    ],
    ['a witness statement', ['Officers took a statement from the driver.', 'He had not seen the railing in the fog.']],
    ['a bank statement', ['Her bank statement showed the transfer.', background]],
    ['a fashion statement', ['The hat was a statement in itself.', background]],
    ['a spokesman’s refusal', ['A spokesman for the Harbour Commission declined to comment.', background]],
    [
      'an interview',
      ['Asked about the cost, Alder laughed. “You tell me,” she said.', '“We have no figures yet,” she added.'],
    ],
    ['a quoted word', ['The commission called the pier “unsafe” in a letter to the mayor.', background]],
    ['a book title', ['Her book, “A Statement of Intent: Harbours and Power,” came out in May.', background]],
    ['a pull quote without a name', ['> Our engineers need the winter, and they shall have it.', background]],
    ['a short quotation in a statement', ['In a statement, Alder said: “No comment.”', background]],
    ['a proclamation that is described', ['The mayor will read a statement at noon.', background]],
    [
      'first-person journalism',
      [
        'I walked along the pier with Alder on a grey morning.',
        'We spoke about boats for an hour, and she never once looked at her phone.',
      ],
    ],
    [
      'a heading about statements',
      ['# The statement and its critics', 'Few believed it, and those who did had read only the first line.'],
    ],
    [
      'a transcript’s label',
      ['Alder: We are tired of waiting, all of us.', 'Holt: So are we, and we have boats to feed.'],
    ],
    ['a poem', ['She ended her speech with a line of verse:', 'The sea is never done.']],
    [
      'German reported speech',
      ['Die Bürgermeisterin sagte am Mittwoch, der Hafen bleibe geschlossen.', 'Der Rat stimmt am Dienstag ab.'],
    ],
  ])('%s', (_, lines) => {
    expect(printedWholeIn([lead, ...lines])).toEqual([]);
  });
});
