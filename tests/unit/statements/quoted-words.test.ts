import { describe, expect, it } from 'vitest';
import { told } from './articles.ts';

const lead = 'Ines Alder, the harbour master, met Tomas Reyl of the Courier on the quay.';

describe('words in quotation marks', () => {
  it.each([
    ['behind them', '“We will not move,” said Ines Alder.', 'We will not move,'],
    ['behind them, the name first', '“We will not move,” Alder said on Monday.', 'We will not move,'],
    ['before them', 'Alder told the council: “We will not move.”', 'We will not move.'],
    ['in their middle', '“We will not,” said Alder, “not now.”', 'We will not, […] not now.'],
    ['between two sentences', '“We will not,” Alder said. “Not now.”', 'We will not, […] Not now.'],
  ])('belong to whom their cue names: %s', (_, sentence, words) => {
    expect(told([lead, sentence])).toContain(`direct · Ines Alder · ${words}`);
  });

  it.each([
    ['an apposition', '“He ran,” Jane Kast, mother of Otto Kast, said.', 'Jane Kast'],
    ['whom somebody speaks for', '“It is late,” said Lena Park, a spokeswoman for Mayor Byron.', 'Lena Park'],
    ['an age and a street', '“It was loud,” Tomas Reyl, 44, of Dock Street, said.', 'Tomas Reyl'],
    ['whose lawyer it is', '“He denies it,” Reyl’s lawyer said.', 'Reyl’s lawyer'],
    ['two together', '“We ask for time,” Bo Li and Ana Voss said.', 'Bo Li & Ana Voss'],
    ['a name that is a word', '“It floods,” said Will Fielding.', 'Will Fielding'],
    ['a particle', '“It holds,” said Mei van der Zee.', 'Mei van der Zee'],
    ['whoever isn’t named', '“It isn’t bread,” a customer said.', 'a customer'],
    [
      'a relative clause',
      'She quoted the late mayor Jack Stubb, who once said: “A town that sleeps is poor.”',
      'Jack Stubb',
    ],
  ])('are the subject’s of the reporting verb: %s', (_, sentence, who) => {
    expect(told([sentence]).map((line) => line.split(' · ')[1])).toEqual([who]);
  });

  it('of a pronoun are those of the one person who can be meant, else nobody’s', () => {
    expect(told(['Ada Byron, the mayor, came late. “I was asked to wait,” she said.'])).toEqual([
      'direct · Ada Byron · I was asked to wait,',
    ]);
    expect(told(['Ada Byron met Jane Kast at the gate. “I was asked to wait,” she said.'])).toEqual([
      'direct · ? · I was asked to wait,',
    ]);
  });

  it.each([
    [
      'the subject of the sentence before',
      'Tomas Reyl, 44, of Dock Street, said he was woken by hail. “It was the slates,” he said.',
      'Tomas Reyl',
    ],
    [
      'who told somebody else',
      'Ada Byron told Jane Kast that the gate was shut. “I have the key,” she said.',
      'Ada Byron',
    ],
    [
      'who is named behind what they are',
      'The director, Hanneke Vos, 34, made it at home. “I had a speech,” she said.',
      'Hanneke Vos',
    ],
    [
      'whom a given name allows',
      'Rosalind Pim met Thomas Alder at the gate. “I was asked to wait,” he said.',
      'Thomas Alder',
    ],
    [
      'whom a title allows, of two with one name',
      'Rasmus Thorne taught swimming with Kirsten Thorne. Mr. Thorne did not believe in pools. “The sea has no shallow end,” he said.',
      'Rasmus Thorne',
    ],
    [
      'not who is named beside',
      'Ada Byron spoke on Sunday.\n\nThe programme was hosted by Jane Kast. “We have time,” she said.',
      'Ada Byron',
    ],
    ['who is only described', 'The guard at the door was more direct. “Come Thursday,” he said.', 'the guard'],
    [
      'a body, in the next sentence',
      'The Corran Harbour Commission disputes the figure. “It is closer to 40,” it said.',
      'The Corran Harbour Commission',
    ],
    [
      'nobody, where a body was spoken of earlier',
      'The Corran Harbour Commission met. Rain fell on the hall. “It is closer to 40,” it said.',
      '?',
    ],
  ])('of a pronoun are those of %s', (_, text, who) => {
    expect(
      told(text.split('\n\n'))
        .filter((line) => !line.startsWith('indirect'))
        .map((line) => line.split(' · ')[1]),
    ).toEqual([who]);
  });

  it.each([
    ['behind a dash', ['“The cities have lower rates.” —Jane Pogue, CEO, Nordic Foresight'], 'Jane Pogue'],
    ['in the line below', ['“Most of the costs are covered.”', '—Mike Brehm, partner, Kenwood'], 'Mike Brehm'],
  ])('are signed %s', (_, paragraphs, who) => {
    expect(told(paragraphs).map((line) => line.split(' · ')[1])).toEqual([who]);
  });

  it.each([
    [
      'the sentence before is about',
      'The costs rise too, Tom Hart said. “They brought in people who were opportunists.”',
      'Tom Hart',
    ],
    ['is called by the given name', 'Ashley Salazar posted a photo. “He is the best,” Ashley wrote.', 'Ashley Salazar'],
    ['bears a name that is a word', 'Will Fielding wanted it moved. “It floods,” Fielding said.', 'Will Fielding'],
    [
      'is written in another script',
      'The kites flew. “A kite is a question,” said 王小明, whose family made them.',
      '王小明',
    ],
  ])('are those of whoever %s', (_, text, who) => {
    expect(
      told([text])
        .filter((line) => !line.startsWith('indirect'))
        .map((line) => line.split(' · ')[1]),
    ).toEqual([who]);
  });

  it.each([
    ['an idea', 'The idea that it must be free suggests that it “isn’t a problem with the market at all”.'],
    [
      'what a participle names',
      'The album has a new version of “Hypothetically,” featuring American Idol winner Fantasia Barrino.',
    ],
    ['a translation', 'The harbour is called Baaj Nwaavjo, meaning “where tribes roam,” by the people there.'],
  ])('are nobody’s by %s', (_, text) => {
    expect(told([text]).filter((line) => !/ · \? · /u.test(line))).toEqual([]);
  });

  it.each([
    [
      'behind a word that joins',
      'But Kathy Wylde, chief executive of the Partnership, said a ban would hurt firms that use them.',
      'indirect · Kathy Wylde · a ban would hurt firms that use them',
    ],
    [
      'before how they do it',
      'The mayor recently said that the pumps were old.',
      'indirect · the mayor · the pumps were old',
    ],
    [
      'not whom a title of the court precedes',
      'As Defendant Otto Kast said in the paper: “It was the slates.”',
      'direct · Otto Kast · It was the slates.',
    ],
  ])('the subject stands %s', (_, text, line) => {
    expect(told([text])).toEqual([line]);
  });

  it.each([
    ['a campaign', '“It is false,” the Byron campaign said.', 'the Byron campaign'],
    ['those around somebody', '“We won,” Byron supporters said.', 'Byron supporters'],
    ['who speaks for somebody', 'A Byron spokesman said: “It is false.”', 'a Byron spokesman'],
    ['a pronoun', 'Byron supporters gathered. “Let us in,” he said.', 'Otto Kast'],
    ['but where a verb follows', 'Byron wants more. “Let us in,” he said.', 'George Byron'],
  ])('whose name is an attribute does not speak: %s', (_, text, who) => {
    expect(told(['George Byron won the state. Otto Kast lost it.', text]).map((line) => line.split(' · ')[1])).toEqual([
      who,
    ]);
  });

  it('an introduction whose subject is an attribute’s head is that one’s', () => {
    const said = '“We will count every vote. We will not stop before it is done, and we ask for patience.”';
    expect(told(['George Byron won.', 'The Byron campaign issued the following statement:', said])).toEqual([
      `block · the Byron campaign · ${said.slice(1, -1)}`,
    ]);
  });

  it('names of people are not made of a headline whose every word has a capital', () => {
    expect(
      told([
        '# Kast Pushes Wild Colorado Harbour Ballot Ruling',
        'The Colorado justices ruled that the harbour may stay open.',
      ]),
    ).toEqual(['indirect · the Colorado justices · the harbour may stay open']);
  });

  it.each([
    ['whose firm stands before', '“We wait,” said NASA’s Steve Clarke.', 'Steve Clarke'],
    ['whose work stands before, unknown here', '“Look again,” Promoter Eddie Hearn said.', 'Eddie Hearn'],
    ['behind a small word', 'As CISA said on Monday: “The port is shut.”', 'CISA'],
    ['by an office alone', '“No,” said the Greek Foreign Minister.', 'the Greek Foreign Minister'],
    ['behind how often', '“We wait,” the couple also said.', 'the couple'],
  ])('is told without what is no name: %s', (_, text, who) => {
    expect(told([text]).map((line) => line.split(' · ')[1])).toEqual([who]);
  });

  it('are no title where a clause reports them', () => {
    expect(told(['“Come Thursday,” Owen Stubbs told a couple.'])).toEqual(['direct · Owen Stubbs · Come Thursday,']);
  });

  it('end at a single mark before the next one opens', () => {
    expect(
      told([
        'Otto Kast said the firm had ‘listened carefully’ and moved. ‘A lady told me, “It’s in my bath,”’ he said.',
      ]),
    ).toEqual(['mixed · Otto Kast · listened carefully', 'direct · Otto Kast · A lady told me, “It’s in my bath,”']);
  });

  it('go on in the next paragraph with whoever spoke, and over paragraphs that open again', () => {
    expect(told(['“I rang it once,” said Anselm Groot.', '“I won’t ring it again. It isn’t mine.”'])).toEqual([
      'direct · Anselm Groot · I rang it once,',
      'direct · Anselm Groot · I won’t ring it again. It isn’t mine.',
    ]);
    expect(told(['Ada Byron said: “My father ground for four farms.', '“I grind for none.”'])).toEqual([
      'direct · Ada Byron · My father ground for four farms. […] I grind for none.',
    ]);
  });

  it('inside the reporter’s sentence are fragments, of one statement where one verb reports them', () => {
    expect(told([lead, 'Alder called the plan “a gift to nobody” and “a stone in the water”.'])).toEqual([
      'mixed · Ines Alder · a gift to nobody […] a stone in the water',
    ]);
  });

  it.each([
    ['a title', 'The theatre wrote a farce about it, “Eleven Miles to Saltby,” in 2016.'],
    ['a nickname', 'Tomas “Tug the Rope” Reyl kept the lock until 1988.'],
    ['a single word', 'The so-called “emergency” was known to everybody.'],
    ['a sign', 'A banner behind the goal read “Sell the stadium, keep the team.”'],
    ['nobody', 'Nobody at the company said “we are sorry.”'],
  ])('are no statement: %s', (_, sentence) => {
    expect(told([sentence])).toEqual([]);
  });

  it.each([
    ['de', '„Das rechnet sich nicht“, klagte Firmenchef Holger Grote.', 'Holger Grote', 'Das rechnet sich nicht'],
    [
      'fr',
      '« On ne met pas des enfants ici », a déclaré jeudi Inès Le Dantec.',
      'Inès Le Dantec',
      'On ne met pas des enfants ici',
    ],
    ['es', '«Que venga y lo lea», dijo la diputada Cruz Iglesias.', 'Cruz Iglesias', 'Que venga y lo lea'],
    ['it', '«Le dighe si vedono», ha replicato il consigliere Ettore Bassi.', 'Ettore Bassi', 'Le dighe si vedono'],
    ['pt', '“Não se vende uma árvore”, disse Lúcia Barroso.', 'Lúcia Barroso', 'Não se vende uma árvore'],
    [
      'nl',
      '‘We sturen niemand een brug over’, zei wethouder Ineke Alders.',
      'Ineke Alders',
      'We sturen niemand een brug over',
    ],
  ])('are found in other languages: %s', (language, sentence, who, words) => {
    expect(told([sentence], language)).toEqual([`direct · ${who} · ${words}`]);
  });
});

it('inside marks that enclose the cue too are the speaker’s without it', () => {
  expect(
    told(
      ['« Un parapluie qui ne fuit pas, ça n’existe pas, prévient Armand Jouvet. Il y a ceux qui l’avouent. »'],
      'fr',
    ),
  ).toEqual(['direct · Armand Jouvet · Un parapluie qui ne fuit pas, ça n’existe pas, […] Il y a ceux qui l’avouent.']);
  expect(told(['«Qui – dice Tommaso Rena – senza ponte non entra neanche il vento».'], 'it')).toEqual([
    'direct · Tommaso Rena · Qui […] senza ponte non entra neanche il vento',
  ]);
});

describe('what is reported without marks', () => {
  it.each([
    [
      'Ines Alder said the board would look at it again in September.',
      'Ines Alder',
      'the board would look at it again in September',
    ],
    [
      'The road will stay closed until May, Ines Alder said on Monday.',
      'Ines Alder',
      'The road will stay closed until May',
    ],
    ['According to Ines Alder, the road will stay closed.', 'Ines Alder', 'the road will stay closed'],
    ['Residents say that the smell is worst on still nights.', 'Residents', 'the smell is worst on still nights'],
  ])('is suggested with who said so: %s', (sentence, who, words) => {
    expect(told([sentence])).toEqual([`indirect · ${who} · ${words}`]);
  });

  it.each([
    'The board has never said whether it was a punishment.',
    'Ines Alder declined to say that the road was closed.',
    'Ines Alder said in a statement on Monday.',
  ])('is not what nobody said: %s', (sentence) => {
    expect(told([sentence])).toEqual([]);
  });
});

describe('words that are reported', () => {
  it.each([
    'PORT ELLERY — The pier will stay closed, Ines Alder said.',
    'PORT ELLERY, Tessaly, Nov. 16 (Courier) - The pier will stay closed, according to Ines Alder.',
    '(Courier) – The pier will stay closed, said Ines Alder.',
  ])('begin behind the dateline: %s', (sentence) => {
    expect(told([sentence])).toEqual(['indirect · Ines Alder · The pier will stay closed']);
  });
});

describe('a speaker', () => {
  it('is not whom somebody tells', () => {
    expect(told(['The musician died on Friday, her cousin, Mike Lynch, told TMZ.'])).toEqual([
      'indirect · Mike Lynch · The musician died on Friday',
    ]);
  });

  it('does not stand in what a work has in it', () => {
    expect(
      told([
        'It was issued again with a version of “Hypothetically,” featuring the winner Ada Byron added as a track.',
      ]),
    ).toEqual([]);
  });

  it('is called by the words of one sentence, and by the whole name of what speaks', () => {
    expect(
      told([
        'They fought east of Orlo. The Al-Quds Brigades announced that they had held the town.',
        'The Dairy Farmers of Tessaly said that they would object to it.',
        'Sorry Ponder, this is late.',
        'Ponder says that it will be back on Monday.',
      ]),
    ).toEqual([
      'indirect · Al-Quds Brigades · they had held the town',
      'indirect · Dairy Farmers of Tessaly · they would object to it',
      'indirect · Ponder · it will be back on Monday',
    ]);
  });

  it('is not somebody else of the same given name, who is introduced with an age', () => {
    expect(
      told([
        'She looks like Olivia Colman.',
        'Olivia, 40, is a nurse and tells nobody. “I stay at home,” Olivia said.',
      ]),
    ).toEqual(['direct · Olivia · I stay at home,']);
    expect(
      told([
        'Olivia Colman tried it. “I loved it,” she said.',
        'Paula*, a 43-year-old nurse, was nervous. “I panic every time.”',
        'Anna, 40, is open about it. “There is a pressure,” she says.',
      ]),
    ).toEqual([
      'direct · Olivia Colman · I loved it,',
      'direct · Paula · I panic every time.',
      'direct · Anna · There is a pressure,',
    ]);
  });

  it('reports what follows, where a clause that hangs on it stands before', () => {
    expect(told(['Although the roof was old, Ines Alder told the council no part of it would fall.'])).toEqual([]);
  });

  it('stays the one whom the article has begun to call by the family name', () => {
    expect(
      told([
        'Robert Alder Jr. leads the harbour. Alder was asked about the pier.',
        'His father was Sen. Frank Alder, who built it in 1968.',
        '“It will stand,” Alder said.',
      ]),
    ).toEqual(['direct · Robert Alder Jr. · It will stand,']);
  });
});

describe('marks as papers misprint them', () => {
  it.each([
    [
      'an inner mark that nothing closes',
      '“He rang and said, ‘The windows are humming,” Ines Alder said.',
      'Ines Alder · He rang and said, ‘The windows are humming,',
    ],
    [
      'an inner mark that a straight one closes',
      "“I told them, ‘It is late,'” said Ines Alder.",
      "Ines Alder · I told them, ‘It is late,'",
    ],
    [
      'a space lost before the opening one',
      'The rooms are wide.“They are cold,” Ines Alder said.',
      'Ines Alder · They are cold,',
    ],
    ['an ellipsis before the opening one', '…“They are cold,” said Ines Alder.', 'Ines Alder · They are cold,'],
  ])('still hold the words: %s', (_, sentence, line) => {
    expect(told([sentence])).toEqual([`direct · ${line}`]);
  });
});

describe('fragments that name a thing', () => {
  it.each([
    ['a thing with a label', 'The app has a handy “Quick connect at night” feature.'],
    ['a noun behind a determiner', 'They watched the dazzling “ring of fire” eclipse.'],
    ['a term of a trade', 'It rests on what engineers call “dead reckoning underground”.'],
    [
      'a phrase that is set in marks again',
      'They want “door to door” times. Nobody knew of “door to door” before Monday.',
    ],
    ['a moniker', 'It earned her the moniker “the mayor of the night.”'],
  ])('are nobody’s statement: %s', (_, sentence) => {
    expect(told([sentence])).toEqual([]);
  });

  it('are whoever’s statement the sentence says coined them', () => {
    expect(told(['It is what Ines Alder calls “a very small miracle”.'])).toEqual([
      'mixed · Ines Alder · a very small miracle',
    ]);
  });

  it('of two words are a statement beside more of the same sentence', () => {
    expect(
      told(['Ines Alder threatened to make it a “chess club” and told passengers to “enjoy the benches”.']),
    ).toEqual(['mixed · Ines Alder · chess club […] enjoy the benches']);
  });

  it('a relative clause beside a described speaker does not name the speaker', () => {
    expect(told(['“It is late,” said the retired marshal, whose father’s Pillsbury pay bought the house.'])).toEqual([
      'direct · the retired marshal · It is late,',
    ]);
  });
});

describe('words that a dash opens', () => {
  it.each([
    [
      'es',
      ['—No vamos a irnos —dijo Inés Aldana—, y menos hoy.'],
      ['direct · Inés Aldana · No vamos a irnos […] y menos hoy.'],
    ],
    ['pt', ['— Não vou sair — disse Celeste Amaro, operária.'], ['direct · Celeste Amaro · Não vou sair']],
    ['it', ['— Non me ne vado — disse Tommaso Rena.'], ['direct · Tommaso Rena · Non me ne vado']],
    ['fr', ['— Il se repose, répond Armand Jouvet.'], ['direct · Armand Jouvet · Il se repose,']],
  ])('are whoever’s their cue names: %s', (language, lines, expected) => {
    expect(told(lines, language)).toEqual(expected);
  });

  it('of the next line are somebody else’s, and nobody says whose', () => {
    expect(told(['—No me voy —dijo Inés Aldana.', '—Pues yo sí que me voy.'], 'es')).toEqual([
      'direct · Inés Aldana · No me voy',
      'direct · ? · Pues yo sí que me voy.',
    ]);
  });

  it.each([
    ['a list', 'es', ['— Pan y leche para mañana', '— Queso de oveja']],
    ['English', 'en', ['— We will not move — said Ines Alder.']],
  ])('are none in %s', (_, language, lines) => {
    expect(told(lines, language).filter((line) => line.startsWith('direct'))).toEqual([]);
  });
});

describe('the kinds of error that a hundred real suggestions showed', () => {
  it('whoever stands behind a long name of an organisation and what they are speaks, not the organisation', () => {
    expect(
      told([
        '“It is almost tangible,” University of Corran at Port Ellery physics professor Ada Byron said. Ellery Technical University closed.',
      ]),
    ).toEqual(['direct · Ada Byron · It is almost tangible,']);
  });

  it('words that the paragraph above leads to are its subject’s, or nobody’s', () => {
    expect(told(['The pier is closed. Ines Alder told the Courier:', '“We will not move the boats.”'])).toContain(
      'direct · Ines Alder · We will not move the boats.',
    );
    expect(
      told([
        'Nobody knows why. She lives with her husband, Otto Kast. She told the Courier:',
        '“We will not move the boats.”',
      ]),
    ).not.toContain('direct · Otto Kast · We will not move the boats.');
  });

  it.each([
    ['en', 'According to a statement from Police chief Pete Dugan:', '“We will not let the pier go.”', 'Pete Dugan'],
    ['en', 'Tomas Reyl was there. According to a statement by the port:', '“We will not let the pier go.”', ''],
    ['fr', 'Selon un communiqué de Pete Dugan :', '« Nous ne céderons pas ce quai. »', 'Pete Dugan'],
    ['de', 'Laut einer Mitteilung von Pete Dugan:', '„Wir geben die Mole nicht her.“', 'Pete Dugan'],
  ])('what a statement says is whose statement it is (%s, %s)', (language, above, words, name) => {
    const found = told(['The pier is closed.', above, words], language).filter((line) =>
      line.includes(words.slice(2, 8)),
    );
    expect(found).toHaveLength(1);
    expect(found[0]).not.toContain('Tomas Reyl');
    expect(found[0]).toContain(name);
  });

  it('words that the paragraph above leads to in a language without verbs here are the one’s who is named there', () => {
    expect(told(['Мэрия ответила в среду. Иван Петров заявил:', '«Мы не отдадим этот причал никому.»'], 'ru')).toEqual([
      'direct · Иван Петров · Мы не отдадим этот причал никому.',
    ]);
  });

  it.each([
    ['one word without a speaker', 'In the race to stay in the “now”, it’s likely that more will follow.'],
    ['one word that something describes', '“SEAL” describes all bodies under the council.'],
    ['what somebody is widely recognized as', 'Ines Alder, who is widely recognized as “Lady Pier,” came home.'],
    ['a title with a number', 'In “5 Questions with an Artist”, she shows her brushes.'],
  ])('are no statements: %s', (_, sentence) => {
    expect(told([sentence]).filter((line) => !line.startsWith('indirect'))).toEqual([]);
  });

  it('a work by its writer is not among the words that its writer says', () => {
    expect(
      told(['“It’s nonsense, of course,” says Otto Kast, author of the paper “Why The Pier Leans,” over tea.']),
    ).toEqual(['direct · Otto Kast · It’s nonsense, of course,']);
  });

  it('what an account gives goes from its first comma to the end, past a short apposition alone', () => {
    const accounts = (rest: string) =>
      told([`According to the Port Courier, ${rest}`]).map((line) => line.split(' · ')[2]);
    expect(accounts('the fifty old boats made up hardly a fifth of what he owned, as he had three hundred.')).toEqual([
      'the fifty old boats made up hardly a fifth of what he owned, as he had three hundred',
    ]);
    expect(accounts('the oldest paper of the town, he had three hundred boats.')).toEqual([
      'he had three hundred boats',
    ]);
  });
});

describe('the kinds of error that a second hundred showed', () => {
  it.each([
    [
      'a clause between two commas',
      'All you have to do, says Ines Alder, is “tap the rail and wait for the boat.”',
      'mixed · Ines Alder · tap the rail and wait for the boat.',
    ],
    [
      'whoever is met in the first clause',
      'Otto Kast was fined after he met Ines Alder on the quay, slapped her on the back, and said, “What is up?”',
      'direct · ? · What is up?',
    ],
    [
      'who tells a paper, behind an apposition',
      'Ines Alder, a harbour expert, told the Courier that, while it looked new, it’s “not really a fair comparison”.',
      'mixed · Ines Alder · not really a fair comparison',
    ],
  ])('the subject is found past what stands between: %s', (_, sentence, line) => {
    expect(told([sentence])).toContain(line);
  });

  it.each([
    [
      'the full stop of the sentence inside the marks',
      'The Post Office will raise its prices, a clerk confirmed to “Good Morning Corran.”',
    ],
    ['a series that begins a sentence', 'In “Doing the Least with Ada,” she shares recipes.'],
    ['what somebody calls himself on a screen', 'I am greeted by the charming name “Glenjamin Button.”'],
  ])('a title is no statement: %s', (_, sentence) => {
    expect(told([sentence]).filter((line) => !line.startsWith('indirect'))).toEqual([]);
  });

  it('reported words that a clause interrupts go on behind it', () => {
    expect(told(['The result, according to Ines Alder, could be the end of the pier.'])).toEqual([
      'indirect · Ines Alder · The result […] could be the end of the pier',
    ]);
    expect(told(['Many of the piers, Ines Alder said, are old and need to be mended.'])).toEqual([
      'indirect · Ines Alder · Many of the piers […] are old and need to be mended',
    ]);
  });

  it.each([
    ['a relative clause behind what is said', 'It was something Ines Alder said that should raise eyebrows.'],
    ['a thing that adds something', 'The top trims have a brake, the advanced system that adds well to the rest.'],
  ])('is not reported: %s', (_, sentence) => {
    expect(told([sentence])).toEqual([]);
  });

  it('“that’s” is the beginning of the words', () => {
    expect(told(['Ines Alder said that’s not the case with the old pier.'])).toEqual([
      'indirect · Ines Alder · that’s not the case with the old pier',
    ]);
  });
});

it('reads what was made to take long: thousands of quotations in one paragraph, of buttons, of open marks', () => {
  expect(told(['“It is so.” said Ada Byron. '.repeat(2000)]).length).toBeGreaterThan(1);
  expect(
    told(['Ada Byron issued the following statement:', ...Array.from({ length: 15_000 }, () => 'Read on here')]),
  ).toEqual([]);
  expect(told(['“'.repeat(50_000)], 'fr')).toEqual([]);
});
