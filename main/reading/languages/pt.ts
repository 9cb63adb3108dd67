import { type Language, words } from './language.ts';

export const portuguese: Language = {
  code: 'pt',
  edges: {
    tailLabels: [
      '{leia|veja|confira} {também|mais}<40>',
      '{notícias|matérias|posts|artigos} relacionad{o|a}s<30>',
      'mais {lidas|notícias|sobre}<40>',
    ],
    signatures: ['por'],
  },
  bylines: { prepositions: ['por'] },
  weekdays: words('{segunda|terça|quarta|quinta|sexta}-feira, sábado, domingo'),
  statements: {
    reporting: words(
      'disse, diz, disseram, afirmou, afirma, declarou, explicou, explica, acrescentou, acrescenta, ' +
        'garantiu, garante, referiu, sublinhou, salientou, contou, conta, lembrou, lembra, comentou, ' +
        'respondeu, responde, perguntou, anunciou, escreveu, escreve, concluiu, conclui, advertiu, alertou, ' +
        'alerta, lamentou, criticou, prometeu, defendeu, considerou, considera, reconheceu, admitiu, ' +
        'adiantou, avisou, avisa, confirmou, destacou, relatou, ressaltou, completou, chamou, revelou, ' +
        'observou, exclamou, replicou, indicou, resume, resumiu, atirou, ironizou, falou',
    ),
    telling: words(
      'disse, afirmou, declarou, explicou, acrescentou, garantiu, anunciou, informou, confirmou, referiu, ' +
        'reconheceu, admitiu, adiantou, lembrou',
    ),
    accordingTo: words('segundo, de acordo com, conforme'),
    that: words('que'),
    inscribed: words('título, cartaz, faixa, lema'),
    behindSubjects: words('em, no, na, após, durante, a, ao, que'),
    today: words('hoje'),
    yesterday: words('ontem'),
    naming: words(
      'intitulad{o|a}, título, livro, romance, filme, canção, revista, cartaz, faixa, lema, ' +
        'chamad{o|a}, conhecid{o|a} como, exposição',
    ),
    pronouns: { she: words('ela'), he: words('ele'), they: words('eles, elas') },
  },
  people: {
    beforeNames: words(
      'sr, sra, dr, dra, dom, dona, presidente, prefeito, prefeita, ministro, ministra, governador, governadora',
    ),
  },
};
