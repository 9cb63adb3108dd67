import { type Language, words } from './language.ts';

export const spanish: Language = {
  code: 'es',
  edges: {
    tailLabels: [
      '{noticias|artículos|notas|contenido[s]} relacionad{o|a}s<60>',
      '{te|le} puede interesar<60>',
      'más {noticias|leída[s]|leído[s]|sobre|en|información}<60>',
      '{lea|lee} {también|además}<60>',
      'puede[s] ver<60>',
      'ver también<60>',
      'etiquetas<60>',
      'temas<60>',
      'comentarios<60>',
      'deja {un|tu} comentario<60>',
      'comparte<60>',
      'compartir<60>',
      'lo más {leído|visto}<60>',
    ],
    commentSigns: ['*comentario*'],
    signatures: ['por'],
    dateLabels: ['publicado*', 'actualizado*'],
  },
  furniture: {
    relatedLabels: [
      '{lea|lee|leer|ver|vea|mira} {también|además|más}',
      '{le|te} puede interesar',
      'más información',
      '{noticias|artículos|notas|contenido[s]} relacionad{o|a}[s]',
      'relacionad{o|a}[s]',
    ],
    relatedCapitals: ['LEA TAMBIÉN'],
    relatedBeforeTitle: ['{lea|lee} también'],
    subscription: [
      'suscríbe{te|se}*',
      'suscríbase*',
      'regístrate {gratis|para}*',
      'apúntate a <any>*{boletín|newsletter}*',
      'recib{e|a} <any>*{boletín|newsletter|correo}*',
      'hazte {socio|suscriptor|premium}*',
      '{contenido|artículo} {exclusivo|solo} para suscriptores*',
    ],
    contact: {
      appeals: [
        '{contacte|contacta|escriba|escribe} [con|a] {el reportero|la reportera|el autor|la autora|el periodista|la periodista|la redacción}*',
      ],
      channels: ['correo'],
    },
    shareWords: ['compartir', 'imprimir', 'guardar'],
    shareParticles: ['en', 'por'],
    shareConjunctions: ['y'],
    shareAppeals: ['compart{ir|e} {este|esta|el|la|en}'],
    comments: {
      many: ['comentarios'],
      appeals: ['dej{a|e} {un|tu|su} comentario*', 'escrib{e|a} un comentario*'],
    },
    consent: ['{utilizamos|usamos|este sitio [web] {utiliza|usa}}<30>cookies*'],
    legal: ['prohibida {su|la} reproducción*'],
    rightsReserved: ['todos los derechos reservados*'],
    advertisingLabels: ['publicidad'],
    interruptions: ['continúa después de la publicidad*'],
    appAppeals: ['descarg{a|e} {nuestra|la} app*'],
    navigation: ['volver {arriba|al inicio}'],
    topicLabels: ['etiquetas', 'temas'],
    viewInBrowser: [
      '{ver|abrir|leer} <40>{navegador|en línea}',
      'si no {puede|puedes|ve|ves}<80>',
      '¿no {puede|puedes|ve|ves}<80>',
    ],
    forwarding: ['{reenviar|enviar} a un amigo'],
    mailingList: [
      '{darse|date|dese} de baja',
      'cancelar [la|tu|su] suscripción*',
      '{recibe|recibes|ha recibido|has recibido} este',
      'este {correo|mensaje} {se envió|fue enviado|ha sido enviado}*',
    ],
    confidentiality: ['este {mensaje|correo}<80>confidencial*'],
    mailPrograms: ['enviado desde mi <2-30><end>'],
  },
  corrections: {
    labels: ['correcci{ó|o}n', 'fe de errores', 'rectificaci{ó|o}n'],
    particles: ['de'],
    notes: [
      'una versi{ó|o}n {anterior|previa} de {este|esta}*',
      'este {artículo|texto} ha sido {corregido|actualizado}*',
    ],
  },
  reported: ['dijo', 'según', 'afirmó'],
  bylines: {
    signatureVerbs: words('publicado, escrito'),
    signaturePrepositions: words('por'),
    lineLabels: ['por'],
    works: ['escrito', 'publicado', 'redactado'],
    prepositions: ['por'],
    labels: ['autor[es|a|as]', 'redacción'],
    notNames: ['fuente', 'cortesía'],
    roles: ['periodista'],
    desks: ['redacción'],
    paperWords: ['gaceta', 'diario', 'periódico', 'heraldo'],
  },
  head: {
    releases: ['nota de prensa', 'comunicado [de prensa]'],
    title: ['título', 'asunto'],
    published: ['publicado [el]', 'fecha', 'enviado'],
    modified: ['actualizado [el]'],
    publication: ['fuente'],
    section: ['sección'],
    mail: ['para'],
    dateVerbs: ['publicado'],
    datePrepositions: ['el'],
    dateWords: ['las', 'el', 'de', 'del'],
  },
  weekdays: words('lunes, martes, miércoles, jueves, viernes, sábado, domingo'),
  monthSpellings: [
    ['set', 9],
    ['setiembre', 9],
    ['sep', 9],
  ],
  danglingWords: words('el, los, las, una, y, o, del, al, por, para, con'),
  givenNames: {
    women: words(
      'maría, carmen, ana, isabel, dolores, pilar, josefa, teresa, rosa, cristina, ángeles, antonia, laura, francisca, elena, mercedes, luisa, concepción, rosario, marta, lucía, paula, sara, beatriz, raquel, manuela, patricia, julia, rocío, silvia, irene, alba, inés, amparo, nuria, soledad, consuelo, esperanza, remedios',
    ),
    men: words(
      'antonio, josé, manuel, francisco, juan, david, javier, daniel, jesús, carlos, alejandro, miguel, rafael, pedro, pablo, ángel, sergio, fernando, jorge, luis, alberto, álvaro, diego, adrián, raúl, enrique, ramón, vicente, iván, rubén, óscar, andrés, joaquín, santiago, eduardo, víctor, roberto, jaime, mario, ignacio, alfonso, salvador, ricardo, emilio, julio, julián, tomás, agustín, gonzalo, nicolás',
    ),
  },
  statements: {
    reporting: words(
      'retó, dijo, dice, dicen, dijeron, decía, declaró, declara, declararon, afirmó, afirma, afirman, ' +
        'afirmaron, explicó, explica, explican, explicaron, añadió, añade, añadieron, aseguró, asegura, ' +
        'aseguran, señaló, señala, señalaron, indicó, indica, agregó, agrega, sostuvo, sostiene, comentó, ' +
        'comenta, advirtió, advierte, insistió, insiste, manifestó, manifiesta, expresó, expresa, apuntó, ' +
        'apunta, recordó, recuerda, reconoció, reconoce, admitió, admite, contó, cuenta, respondió, responde, ' +
        'contestó, contesta, preguntó, pregunta, anunció, anuncia, lamentó, lamenta, destacó, destaca, subrayó, ' +
        'subraya, aclaró, aclara, matizó, matiza, concluyó, concluye, calificó, califica, criticó, critica, ' +
        'denunció, denuncia, prometió, promete, escribió, escribe, relató, relata, replicó, replica, exclamó, ' +
        'exclama, bromeó, bromea, precisó, precisa, zanjó, zanja, opinó, opina, considera, consideró, habló, ' +
        'tachó, llamó, resume, resumió, reiteró, reitera, remarcó, remarca, recalcó, recalca, enfatizó, ' +
        'enfatiza, puntualizó, puntualiza, argumentó, argumenta, defendió, defiende, reclamó, reclama, pidió, ' +
        'pide, exigió, exige, celebró, celebra, confesó, confiesa, reveló, revela, narró, narra, describió, ' +
        'describe, sentenció, sentencia, ironizó, ironiza, alertó, alerta, avisó, avisa, gritó, grita, suspira, ' +
        'sonríe, ríe, reflexionó, reflexiona, detalló, detalla, prosiguió, prosigue, continuó, continúa, tuiteó, ' +
        'compartió, publicó, ' +
        '{ha|han|había|habían} {dicho|declarado|afirmado|explicado|añadido|asegurado|señalado|indicado|advertido|insistido|manifestado|recordado|reconocido|respondido|anunciado|lamentado|subrayado|concluido|calificado|criticado|denunciado|prometido|apuntado|agregado|destacado|comentado|contado|relatado|sostenido|admitido|aclarado|matizado|reiterado|remarcado|precisado|expresado|defendido|reclamado|pedido|exigido|escrito|publicado|confesado|revelado|bromeado|replicado|contestado|preguntado|sentenciado|zanjado|opinado|considerado}',
    ),
    telling: words(
      'dijo, declaró, afirmó, explicó, añadió, aseguró, señaló, indicó, anunció, advirtió, sostuvo, ' +
        'recordó, reconoció, {ha|han} ' +
        '{dicho|declarado|afirmado|explicado|añadido|asegurado|señalado|anunciado}',
    ),
    roles: words(
      'alcalde, alcaldesa, ministro, ministra, presidente, presidenta, gobernador, gobernadora, portavoz, ' +
        'director, directora, diputado, diputada, senador, senadora, fiscal, consejero, consejera',
    ),
    accordingTo: words('según, de acuerdo con, según {un|el} comunicado de'),
    that: words('que'),
    inscribed: words('título, cartel, pancarta, lema, titular'),
    behindSubjects: words('en, tras, durante, ante, a, al, que, quien'),
    titles: words('Sra'),
    today: words('hoy'),
    yesterday: words('ayer'),
    naming: words(
      'titulad{o|a}, llamad{o|a}, título, libro, novela, película, canción, revista, cartel, pancarta, ' +
        'lema, apodad{o|a}, conocid{o|a} como, exposición, titular',
    ),
    pronouns: { she: words('ella'), he: words('él'), they: words('ellos, ellas') },
    determiners: words('el, la, los, las, un, una, su'),
    kindsOfPeople: words(
      'madre, padre, hijo, hija, hermano, hermana, mujer, hombre, marido, viuda, vecino, vecina, testigo, maestro, maestra, conductor, conductora, enfermera, enfermero, panadero, panadera',
    ),
    publishing: words('dijo, declaró, emitió, publicó, escribió'),
    times: words('lunes, martes, miércoles, jueves, viernes, ayer'),
    clauseOpeners: words('después, antes, tras, durante'),
    complements: words('de, del, para, que'),
    beforeVerbs: words('ha, han'),
    printed: words('comunicado, declaración'),
    articles: words('el'),
  },
  letters: {
    forwarded: ['[inicio del] mensaje {reenviado|original}'],
    answerBegins: ['el'],
    wrote: ['escribió'],
    sender: ['de'],
    date: ['fecha', 'enviado'],
    subject: ['asunto'],
    otherFields: ['para', 'responder a'],
    organizations: ['ayuntamiento', 'ministerio', 'fundación', 'universidad'],
  },
  people: {
    beforeNames: words(
      'sr, sra, don, doña, dr, dra, presidente, presidenta, alcalde, alcaldesa, ministro, ministra, gobernador, gobernadora',
    ),
  },
};
