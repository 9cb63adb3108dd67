import { describe, expect, it } from 'vitest';
import { told } from './articles.ts';

describe('turns of an interview or a transcript', () => {
  it('are not the labels of a list', () => {
    expect(
      told([
        'Which offices won? Here they are.',
        'Design firm: Gensler of the north quay',
        'Design firm: Studio of the south quay',
        'Mutual Exploration: Talking about it paves the way for both of you.',
        'Is that all?',
        'Mutual Exploration: It encourages both to listen.',
      ]),
    ).toEqual([]);
  });

  it('belong to whom their labels name, and questions of the paper are no statement', () => {
    expect(
      told([
        'The county heard witnesses on the Lenn dam on Monday.',
        'COMMISSIONER ADA LUND: When did your firm first learn of the crack?',
        'PETER SORENSEN: In the spring of 2019. It was noted as a feature.',
        'LUND: Who noted it?',
        'SORENSEN: I did. I would use another word today.',
      ]),
    ).toEqual([
      'block · Ada Lund · When did your firm first learn of the crack?',
      'block · Peter Sorensen · In the spring of 2019. It was noted as a feature.',
      'block · Ada Lund · Who noted it?',
      'block · Peter Sorensen · I did. I would use another word today.',
    ]);
    expect(
      told([
        'Beatrix Oduya has climbed the tower every week for twelve years.',
        'Q: What breaks?',
        'A: Pigeons break it. A clock wants to be left alone.',
        'Q: Is it ever right?',
        'A: Twice a year it is exactly right.',
      ]),
    ).toEqual([
      'block · Beatrix Oduya · Pigeons break it. A clock wants to be left alone.',
      'block · Beatrix Oduya · Twice a year it is exactly right.',
    ]);
  });

  it('are found behind questions that are set as headings', () => {
    expect(
      told([
        'Beatrix Oduya has climbed the tower every week for twelve years.',
        '# Q: What breaks?',
        'A: Pigeons break it.',
        '# Q: Is it ever right?',
        'A: Twice a year.',
      ]),
    ).toEqual(['block · Beatrix Oduya · Pigeons break it.', 'block · Beatrix Oduya · Twice a year.']);
  });
});

describe('the answers of an interview without labels', () => {
  const about = 'Fernand Aubry tunes the bells of thirteen villages. He met us on top of the one he likes best.';
  const talk = [
    'How does one become a tuner of bells?',
    'By the stairs. I was the only apprentice who did not fear the height.',
    'Does a bell go out of tune?',
    'Never. It is we who do.',
    'And what is it that you do then?',
    '— I climb up, I touch nothing, I come down.',
    'The villages pay him in cheese.',
  ];
  const answers = [
    'block · Fernand Aubry · By the stairs. I was the only apprentice who did not fear the height.',
    'block · Fernand Aubry · Never. It is we who do.',
    'block · Fernand Aubry · I climb up, I touch nothing, I come down.',
  ];

  it('belong to the one who was introduced before the first question', () => {
    expect(told([about, ...talk])).toEqual(answers);
  });

  it('are nobody’s where two were introduced', () => {
    expect(told(['Fernand Aubry and Ada Byron tune the bells of thirteen villages.', ...talk])).toEqual([]);
  });

  it('lose their own label', () => {
    const [first, opening, ...others] = talk;
    expect(told([about, first ?? '', `Fernand Aubry: ${opening}`, ...others])).toEqual(answers);
  });

  it('are no answers to questions that people often ask', () => {
    expect(
      told([
        'The ferry office under Ines Alder answers what is asked most.',
        'When does the night ferry run?',
        'It runs at eleven.',
        'Where are tickets sold?',
        'They are sold on the quay.',
        'Are dogs let on board?',
        'Dogs travel on the upper deck.',
      ]),
    ).toEqual([]);
  });

  it('are no report that asks its readers', () => {
    expect(
      told([
        'Ines Alder runs the ferry office. I went to see her.',
        'Who pays for the night ferry?',
        'The county does, and I found the bill.',
        'Who rides on it?',
        'On Monday I counted four people, Alder said.',
        'Is it worth it?',
        'I can’t say.',
      ]).filter((line) => line.startsWith('block')),
    ).toEqual([]);
  });
});
