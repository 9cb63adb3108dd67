import type { Language } from './language.ts';

export const italian: Language = {
  code: 'it',
  edges: {
    tailLabels: [
      '{leggi|vedi} anche<60>',
      'articoli {correlati|simili|recenti}<30>',
      'potrebbe interessarti<40>',
      'lascia un commento<30>',
      '[lascia un] commenti<30>',
      'condividi<40>',
    ],
    commentSigns: ['*commenti*'],
    signatures: ['di'],
    dateLabels: ['pubblicato*', 'aggiornato*'],
  },
  furniture: {
    relatedLabels: [
      '{leggi|vedi|guarda} {anche|pure}',
      'leggi {tutto|di più}',
      '[per] approfond{isci|ire|imenti}',
      'articoli correlati',
      'potrebbe[ro] [anche] interessarti',
    ],
    relatedCapitals: ['LEGGI ANCHE'],
    relatedBeforeTitle: ['leggi anche'],
    subscription: [
      'abbonati*',
      'iscriviti',
      '{contenuto|articolo} {riservato|esclusivo}*',
      'ricevi <any>*newsletter*',
      'sei già abbonato*',
    ],
    contact: {
      appeals: [
        'contattaci*',
        "contatta {il giornalista|la giornalista|l'autore|la redazione}*",
        "scrivi {all'autore|alla redazione|a}*",
      ],
      channels: ['telefono'],
    },
    shareWords: ['condividi', 'stampa', 'invia'],
    shareParticles: ['su'],
    shareConjunctions: ['e'],
    shareAppeals: ["condividi {questo|l'articolo|su}"],
    comments: {
      many: ['commenti'],
      appeals: ['lascia un commento*', "commenta l'articolo*"],
    },
    consent: ['{questo sito|utilizziamo|usiamo}<30>cookie*'],
    legal: ['riproduzione riservata*'],
    rightsReserved: ['tutti i diritti riservati*'],
    advertisingLabels: ['pubblicità'],
    interruptions: ['continua a leggere dopo*'],
    appAppeals: ["scarica {la nostra |l'}app*"],
    navigation: ['torna {su|alla home}'],
    topicLabels: ['argomenti', 'etichette'],
    viewInBrowser: ['{visualizza|apri|leggi|guarda} <40>{browser|online}', 'se non {visualizzi|riesci|vedi}<80>'],
    forwarding: ['inoltra {a un amico|questa}'],
    mailingList: [
      '{cancella[ti]|disiscriviti|annulla}<30>*{iscrizione|newsletter}*',
      '{cancella[ti]|disiscriviti|annulla}<30><end>',
      '{ricevi|hai ricevuto} quest{a|o}',
    ],
    confidentiality: ['questo messaggio<80>{confidenzial|riservat}*'],
    mailPrograms: ['inviato da[l mio] <2-30><end>'],
  },
  corrections: {
    labels: ['correzione', 'rettifica', 'errata corrige'],
    notes: ['una versione precedente di questo*', 'questo articolo è stato {corretto|aggiornato|modificato}*'],
  },
  reported: ['ha detto', 'ha dichiarato', 'secondo'],
};
