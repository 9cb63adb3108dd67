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
  givenNames: {
    women: words(
      'maria, ana, francisca, antónia, adriana, juliana, márcia, fernanda, patrícia, aline, sandra, camila, amanda, bruna, jéssica, letícia, júlia, luciana, vanessa, mariana, gabriela, vera, vitória, larissa, cláudia, beatriz, luana, rita, sónia, renata, eliane, joana, inês, leonor, matilde, margarida, catarina, teresa, helena, isabel, graça, conceição, fátima, lurdes',
    ),
    men: words(
      'josé, joão, antónio, antônio, francisco, carlos, paulo, pedro, lucas, luiz, luís, marcos, gabriel, rafael, daniel, marcelo, bruno, eduardo, felipe, filipe, raimundo, rodrigo, manuel, nuno, rui, tiago, miguel, jorge, fernando, ricardo, vasco, duarte, diogo, afonso, henrique, artur, mário, sérgio, vítor, hugo, gonçalo, armando, joaquim, domingos',
    ),
  },
  statements: {
    reporting: words(
      'alega, alegou, disse, diz, dizem, disseram, dizia, afirmou, afirma, afirmaram, declarou, declara, explicou, explica, ' +
        'explicaram, acrescentou, acrescenta, garantiu, garante, referiu, refere, sublinhou, sublinha, ' +
        'salientou, salienta, contou, conta, contava, lembrou, lembra, comentou, comenta, respondeu, responde, ' +
        'perguntou, pergunta, anunciou, anuncia, escreveu, escreve, concluiu, conclui, advertiu, adverte, ' +
        'alertou, alerta, lamentou, lamenta, criticou, critica, prometeu, promete, defendeu, defende, ' +
        'considerou, considera, reconheceu, reconhece, admitiu, admite, adiantou, adianta, avisou, avisa, ' +
        'confirmou, confirma, destacou, destaca, relatou, relata, ressaltou, ressalta, completou, completa, ' +
        'chamou, revelou, revela, observou, observa, exclamou, exclama, replicou, replica, indicou, indica, ' +
        'resume, resumiu, atirou, ironizou, ironiza, falou, insistiu, insiste, reiterou, reitera, reforçou, ' +
        'reforça, frisou, frisa, argumentou, argumenta, apontou, aponta, desabafou, desabafa, brincou, brinca, ' +
        'continuou, continua, prosseguiu, prossegue, confessou, confessa, recordou, recorda, descreveu, ' +
        'descreve, enfatizou, enfatiza, pediu, pede, questionou, questiona, rebateu, rebate, disparou, postou, ' +
        'publicou, assegurou, assegura, sustentou, sustenta, gritou, grita, suspirou, riu, ri, ' +
        '{tem|têm|tinha} {dito|afirmado|defendido}',
    ),
    telling: words(
      'disse, afirmou, declarou, explicou, acrescentou, garantiu, anunciou, informou, confirmou, referiu, ' +
        'reconheceu, admitiu, adiantou, lembrou',
    ),
    roles: words(
      'prefeito, prefeita, vereador, vereadora, deputado, porta-voz, autarca, governador, governadora, ' +
        'secretário, secretária, diretor, diretora',
    ),
    accordingTo: words('segundo, de acordo com, conforme, segundo {um|o} comunicado de'),
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
    determiners: words('o, a, os, as, um, uma, seu, sua'),
    kindsOfPeople: words(
      'mãe, pai, filho, filha, irmão, irmã, mulher, homem, marido, viúva, vizinho, vizinha, morador, moradora, testemunha, professora, motorista, enfermeira, enfermeiro, padeiro',
    ),
  },
  people: {
    beforeNames: words(
      'sr, sra, dr, dra, dom, dona, presidente, prefeito, prefeita, ministro, ministra, governador, governadora',
    ),
  },
};
