import type { BlockPurpose } from '../../contract/index.ts';

/**
 * The wording of furniture: how newspapers' appeals, labels and notices begin, in English, German,
 * French, Spanish and Italian. A pattern alone never decides: each rule also says how long such a
 * line may be and where it may stand, because the same words occur in ordinary reporting.
 */
export interface FurnitureRule {
  readonly purpose: BlockPurpose;
  readonly pattern: RegExp;
  /** A longer block is the article's own prose, whatever it begins with. */
  readonly maximumWords: number;
  /** `end`: only where nothing but furniture follows. */
  readonly where: 'anywhere' | 'end';
  /** A line that reports what somebody said is prose, except after a label such as "Read more:". */
  readonly mayReportSpeech: boolean;
  /**
   * The line must name an address, an account or a number, or be no longer than this many words:
   * "Contact the harbour office" is advice in an article.
   */
  readonly unreachableWords: number | null;
}

interface RuleOptions {
  readonly maximumWords: number;
  readonly where?: 'anywhere' | 'end';
  readonly mayReportSpeech?: boolean;
  readonly unreachableWords?: number;
}

function rule(purpose: BlockPurpose, pattern: RegExp, options: RuleOptions): FurnitureRule {
  return {
    purpose,
    pattern,
    maximumWords: options.maximumWords,
    where: options.where ?? 'anywhere',
    mayReportSpeech: options.mayReportSpeech ?? false,
    unreachableWords: options.unreachableWords ?? null,
  };
}

/** Something one can be reached at: an address, an account or a telephone number. */
export const reachable =
  /[\p{L}\d._%+-]+@[\p{L}\d-]+\.[\p{L}\d.-]+|(?<![\p{L}\d.])@[\p{L}\d_]{2,}|\+?\(?\d{2,4}\)?[-./ ]\d{3,}/u;

const reporter =
  '(?:reporters?|authors?|writers?|editors?|staff writers?|correspondents?|columnists?|journalists?|news(?:room| desk)|photographers?|producers?)';
const name = "\\p{Lu}[\\p{L}'’.-]+(?: (?:\\p{Lu}[\\p{L}'’.-]*|de|van|von|der|al|bin|la)){0,4}";

const relatedLabels = [
  'read more',
  'read (?:also|next|on|the full (?:story|article|text|report))',
  'also read',
  'also see',
  'see also',
  'see more',
  'related',
  '(?:related|recommended|more|similar|latest|top|popular|trending|most read|further|suggested)(?: \\p{L}+)? (?:stories|story|articles?|news|content|links?|posts?|coverage|reading|topics?|reads?|videos?)',
  'more (?:on|from|about|in)(?: [^:.]{2,40})?',
  'more',
  'most (?:read|popular|viewed)',
  'you (?:may|might) (?:also )?(?:like|be interested in)',
  "(?:don['’]t|do not) miss",
  "editors?['’]s? picks?",
  'recommended(?: for you)?',
  'trending(?: now)?',
  'up next',
  'watch(?: (?:now|more|also))?',
  'listen(?: (?:now|more|also))?',
  'lesen sie (?:auch|mehr|hier|dazu|weiter|hierzu)(?: [^:.]{2,30})?',
  'mehr (?:zum thema|dazu|lesen|aus (?:dem )?\\p{L}+|artikel|nachrichten)',
  'zum thema',
  'das k(?:ö|oe)nnte (?:sie|dich) (?:auch )?interessieren',
  'auch interessant',
  'weiterlesen',
  'weiterf(?:ü|ue)hrende (?:links|artikel)',
  'siehe auch',
  'verwandte (?:artikel|themen|beitr(?:ä|ae)ge)',
  '(?:à|a) (?:lire|voir|écouter)(?: (?:aussi|également|ici))?',
  "lire (?:aussi|également|la suite|l[’']article)",
  'voir (?:aussi|également)',
  'sur le même (?:sujet|thème)',
  'pour aller plus loin',
  'nos (?:articles|derniers articles)',
  '(?:articles|contenus) (?:liés|similaires|connexes)',
  '(?:lea|lee|leer|ver|vea|mira) (?:también|además|más)',
  '(?:le|te) puede interesar',
  'más información',
  '(?:noticias|artículos|notas|contenidos?) relacionad[oa]s?',
  'relacionad[oa]s?',
  '(?:leggi|vedi|guarda) (?:anche|pure)',
  'leggi (?:tutto|di più)',
  '(?:per )?approfond(?:isci|ire|imenti)',
  'articoli correlati',
  'potrebbe(?:ro)? (?:anche )?interessarti',
].join('|');

const shareWord =
  '(?:share|tweet|print|e-?mail|facebook|twitter|x|whats ?app|linkedin|reddit|pinterest|telegram|threads|bluesky|mastodon|messenger|pocket|xing|flipboard|copy (?:the )?link|link|save|bookmark|teilen|drucken|mailen|merken|twittern|partager|imprimer|envoyer|compartir|imprimir|guardar|condividi|stampa|invia|tumblr|google\\+?|sms|icon|button|more)';

const wholly = '[\\s:.…!»›→>|-]*$';

/** In the order in which they are tried. */
export const furnitureRules: readonly FurnitureRule[] = [
  // Labels: the whole line, or the label with a title after it.
  rule('related', new RegExp(`^[[(»›→►•*]*\\s*(?:${relatedLabels})${wholly}`, 'iu'), { maximumWords: 9 }),
  rule(
    'related',
    new RegExp(`^[[(»›→►•*]*\\s*(?:${relatedLabels})\\s*(?:[:|»›→►]|(?<!more|watch|listen) [-–—] )\\s*\\S`, 'iu'),
    {
      maximumWords: 32,
      mayReportSpeech: true,
    },
  ),
  rule(
    'related',
    /^(?:READ MORE|RELATED|SEE ALSO|ALSO READ|READ ALSO|READ NEXT|MORE|LIRE AUSSI|LEA TAMBIÉN|LEGGI ANCHE)\s+\S/u,
    {
      maximumWords: 24,
      mayReportSpeech: true,
    },
  ),
  rule(
    'related',
    /^(?:read more (?:about|on|of|from|at|here|stories)|click here (?:to|for)|tap here to|for more (?:on this story|stories|news|coverage)\b)/iu,
    {
      maximumWords: 24,
    },
  ),
  rule(
    'related',
    /^(?:lire aussi|à lire aussi|lea también|lee también|leggi anche|lesen sie (?:auch|hier|mehr))\s+\S/iu,
    {
      maximumWords: 24,
      mayReportSpeech: true,
    },
  ),

  // Subscriptions, memberships, newsletters.
  rule(
    'subscription',
    /^(?:please )?subscribe(?:$|[.!:]| (?:now|today|here|online|for (?:free|just|only|as little)|and )|.*\b(?:newsletters?|e-?mails?|inbox|subscription|subscribers?|unlimited|digital access|our|us|podcasts?|channel|journalism|stay connected|updates|alerts|access)\b)/isu,
    { maximumWords: 60 },
  ),
  rule('subscription', /^subscribe\b/iu, { maximumWords: 30, where: 'end' }),
  rule(
    'subscription',
    /^(?:(?:want|like|need|looking for|enjoy(?:ing)?|love)\b[^.?!]{0,80}\? )?(?:please )?(?:sign up|sign me up|register|join|get|receive|enter your e-?mail)\b[^.!?]*\b(?:newsletters?|in(?:to)? your (?:inbox|mailbox)|to your (?:inbox|mailbox)|mailing list|e-?mail (?:alerts?|updates?|list|address|briefings?)|daily briefing|morning briefing|breaking news alerts?|our (?:weekly|daily|free|morning) )/iu,
    { maximumWords: 60 },
  ),
  rule(
    'subscription',
    /^(?:sign up|subscribe|log ?in|sign in|register|become an? (?:member|subscriber|supporter|patron)|newsletters?(?: sign-?up)?|our newsletters?|start your (?:free )?trial|already (?:an? )?(?:subscriber|member|subscribed)\b.*|not (?:yet )?an? (?:subscriber|member)\b.*|subscriber (?:only|exclusive)(?: content)?|e-?mail address|your e-?mail(?: address)?)[\s:.!?…»›→>|]*$/iu,
    { maximumWords: 16 },
  ),
  rule(
    'subscription',
    /^(?:become an? (?:\p{L}+ )?(?:member|subscriber|supporter|patron)\b|support (?:our|local|independent|quality|nonprofit|investigative) (?:\p{L}+ )?(?:journalism|reporting|news(?:room)?)\b|start your (?:free )?trial\b|(?:log|sign) in (?:or (?:subscribe|register|sign up) )?to (?:continue|keep|read)\b|(?:to (?:continue|keep)|continue|keep) reading\b.*\b(?:subscri|register|sign|log|account|trial)|(?:this|the full) (?:article|story|content) is (?:only )?(?:for|available to|exclusive to|reserved for) (?:\p{L}+ ){0,2}(?:subscribers|members)|you have (?:\d+|one|two|three|four|five|no|reached your) .{0,30}(?:free )?articles?\b|(?:your|a|an?) (?:\p{L}+ )?subscription (?:helps|supports|gives|lets|includes|allows)\b|thank you for (?:reading|subscribing|supporting)\b|get (?:unlimited|full|digital) (?:digital )?access\b|unlock (?:this|unlimited|the))/iu,
    { maximumWords: 60 },
  ),
  rule(
    'subscription',
    /^(?:jetzt (?:abonnieren|kostenlos|testen|anmelden|registrieren)|abonnieren sie|melden sie sich (?:jetzt |hier |kostenlos )*(?:für|zu|zum|an)\b.*newsletter|hier (?:können|geht|kommen).{0,40}newsletter|newsletter (?:abonnieren|bestellen|anmelden)|(?:unser|der|mit dem|mit unserem) .{0,40}newsletter\b|(?:dieser|der) artikel ist (?:nur )?für abonnenten|(?:als abonnent|mit einem abo|sie haben (?:noch kein|bereits ein) abo|noch kein abo|bereits abonnent)|weiterlesen mit|(?:dieser|der) (?:inhalt|artikel|text) ist (?:exklusiv|kostenpflichtig))/iu,
    { maximumWords: 50 },
  ),
  rule(
    'subscription',
    /^(?:abonnez-vous|s[’']abonner|inscrivez-vous\b.*(?:newsletter|infolettre|lettre|alertes?)|recevez\b.*(?:newsletter|infolettre|boîte mail|par (?:e-?)?mail|courriel)|(?:cet|l[’']) ?article est réservé|(?:il vous reste|la suite est réservée|déjà abonnée?|pas encore abonnée?)|suscríbe(?:te|se)|suscríbase|regístrate (?:gratis|para)|apúntate a .*(?:boletín|newsletter)|recib[ea] .*(?:boletín|newsletter|correo)|hazte (?:socio|suscriptor|premium)|(?:contenido|artículo) (?:exclusivo|solo) para suscriptores|abbonati|iscriviti\b|(?:contenuto|articolo) (?:riservato|esclusivo)|ricevi .*newsletter|sei già abbonato)/iu,
    { maximumWords: 50 },
  ),

  // Whom to reach: the paper or its reporter.
  rule(
    'contact',
    new RegExp(
      `^(?:to )?(?:please )?(?:contact|reach|e-?mail|call|text|write(?: to)?|message) (?:the |our |${name},? )?(?:\\p{L}+ ){0,3}?${reporter}\\b`,
      'iu',
    ),
    { maximumWords: 40, unreachableWords: 6 },
  ),
  rule('contact', new RegExp(`^(?:tweet|follow) (?:the |our |${name},? )?(?:\\p{L}+ ){0,3}?${reporter}\\b`, 'iu'), {
    maximumWords: 30,
    unreachableWords: 0,
  }),
  rule(
    'contact',
    new RegExp(`^(?:(?:The )?\\p{L}+ )?${name} (?:can|may) be (?:reached|contacted|followed|e-?mailed)\\b`, 'u'),
    {
      maximumWords: 40,
      where: 'end',
      unreachableWords: 0,
    },
  ),
  rule(
    'contact',
    new RegExp(
      `^(?:Contact|Reach|E-?mail|Follow|Write to|Tweet|Message) (?:(?!(?:\\S+ ){0,4}?(?:Police|Sheriff|Department|Office|Patrol|County|City|Council|Stoppers|Cent(?:er|re)|Bureau|Agency|Hotline|Authority|Fund|Hospital)\\b)${name}|him|her|them|me)(?:,| at| on| via| by|:| \\(| @)`,
      'u',
    ),
    { maximumWords: 30, where: 'end', unreachableWords: 0 },
  ),
  rule(
    'contact',
    /^(?:follow|like|join|find|connect with|contact|e-?mail|call|tweet|write to) (?:us|our (?:team|newsroom))\b/iu,
    { maximumWords: 30, unreachableWords: 3 },
  ),
  rule(
    'contact',
    /^(?:(?:do you )?(?:have|got|know)\b[^.?]{0,50}\b(?:tips?|story(?: ideas?)?|something to share|more information|opinions?)\b[^.?]{0,60}\?(?: (?:e-?mail|let us|tell us|contact|write|call|send|text|click|get in touch|we['’]d|we want)\b|$)|send (?:us )?(?:your )?(?:tips?|letters|feedback|questions|comments|news|photos)\b[^.]{0,60}\bto\b|letters to the editor)/iu,
    { maximumWords: 40, unreachableWords: 14 },
  ),
  rule(
    'contact',
    /^(?:(?:media|press|news|publicity|media relations|for (?:further|more|media|press)) )?(?:contacts?|enquiries|inquiries|information)(?: information)?\s*[:|]/iu,
    { maximumWords: 40, unreachableWords: 2 },
  ),
  rule(
    'contact',
    /^(?:kontakt(?:ieren sie)?(?: (?:zum|zur|zu den|den|die) (?:autor(?:in)?|redaktion|verfasser(?:in)?)|\s*:)|schreiben sie (?:uns|der redaktion|dem autor|der autorin|an)\b|(?:presse|ansprechpartner|rückfragen|pressekontakt)(?:in)?\s*:|contactez (?:la rédaction|l[’']auteure?|le journaliste|la journaliste|nous)|contact(?: presse)?\s*:|écrire à l[’']auteure?|(?:contacte|contacta|escriba|escribe) (?:con |a )?(?:el reportero|la reportera|el autor|la autora|el periodista|la periodista|la redacción)|contatta(?:ci| il giornalista| la giornalista| l[’']autore| la redazione)|scrivi (?:all[’']autore|alla redazione|a))/iu,
    { maximumWords: 40, unreachableWords: 5 },
  ),
  rule('contact', /^(?:e-?mail|phone|telephone|tel\.?|twitter|telefon|courriel|correo|telefono)\s*[:.]\s*\S+/iu, {
    maximumWords: 14,
    where: 'end',
    unreachableWords: 0,
  }),

  // Sharing.
  rule(
    'share',
    new RegExp(
      `^(?:${shareWord}(?: (?:on|via|by|with|to|auf|per|über|sur|par|en|por|su))?[\\s,;:|/·•.+&]*(?:and|or|und|et|y|e)?\\s*){1,14}$`,
      'iu',
    ),
    {
      maximumWords: 16,
    },
  ),
  rule(
    'share',
    /^(?:(?:please )?(?:share|tweet|e-?mail|print|save) (?:this|the) (?:article|story|post|page|video|link)|share (?:on|via|with (?:friends|your))|(?:diesen )?(?:artikel|beitrag|seite) (?:teilen|drucken|empfehlen|versenden|merken)|auf (?:facebook|twitter|x|whatsapp|linkedin) teilen|teilen sie (?:diesen|den) (?:artikel|beitrag)|partage[rz] (?:cet article|l[’']article|sur)|compart(?:ir|e) (?:este|esta|el|la|en)|condividi (?:questo|l[’']articolo|su))\b/iu,
    { maximumWords: 18 },
  ),

  // Comments.
  rule(
    'comments',
    /^(?:\(?\d[\d.,]*\)? )?(?:view |show |see |read |all |hide )*(?:\(?\d[\d.,]*\)? )?(?:comments|(?<=\d\)? )comment|kommentare|commentaires|comentarios|commenti)(?: \(?\d[\d.,]*\)?| section| (?:are|is) (?:closed|off|disabled)[^.]*| powered by .*| lesen| schreiben| anzeigen| verfassen)?[\s.:]*$/iu,
    { maximumWords: 10 },
  ),
  rule(
    'comments',
    /^(?:leave|post|add|write|submit) (?:a|your) (?:comment|reply)\b|^(?:join|start) the (?:conversation|discussion|debate)\b|^(?:log|sign) in to (?:comment|post|leave)|^you must be (?:logged in|registered) to|^be the first to comment|^(?:no comments yet|view all comments|what do you think\?)|^(?:kommentar (?:schreiben|verfassen|hinterlassen)|diskutieren sie mit|schreiben sie (?:einen|den ersten) kommentar|laisse[rz] un commentaire|réagissez|aucun commentaire|dej[ae] (?:un|tu|su) comentario|escrib[ea] un comentario|lascia un commento|commenta l[’']articolo)/iu,
    { maximumWords: 40 },
  ),

  // Consent and legal notices.
  rule(
    'consent',
    /^(?:(?:we|this (?:web ?)?site|our (?:web ?)?site)(?: and (?:our|its) partners)? (?:use|uses|store)\b.{0,40}\bcookies\b|(?:accept|manage|reject|allow)(?: all)?(?: the)? cookies|cookies?(?: (?:settings|policy|notice|preferences|consent))?[.:]?$|by (?:continuing|using|browsing|clicking)\b.{0,80}\b(?:cookies|terms|privacy|agree)\b|wir (?:verwenden|nutzen|setzen)\b.{0,40}\bcookies\b|diese (?:web)?s(?:eite|ite) (?:verwendet|nutzt|benutzt)\b.{0,30}\bcookies|(?:ce site|nous|notre site) utilis(?:e|ons)\b.{0,30}\bcookies|en (?:poursuivant|continuant) votre navigation|(?:utilizamos|usamos|este sitio (?:web )?(?:utiliza|usa))\b.{0,30}\bcookies|(?:questo sito|utilizziamo|usiamo)\b.{0,30}\bcookies?)/iu,
    { maximumWords: 90 },
  ),
  rule(
    'other',
    /^(?:copyright\s*(?:(?:\(c\)|©)|\d{4}|by\b)|\(c\)\s*\d{4}|all contents?(?: is| are)? (?:copyright|©)|©|all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|tutti i diritti riservati|(?:reproduction|nachdruck)(?: (?:interdite|verboten))|riproduzione riservata|prohibida (?:su|la) reproducción|this material may not be (?:published|reproduced)|(?:terms of (?:use|service)|privacy policy|impressum|datenschutz)\b[^.]{0,60}$)/iu,
    { maximumWords: 60 },
  ),
  rule(
    'other',
    /^[^.]{0,60}(?:\b\d{4}\b|©)[^.]{0,60}\b(?:all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|tutti i diritti riservati)/iu,
    { maximumWords: 40 },
  ),

  // Advertising and promotion.
  rule(
    'promotion',
    /^(?:advertisements?|advertising|sponsored(?: content| by .{1,40})?|paid (?:content|post)|promoted|anzeige|werbung|publicité|publicidad|pubblicità|annonce)[\s:.]*$|^(?:(?:article|story) continues (?:below|after)|continue reading (?:below|the main story|after)|scroll (?:down )?to continue|skip advert(?:isement)?|nach der anzeige weiterlesen|(?:artikel|text) geht (?:nach|unter)|la suite après (?:la|cette) publicité|continúa después de la publicidad|continua a leggere dopo)/iu,
    { maximumWords: 12 },
  ),
  rule(
    'promotion',
    /^(?:download|get|install) (?:the|our) (?:\p{L}+ ){0,4}app\b|^listen to (?:our|the) (?:\p{L}+ ){0,3}podcast\b|^(?:follow|add) .{1,40} (?:on|to) google news|^laden sie (?:unsere|die) .{0,20}app|^téléchargez (?:notre|l[’'])|^descarg[ae] (?:nuestra|la) app|^scarica (?:la nostra|l[’'])app/iu,
    { maximumWords: 30 },
  ),

  // Navigation.
  rule(
    'navigation',
    /^(?:(?:back|return|jump|go) to (?:the )?(?:top|home(?:page)?|main page|contents)|skip to (?:\p{L}+ )?(?:content|navigation)|(?:next|previous|prev) (?:article|story|post|page)|(?:next|previous|prev|home|menu|top|close|search)|zurück(?: zur .{1,30})?|nach oben|zur (?:startseite|übersicht)|nächster artikel|vorheriger artikel|retour (?:en haut|à l[’']accueil)|article (?:suivant|précédent)|volver (?:arriba|al inicio)|torna (?:su|alla home))[\s»›→«←↑.]*$/iu,
    { maximumWords: 8 },
  ),
  rule(
    'navigation',
    /^(?:tags?|filed under|topics?|categor(?:y|ies)|keywords?|posted in|schlagw(?:ort|örter)|stichw(?:ort|orte|örter)|themen|mots-clés|étiquettes|etiquetas|temas|argomenti|etichette)\s*:/iu,
    { maximumWords: 40, mayReportSpeech: true },
  ),

  // Credits at the very end.
  rule(
    'byline',
    new RegExp(
      `^\\(?(?:(?:additional )?reporting by\\b.*|${name}(?:[^.]{0,120})? contributed (?:reporting )?to this (?:report|story|article)\\.?\\)?$)`,
      'u',
    ),
    { maximumWords: 40, where: 'end' },
  ),
  rule(
    'byline',
    /^\(?(?:Reporting|Additional reporting|Writing|Editing|Compiled|Photographs?|Illustrations?) by \p{Lu}/u,
    {
      maximumWords: 40,
      where: 'end',
    },
  ),
  rule(
    'byline',
    new RegExp(
      `^(?=.*\\b(?:reporter|staff writer|correspondent|editor|columnist|journalist|newsletter|covers|writes)\\b)${name} (?:is|covers|writes|reports)\\b.*(?:\\bfor the\\b|\\bfor The\\b|\\bat [Tt]he\\b|@|\\breporter\\b|\\bstaff writer\\b)`,
      'u',
    ),
    { maximumWords: 45, where: 'end' },
  ),
  // E-mail: the way to the page, the way out of the list, and what mail programs add.
  rule(
    'navigation',
    /^(?:(?:click (?:here )?to )?(?:view|see|read|open)\b.{0,60}\b(?:in|on|with) (?:your|a|the|my) ?(?:web ?|internet ?)?(?:browser|web)\b|(?:view|see|read) (?:it |this )?(?:online|in browser|(?:the )?web version)\b|(?:e-?mail|newsletter|message|images?) not (?:displaying|showing|display(?:ed)?)\b|(?:are you )?(?:having )?(?:trouble|problems?|difficulty) (?:viewing|reading|seeing|with) (?:this|the)\b|(?:can['’]t|cannot|unable to) (?:see|view|read) (?:this|the|our) (?:e-?mail|newsletter|message|images)\b|if (?:you (?:can['’]t|cannot|are unable to|have trouble)|this e-?mail)\b.{0,60}\b(?:click|view|browser|display)|(?:online-?version|web-?version|browser-?ansicht)\b.{0,40}$|(?:newsletter |e-?mail |nachricht )?im (?:web)?browser (?:an(?:zeigen|sehen)|öffnen|lesen|betrachten)|(?:wird|sollte) (?:diese|dieser|die|der|unser)\b.{0,40}\b(?:dargestellt|angezeigt)|(?:voir|lire|afficher|consulter|ouvrir) .{0,40}\b(?:navigateur|version en ligne|en ligne)\b|si (?:vous ne (?:visualisez|parvenez|voyez)|ce (?:message|mail|courriel))\b.{0,80}|(?:ver|abrir|leer) .{0,40}\b(?:navegador|en línea)\b|(?:si no (?:puede|puedes|ve|ves)|¿no (?:puede|puedes|ve|ves))\b.{0,80}|(?:visualizza|apri|leggi|guarda) .{0,40}\b(?:browser|online)\b|se non (?:visualizzi|riesci|vedi)\b.{0,80})/iu,
    { maximumWords: 30 },
  ),
  rule(
    'share',
    /^(?:(?:was |has )?(?:this |the )?(?:e-?mail|newsletter|message|letter) (?:been )?forwarded to you\b|forwarded this (?:e-?mail|newsletter|message|letter)\?|(?:did )?(?:a friend|someone|somebody) (?:forward(?:ed)?|sen[dt]) (?:you )?this\b|forward (?:this |it )?(?:e-?mail |newsletter |message |letter )?to a (?:friend|colleague)\b|(?:newsletter |e-?mail )?(?:an freunde|weiterempfehlen|an einen freund weiterleiten)\b|wurde (?:ihnen|dir) (?:diese|dieser)\b.{0,30}weitergeleitet|transférer (?:ce|cette|à un ami)\b|(?:reenviar|enviar) a un amigo\b|inoltra (?:a un amico|questa)\b)/iu,
    { maximumWords: 30 },
  ),
  rule(
    'subscription',
    /^(?:you(?:['’]re| are| have| have been)? (?:currently )?(?:receiv(?:ed|ing)|subscribed|getting) (?:this|these|our|to)\b.{0,60}\b(?:e-?mails?|newsletters?|messages?|list|updates?|because)\b|this (?:e-?mail|message|newsletter) (?:was|has been|is being|is) sent (?:to|by)\b|unsubscribe\b.{0,80}$)/iu,
    { maximumWords: 60 },
  ),
  rule(
    'subscription',
    /^(?:(?:we|you) sent (?:you )?this e-?mail because\b|(?:to |click here to |you (?:can|may) (?:also )?|if you (?:would|['’]d) (?:like|prefer) to |if you (?:no longer|do not|don['’]t) (?:wish|want)\b.{0,40})?(?:unsubscribe|opt[ -]?out|update your (?:\p{L}+ ){0,2}(?:preferences|subscription|profile|settings|details)|(?:manage|change|edit|adjust) (?:your |my )?(?:\p{L}+ ){0,2}(?:preferences|subscriptions?|settings))\b|if you (?:no longer|do not|don['’]t) (?:wish|want) to (?:receive|get)\b|(?:want|wish|would like) to (?:change|stop|unsubscribe)\b.{0,40}(?:e-?mails?|receive|newsletters?)|our mailing address(?: is)?:?$|add .{3,80} to your (?:address book|contacts?|safe senders?)\b|(?:you )?(?:can )?(?:manage|unsubscribe).{0,30}\bhere\b|sie (?:erhalten|erhielten|bekommen|haben)\b.{0,50}\b(?:e-?mail|newsletter|nachricht|rundbrief)\b|(?:diese|dieser) (?:e-?mail|newsletter|nachricht) (?:wurde|ging|geht|ist)\b.{0,60}\b(?:gesendet|versandt|verschickt|an)\b|(?:newsletter |vom newsletter |hier |sich )?(?:abmelden|abbestellen|austragen)\b|wenn sie (?:diesen|unseren|keinen|keine)\b.{0,80}\b(?:erhalten|abmelden|abbestellen|empfangen)|(?:se |vous )?(?:désabonner|désinscrire|désabonnez-vous|désinscrivez-vous)\b|vous (?:recevez|avez reçu) (?:ce|cet|cette)\b|(?:ce|cet) (?:message|e-?mail|courriel) (?:a été|vous)\b.{0,20}(?:envoyé|adressé)|(?:darse|date|dese) de baja\b|cancelar (?:la |tu |su )?suscripción|(?:recibe|recibes|ha recibido|has recibido) este\b|este (?:correo|mensaje) (?:se envió|fue enviado|ha sido enviado)|(?:cancella(?:ti)?|disiscriviti|annulla)\b.{0,30}(?:iscrizione|newsletter|$)|(?:ricevi|hai ricevuto) quest[ao]\b|[\w.-]{2,40} mailing list\b.{0,80}$)/iu,
    { maximumWords: 60, where: 'end' },
  ),
  rule(
    'other',
    /^(?:(?:this|the (?:information|content|contents)(?: contained)? (?:in|of) this) (?:e-?mail|message|communication|transmission)\b.{0,120}\b(?:confidential|privileged|intended (?:solely|only|for)|addressee)|(?:confidentiality|privacy|legal) (?:notice|disclaimer|statement)\b|disclaimer:|diese (?:e-?mail|nachricht)\b.{0,80}\bvertraulich|ce (?:message|courriel|mail)\b.{0,80}\bconfidentiel|este (?:mensaje|correo)\b.{0,80}\bconfidencial|questo messaggio\b.{0,80}\b(?:confidenzial|riservat))/isu,
    { maximumWords: 200, where: 'end' },
  ),
  rule(
    'other',
    /^(?:sent from (?:my|a|the) [\p{L}\d .-]{2,40}\.?$|sent (?:from|with|via) (?:outlook|yahoo|proton ?mail|gmail|mail|samsung|windows)\b.{0,40}$|get outlook for \p{L}+|von (?:meinem|meiner|unterwegs)\b.{2,40}gesendet\.?$|gesendet (?:von|mit) .{2,40}$|envoyé (?:de|depuis) mon .{2,30}$|enviado desde mi .{2,30}$|inviato da(?:l mio)? .{2,30}$|virus-?free\.|please consider the environment before printing|(?:\[?external(?: e-?mail)?\]?:?|caution:) this (?:e-?mail|message) (?:originated|came)\b)/iu,
    { maximumWords: 30 },
  ),
];

/** A note by which the paper corrects itself: part of the record, so it stays in the body. */
export const correctionPattern =
  /^(?:\W{0,3}(?:corrections?|clarifications?|errat(?:um|a)|retraction|korrektur|berichtigung|richtigstellung|rectificatif|rectification|erratum|correcci(?:ó|o)n|fe de errores|rectificaci(?:ó|o)n|correzione|rettifica|errata corrige)(?:$|(?:(?:\s?[,(]| to | appended| de | der | du )[^:]{0,40})?(?::|\s[-–—]\s))|(?:an|a previous|an earlier|the original) (?:earlier |previous )?version of this (?:story|article|report|post|piece|column|obituary|headline)|this (?:story|article|report|post|piece|column)(?:['’]s headline)? (?:has been|was) (?:updated|corrected|amended|revised|changed)|(?:editor['’]s|editors['’]) note\b.*\b(?:correct|earlier version|previous version|updated|amended|misstated|incorrectly)|in einer (?:früheren|vorherigen|ersten) (?:version|fassung) (?:dieses|des)|(?:anmerkung|hinweis) der redaktion\b.*\b(?:korrig|frühere|version|fehler|fassung)|une (?:première |précédente )?version (?:précédente |antérieure |initiale )?de cet article|cet article a été (?:modifié|corrigé|mis à jour)|una versi(?:ó|o)n (?:anterior|previa) de (?:este|esta)|este (?:artículo|texto) ha sido (?:corregido|actualizado)|una versione precedente di questo|questo articolo è stato (?:corretto|aggiornato|modificato))/isu;
