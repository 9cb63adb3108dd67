import type { BlockPurpose } from '../../../main/contract/index.ts';

/** Lines as papers print them around articles, and sentences of articles that hold the same words. */
export interface Examples {
  readonly furniture?: Partial<Record<BlockPurpose, readonly string[]>>;
  readonly articleProse?: readonly string[];
  /** Labels over other articles, and over comments. */
  readonly tails?: readonly string[];
  readonly commentTails?: readonly string[];
  readonly notTails?: readonly string[];
  readonly signs?: readonly string[];
  readonly notSigns?: readonly string[];
  readonly corrections?: readonly string[];
  /** Lines of a page that name its writers, and whom; of text without markup, where they name them the same way. */
  readonly bylines?: readonly (readonly [line: string, names: readonly string[]])[];
  readonly plainBylines?: readonly (readonly [line: string, names: readonly string[]])[];
  /** Short lines that sign an article without mark-up that says so, and whom they name. */
  readonly signers?: readonly (readonly [line: string, name: string | null])[];
  /** Lines of letters above the words they answer or forward. */
  readonly letterLines?: readonly string[];
  readonly releases?: readonly string[];
  /** Lines that are a date and nothing else, and the day. */
  readonly dates?: readonly (readonly [line: string, day: string])[];
  readonly notDates?: readonly string[];
  readonly months?: readonly (readonly [name: string, month: number])[];
}

export const examples: Readonly<Record<string, Examples>> = {
  en: {
    furniture: {
      related: [
        'Read more: Residents fear for the north pier',
        'You may also like',
        'RELATED Harbour Commission closes the north pier',
        'Editor’s picks',
        'Click here for the full list of closures.',
      ],
      subscription: [
        'Subscribe now for just one dollar a week.',
        'Want the news first? Sign up for our daily briefing.',
        'You have 2 free articles left this month.',
        'Log in or subscribe to continue.',
        'Already a subscriber? Log in.',
        'You are receiving this because you joined the list of the Harbour Courier. Unsubscribe here.',
        'If you no longer wish to get this letter, unsubscribe.',
        'Manage your preferences',
        'harbour-news mailing list',
      ],
      contact: [
        'Contact reporter Tomas Reyl at treyl@courier.example or 520-555-0117.',
        'Follow us on Facebook',
        'Got a tip? Let us know.',
        'Media contact: press@harbour.example',
        'Phone: 520-555-0117',
        'Ana Bell can be reached at abell@courier.example.',
      ],
      share: [
        'Share on Facebook',
        'Share this article',
        'Facebook Twitter E-mail Print',
        'Was this newsletter forwarded to you? Join here.',
      ],
      comments: ['View all 12 comments', 'Leave a comment', '1 comment', 'Comments are closed.'],
      consent: ['We and our partners use third-party cookies to show you this page.', 'Cookie settings'],
      other: [
        '© 2019 The Harbour Courier. All rights reserved.',
        'Copyright 2019 Harbour Press',
        'Sent from my iPhone',
        'This e-mail and what is attached to it are confidential.',
      ],
      promotion: ['Advertisement', 'Story continues below', 'Download our free news app', 'Sponsored by Alder & Sons'],
      navigation: ['Back to top', 'Tags: harbour, pier', 'View this e-mail in your browser'],
      byline: ['Reporting by Ana Bell; editing by Bo Li', 'Tomas Reyl is a reporter at the Harbour Courier.'],
    },
    articleProse: [
      'Readers of the plan will find more about the pier in the annex that the commission printed.',
      'Subscribers of the harbour’s water line had no water from noon until six.',
      'Contact the harbour office before you set out, because the channel may be closed at night.',
      'The commission said residents could sign up for a newsletter about the pier.',
      'Share prices of the shipyard fell by a tenth after the storm.',
      'Correcting the chart took the pilots a whole winter.',
    ],
    tails: [
      'Related articles',
      'Read next: Harbour reopens',
      'You may also like these',
      'Filed under',
      'Share this: with friends',
    ],
    commentTails: ['12 comments', 'Leave a reply', 'Join the conversation', 'Comment on this story'],
    notTails: ['The harbour closed for a day', 'Reading the chart'],
    signs: ['By Ana Bell', 'Posted on May 3', 'Published by Harbour Press', '4 min read'],
    notSigns: ['by the harbour wall', 'Updated figures will be published on Friday.', 'Storyteller Ana Bell'],
    corrections: [
      'Correction: The pier was built in 1954.',
      'An earlier version of this article gave a wrong date.',
      'Editor’s note: This story was updated on Monday.',
    ],
    bylines: [
      ['Text by Ana Bell and Tom Ruiz, staff writers', ['Ana Bell', 'Tom Ruiz']],
      ['Posted by Ana Bell on May 3', ['Ana Bell']],
      ['Written by: Ana Bell, Ph.D.', ['Ana Bell']],
      ['Ana Bell Tuesday, 3 May', ['Ana Bell']],
      ['By the editors', []],
      ['Leave a comment', []],
    ],
    plainBylines: [
      ['By Tomas Reyl, Port Ellery Courier', ['Tomas Reyl']],
      ['Tomas Reyl, Staff Writer', ['Tomas Reyl']],
    ],
    releases: ['FOR IMMEDIATE RELEASE', 'Press statement', 'Embargoed until 6 a.m.'],
    dates: [
      ['Published on Tuesday, May 3, 2016', '2016-05-03'],
      ['Sept. 4, 2019 at 10:30 a.m.', '2019-09-04'],
    ],
    notDates: ['The pier of May 3, 2016', 'Published in 2016 by Harbour Press'],
    months: [['Sept.', 9]],
    signers: [
      ['Posted on May 3 by Ana Bell', 'Ana Bell'],
      ['Words & Photos: Ana Bell', 'Ana Bell'],
      ['by the harbour wall', null],
    ],
    letterLines: [
      'On Sun, Jul 28, 2019 at 9:02 PM Petra Holm wrote:',
      '---- Original message ----',
      'From: Petra Holm\nDate: May 3\nSubject: Pier',
    ],
  },
  de: {
    furniture: {
      related: [
        'Lesen Sie auch: Der Hafen öffnet wieder',
        'Mehr zum Thema',
        'Das könnte Sie auch interessieren',
        'Weiterführende Links',
      ],
      subscription: [
        'Jetzt abonnieren und vier Wochen mitlesen.',
        'Melden Sie sich hier kostenlos für unseren Hafennewsletter an.',
        'Dieser Artikel ist nur für Abonnenten.',
        'Sie erhalten diese E-Mail, weil Sie sich angemeldet haben.',
        'Vom Newsletter abmelden',
      ],
      contact: ['Kontakt zur Redaktion', 'Schreiben Sie uns: redaktion@bote.example', 'Telefon: 0431 555017'],
      share: ['Artikel teilen', 'Teilen auf Facebook', 'Newsletter weiterempfehlen'],
      comments: ['Kommentare lesen', 'Schreiben Sie den ersten Kommentar'],
      consent: ['Wir verwenden auf dieser Seite Cookies.', 'Diese Website nutzt Cookies.'],
      other: [
        'Alle Rechte vorbehalten.',
        'Nachdruck verboten',
        'Von meinem Telefon gesendet',
        'Diese Nachricht ist vertraulich.',
      ],
      promotion: ['Anzeige', 'Nach der Anzeige weiterlesen', 'Laden Sie unsere Nachrichten-App'],
      navigation: ['Nach oben', 'Schlagwörter: Hafen, Mole', 'Newsletter im Browser ansehen'],
    },
    articleProse: [
      'Mehr als hundert Menschen kamen am Abend zur Mole und hörten zu.',
      'Kontakte zur Werft gab es nach den Worten der Kommission seit dem Winter nicht mehr.',
      'Anzeigen gegen die Werft liegen der Staatsanwaltschaft seit Montag vor.',
      'Korrekturen am Plan verlangte die Stadt erst nach dem Sturm.',
    ],
    tails: ['Weitere Artikel', 'Ähnliche Beiträge', 'Meistgelesene Artikel', 'Über die Autorin', 'Nächster Beitrag'],
    commentTails: ['3 Kommentare', 'Schreibe einen Kommentar', 'Diskutieren Sie mit'],
    notTails: ['Mehrere Artikel des Vertrags', 'Zum Hafen gehört die Mole'],
    signs: ['Von Ada Brand', 'Veröffentlicht am 3. Mai', 'Lesezeit: 4 Minuten', 'Foto: Ada Brand'],
    notSigns: ['von der Mole aus', 'Standhaft blieb die Mole'],
    corrections: [
      'Korrektur: Die Mole wurde 1954 gebaut.',
      'In einer früheren Fassung dieses Textes stand ein falsches Jahr.',
      'Anmerkung der Redaktion: Wir haben einen Fehler im Datum berichtigt.',
    ],
    bylines: [
      ['Ein Beitrag von Ada Brand', ['Ada Brand']],
      ['Autor:in: Ada Brand', ['Ada Brand']],
      ['Ada Brand am Dienstag, 3. Mai', ['Ada Brand']],
      ['Von Ada Brand und Tom Ruiz, Lesezeit 4 Minuten', ['Ada Brand', 'Tom Ruiz']],
      ['Alle Beiträge', []],
      ['Keine Kommentare', []],
    ],
    plainBylines: [['Von Ada Brand', ['Ada Brand']]],
    releases: ['Pressemitteilung'],
    dates: [
      ['Veröffentlicht am Dienstag, 3. Mai 2016', '2016-05-03'],
      ['4. Sept 2019 um 10:30 Uhr', '2019-09-04'],
      ['Sonnabend, 7. Mai 2016', '2016-05-07'],
    ],
    notDates: ['Die Mole vom 3. Mai 2016'],
    months: [
      ['Jänner', 1],
      ['Feber', 2],
      ['Mrz.', 3],
    ],
    signers: [
      ['Verfasst am Dienstag von Ada Brand', 'Ada Brand'],
      ['Ein Kommentar von Ada Brand', 'Ada Brand'],
      ['von der Mole aus', null],
    ],
    letterLines: [
      'Am 28. Juli 2019 um 9:02 Uhr schrieb Petra Holm:',
      '-------- Weitergeleitete Nachricht --------',
      'Von: Petra Holm\nGesendet: 3. Mai\nBetreff: Mole',
    ],
  },
  fr: {
    furniture: {
      related: [
        'Lire aussi : Le port rouvre lundi',
        'Sur le même sujet',
        'Pour aller plus loin',
        'À lire aussi Le port rouvre',
      ],
      subscription: [
        'Abonnez-vous pour lire la suite.',
        'Cet article est réservé aux abonnés.',
        'Recevez chaque matin notre infolettre.',
        'Vous recevez ce message parce que vous êtes inscrit.',
        'Ce message a été envoyé à votre adresse.',
      ],
      contact: ['Contactez la rédaction : redaction@courrier.example', 'Courriel : redaction@courrier.example'],
      share: ['Partager sur Facebook', 'Partagez cet article'],
      comments: ['Commentaires (4)', 'Laissez un commentaire', 'Aucun commentaire'],
      consent: ['Ce site utilise des cookies.', 'En poursuivant votre navigation, vous acceptez leur dépôt.'],
      other: [
        'Tous droits réservés',
        'Reproduction interdite',
        'Envoyé de mon téléphone',
        'Ce message est strictement confidentiel.',
      ],
      promotion: ['Publicité', 'La suite après cette publicité', 'Téléchargez notre application'],
      navigation: ['Retour en haut', 'Mots-clés : port, jetée', 'Voir ce message dans votre navigateur'],
    },
    articleProse: [
      'Pour aller au port, les habitants passent par la vieille jetée et son phare.',
      'La publicité sur la jetée coûte chaque année cent mille euros à la ville.',
      'Lire le rapport, c’est comprendre pourquoi la jetée a cédé cet hiver.',
      'Nous utilisons la jetée chaque matin depuis trente ans, raconte un pêcheur.',
    ],
    tails: ['À lire également', 'Articles similaires', 'Dans la même rubrique', 'Partager cet article'],
    commentTails: ['2 commentaires', 'Laisser un commentaire'],
    notTails: ['Lire le rapport', 'Articles du traité'],
    signs: ['Par Ana Bell', 'Publié le 3 mai', 'Mis à jour le 4 mai'],
    notSigns: ['par la jetée', 'Partir au port'],
    corrections: [
      'Rectificatif: la jetée date de 1954.',
      'Une première version de cet article donnait une autre date.',
      'Cet article a été corrigé lundi.',
    ],
    bylines: [
      ['Propos recueillis par Ana Bell', ['Ana Bell']],
      ['Par Jean Siméon Chardin', ['Jean Siméon Chardin']],
      ['Ana Bell à 17h24', ['Ana Bell']],
      ['Administrateur', []],
    ],
    plainBylines: [['Par Ana Bell', ['Ana Bell']]],
    releases: ['Communiqué de presse'],
    dates: [
      ['Publié le mardi 3 mai 2016', '2016-05-03'],
      ['4 août 2019', '2019-08-04'],
    ],
    notDates: ['La jetée du 3 mai 2016'],
    months: [
      ['Févr.', 2],
      ['août', 8],
      ['sept.', 9],
    ],
    signers: [
      ['Publié par Ana Bell', 'Ana Bell'],
      ['par la jetée', null],
    ],
    letterLines: [
      'Le dim. 28 juil. 2019 à 9:02, Petra Holm a écrit :',
      'Début du message transféré :',
      'De : Petra Holm\nEnvoyé : 3 mai\nObjet : jetée',
    ],
  },
  es: {
    furniture: {
      related: [
        'Lea también: El puerto reabre el lunes',
        'Te puede interesar',
        'Noticias relacionadas',
        'Más información',
      ],
      subscription: [
        'Suscríbete y lee sin límites.',
        'Recibe cada mañana nuestro boletín.',
        'Contenido exclusivo para suscriptores',
        'Este correo fue enviado a su dirección.',
        'Darse de baja',
      ],
      contact: ['Escriba a la redacción: redaccion@diario.example', 'Correo: redaccion@diario.example'],
      share: ['Compartir en Facebook', 'Comparte este artículo'],
      comments: ['Comentarios', 'Deja un comentario'],
      consent: ['Utilizamos cookies propias.', 'Este sitio web usa cookies.'],
      other: [
        'Todos los derechos reservados',
        'Prohibida su reproducción',
        'Enviado desde mi móvil',
        'Este mensaje es confidencial.',
      ],
      promotion: ['Publicidad', 'Continúa después de la publicidad', 'Descarga nuestra app'],
      navigation: ['Volver arriba', 'Etiquetas: puerto, muelle', 'Ver este correo en su navegador'],
    },
    articleProse: [
      'Más de cien vecinos llegaron al muelle y escucharon a la comisión.',
      'La publicidad del puerto cuesta cada año cien mil euros a la ciudad.',
      'Compartió la comisión la preocupación de los vecinos por el muelle.',
      'Lee la alcaldesa cada carta que llega al ayuntamiento.',
    ],
    tails: ['Noticias relacionadas', 'Le puede interesar', 'Lo más leído', 'Ver también: el puerto'],
    commentTails: ['Comentarios', 'Deja tu comentario'],
    notTails: ['Más allá del muelle', 'Verano en el puerto'],
    signs: ['Por Ana Bell', 'Publicado el 3 de mayo', 'Actualizado a las 10:00'],
    notSigns: ['por el muelle', 'Portada del diario'],
    corrections: [
      'Corrección: el muelle es de 1954.',
      'Fe de errores: la fecha era otra.',
      'Una versión anterior de este artículo daba otra fecha.',
    ],
    bylines: [
      ['Publicado por Ana Bell', ['Ana Bell']],
      ['Por Plácido Domingo', ['Plácido Domingo']],
      ['Autora: Ana Bell', ['Ana Bell']],
      ['Fuente', []],
    ],
    plainBylines: [['Por Ana Bell', ['Ana Bell']]],
    releases: ['Nota de prensa', 'Comunicado'],
    dates: [
      ['Publicado el martes 3 de mayo de 2016', '2016-05-03'],
      ['4 de setiembre de 2019', '2019-09-04'],
    ],
    notDates: ['El muelle del 3 de mayo de 2016'],
    months: [
      ['setiembre', 9],
      ['set.', 9],
    ],
    signers: [
      ['Escrito por Ana Bell', 'Ana Bell'],
      ['por el muelle', null],
    ],
    letterLines: [
      'El dom, 28 jul 2019 a las 9:02, Petra Holm escribió:',
      'Mensaje reenviado',
      'De: Petra Holm\nFecha: 3 de mayo\nAsunto: muelle',
    ],
  },
  it: {
    furniture: {
      related: ['Leggi anche: Il porto riapre lunedì', 'Articoli correlati', 'Potrebbe interessarti', 'Leggi di più'],
      subscription: [
        'Abbonati per continuare a leggere.',
        'Iscriviti alla nostra newsletter',
        'Contenuto riservato agli abbonati',
        'Ricevi questa lettera ogni mattina.',
      ],
      contact: ['Contattaci: redazione@gazzetta.example', 'Scrivi alla redazione: redazione@gazzetta.example'],
      share: ['Condividi su Facebook', 'Condividi questo articolo'],
      comments: ['Commenti', 'Lascia un commento'],
      consent: ['Questo sito usa i cookie.', 'Utilizziamo i cookie per mostrarle la pagina.'],
      other: [
        'Tutti i diritti riservati',
        'Riproduzione riservata',
        'Inviato da iPhone',
        'Questo messaggio è riservato.',
      ],
      promotion: ['Pubblicità', 'Continua a leggere dopo la pubblicità', "Scarica l'app"],
      navigation: ['Torna su', 'Argomenti: porto, molo', 'Visualizza questa mail nel browser'],
    },
    articleProse: [
      'Il molo è chiuso da lunedì e i pescatori aspettano una risposta del porto.',
      'La pubblicità sul molo costa ogni anno centomila euro alla città.',
      'Leggi e regolamenti del porto risalgono al secolo scorso.',
    ],
    tails: ['Leggi anche: il molo', 'Articoli recenti', 'Potrebbe interessarti', 'Condividi'],
    commentTails: ['Commenti', 'Lascia un commento'],
    notTails: ['Leggi del porto', 'Articoli di pesca'],
    signs: ['Di Ana Bell', 'Pubblicato il 3 maggio', 'Aggiornato alle 10:00'],
    notSigns: ['di notte al porto', 'Direttrice del porto'],
    corrections: [
      'Correzione: il molo è del 1954.',
      'Errata corrige: la data era un’altra.',
      'Una versione precedente di questo articolo dava un’altra data.',
    ],
    bylines: [
      ['Scritto di Ana Bell', ['Ana Bell']],
      ['Testo: Ana Bell', ['Ana Bell']],
      ['Ana Bell, giornalista', ['Ana Bell']],
    ],
    plainBylines: [['Di Ana Bell', ['Ana Bell']]],
    releases: ['Comunicato stampa'],
    dates: [['Pubblicato il martedì 3 maggio 2016', '2016-05-03']],
    notDates: ['Il molo del 3 maggio 2016'],
    letterLines: [
      'Il giorno dom 28 lug 2019 Petra Holm ha scritto:',
      'Inizio messaggio inoltrato:',
      'Da: Petra Holm\nInviato: 3 maggio\nOggetto: molo',
    ],
  },
  pt: {
    tails: ['Leia também: o porto reabre', 'Notícias relacionadas', 'Mais lidas'],
    notTails: ['Mais um dia no porto', 'Leia o relatório'],
    signs: ['Por Ana Bell'],
    notSigns: ['por mar'],
    bylines: [['Por Ana Bell', ['Ana Bell']]],
  },
  pl: {
    tails: ['Czytaj też: Port znów otwarty', 'Zobacz także: molo', 'Polecane'],
    commentTails: ['Komentarze'],
    notTails: ['Czytaj raport', 'Port zamknięty'],
    bylines: [
      ['Tekst przez Ana Bell', ['Ana Bell']],
      ['Tekst: Ana Bell', ['Ana Bell']],
      ['źródło', []],
    ],
  },
  nl: {
    tails: ['Lees ook: De haven gaat open', 'Gerelateerde artikelen'],
    commentTails: ['Reacties'],
    notTails: ['Lees het rapport', 'De haven is dicht'],
    signs: ['Door Ana Bell'],
    notSigns: ['door de haven', 'Doorn in het oog'],
    bylines: [['Geschreven door Ana Bell', ['Ana Bell']]],
    months: [['mrt', 3]],
    letterLines: [
      'Op zo 28 jul. 2019 om 09:02 schreef Petra Holm:',
      'Van: Petra Holm\nVerzonden: 3 mei\nOnderwerp: pier',
    ],
  },
  sv: {
    tails: ['Läs också: Hamnen öppnar igen', 'Läs mer'],
    notTails: ['Läs rapporten', 'Hamnen är stängd'],
    signs: ['Av Ana Bell'],
    notSigns: ['av hamnen', 'Avgiften stiger'],
    bylines: [['Av Ana Bell', ['Ana Bell']]],
    letterLines: ['Den 28 juli 2019 kl. 09:02 skrev Petra Holm:'],
  },
  da: {
    tails: ['Læs også: Havnen åbner igen'],
    notTails: ['Læs rapporten', 'Havnen er lukket'],
    signs: ['Af Ana Bell'],
    notSigns: ['af havnen', 'Afgiften stiger'],
    bylines: [['Af Ana Bell', ['Ana Bell']]],
    letterLines: ['Den 28. jul. 2019 kl. 09.02 skrev Petra Holm:'],
  },
  nb: {
    tails: ['Les også: Havnen åpner igjen'],
    notTails: ['Les rapporten', 'Havnen er stengt'],
    signs: ['Av Ana Bell'],
    notSigns: ['av havnen', 'Avgiften stiger'],
    bylines: [['Av Ana Bell', ['Ana Bell']]],
    letterLines: ['Den 28. juli 2019 kl. 09:02 skrev Petra Holm:'],
  },
  ru: { bylines: [['Автор: Анна Белл', ['Анна Белл']]] },
  zh: { bylines: [['作者：王小明', ['王小明']]] },
};
