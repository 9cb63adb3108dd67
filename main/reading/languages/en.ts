import { type Language, words } from './language.ts';

const weekdays = words('monday, tuesday, wednesday, thursday, friday, saturday, sunday');

export const english: Language = {
  code: 'en',
  edges: {
    tailLabels: [
      '{more|other|further|related|similar|recommended|recent|latest|popular|trending|top|most {read|popular|viewed|commented}|suggested|must{-| }read[s]|featured}',
      '{more|other|further|related|similar|recommended|recent|latest|popular|trending|top|most {read|popular|viewed|commented}|suggested|must{-| }read[s]|featured} {stories|article[s]|post[s]|news|reading|content|topic[s]|link[s]|coverage|video[s]|read[s]|from|on|in|about|by|like|item[s]}<60>',
      'read {more|next|also|on}<50>',
      '{you {may|might|could}|we think you}*<40>',
      '{what|where|who} to read next',
      'also {read|see|on|in}<40>',
      'see also<40>',
      "{don't|do not} miss<20>",
      'keep reading',
      'up next',
      'next {article|post|story|up}*<30>',
      'previous {article|post}*<30>',
      '{leave|post|add|write|submit} a {comment|reply|response}<any>',
      '[<number>] {comment[s]|response[s]|replies|reactions|reader comments|thoughts on <120>} [[(]<number>[)]]',
      'comment<30>',
      'join the {conversation|discussion}',
      'about the author[s]',
      'about [the] {writer|author}<30>',
      'share this<30>',
      'share[:]',
      'tag[s]',
      'filed under',
      'topics',
      'categories',
      'explore {further|more}',
      'sign up<60>',
      'subscribe<60>',
      'newsletter*<40>',
      'follow us<40>',
      'tags[:] <200>',
    ],
    commentSigns: ['*comment*', '*repl{y|ies}*', '*responses*', '*discussion*', '*conversation*'],
    signatures: ['by', 'text', 'story', 'words', 'photo[s]', 'author', 'written by', 'posted by', 'published by'],
    dateLabels: [
      'posted {on|in|by}*',
      'published {on|in|at|by|}*',
      'updated*',
      'last {updated|modified}*',
      '<number> {min|minute[s]}',
      'reading time*',
      '<number> min read*',
    ],
  },
  furniture: {
    relatedLabels: [
      'read more',
      'read {also|next|on|the full {story|article|text|report}}',
      'also read',
      'also see',
      'see also',
      'see more',
      'related',
      '{related|recommended|more|similar|latest|top|popular|trending|most read|further|suggested} [<word>] {stories|story|article[s]|news|content|link[s]|post[s]|coverage|reading|topic[s]|read[s]|video[s]}',
      'more {on|from|about|in} [<2-40 without :.>]',
      'more',
      'most {read|popular|viewed}',
      'you {may|might} [also] {like|be interested in}',
      "{don't|do not} miss",
      "editor[s]'[s] pick[s]",
      'recommended [for you]',
      'trending [now]',
      'up next',
      'watch [now|more|also]',
      'listen [now|more|also]',
    ],
    relatedLabelsOfProse: ['more', 'watch', 'listen'],
    relatedCapitals: ['READ MORE', 'RELATED', 'SEE ALSO', 'ALSO READ', 'READ ALSO', 'READ NEXT', 'MORE'],
    relatedAppeals: [
      'read more {about*|on*|of*|from*|at*|here*|stories*}',
      'click here {to|for}*',
      'tap here to*',
      'for more {on this story|stories|news|coverage}',
    ],
    subscription: [
      '[please] subscribe<end>',
      '[please] subscribe{.|!|:}',
      '[please] subscribe {now*|today*|here*|online*|for {free|just|only|as little}*|and }',
      '[please] subscribe*<any>{newsletter[s]|e[-]mail[s]|inbox|subscription|subscriber[s]|unlimited|digital access|our|us|podcast[s]|channel|journalism|stay connected|updates|alerts|access}',
      '[{want|like|need|looking for|enjoy[ing]|love}<80 without .?!>?] [please] {sign up|sign me up|register|join|get|receive|enter your e[-]mail}<any without .!?>{newsletter[s]*|in[to] your {inbox|mailbox}*|to your {inbox|mailbox}*|mailing list*|e[-]mail {alert|update|list|address|briefing}*|daily briefing*|morning briefing*|breaking news alert*|our {weekly|daily|free|morning} }',
      'become a[n] [<word>] {member|subscriber|supporter|patron}',
      'support {our|local|independent|quality|nonprofit|investigative} [<word>] {journalism|reporting|news[room]}',
      'start your [free] trial',
      '{log|sign} in [or {subscribe|register|sign up}] to {continue|keep|read}',
      '[to] {continue|keep} reading<any>{subscri*|register*|sign*|log*|account*|trial*}',
      '{this|the full} {article|story|content} is [only] {for|available to|exclusive to|reserved for} <words 2>{subscribers|members}*',
      'you have {<number>|one|two|three|four|five|no|reached your} <30>*[free] article[s]',
      '{your|a[n]} [<word>] subscription {helps|supports|gives|lets|includes|allows}',
      'thank you for {reading|subscribing|supporting}',
      'get {unlimited|full|digital} [digital] access',
      'unlock {this*|unlimited*|the*}',
      "you['re| are| have| have been] [currently] {receiv{ed|ing}|subscribed|getting} {this|these|our|to}<60>{e[-]mail[s]|newsletter[s]|message[s]|list|update[s]|because}",
      'this {e[-]mail|message|newsletter} {was|has been|is being|is} sent {to|by}',
      'unsubscribe<80><end>',
    ],
    subscriptionAtEnd: ['subscribe'],
    accountLabels: [
      'sign up',
      'subscribe',
      'log[ ]in',
      'sign in',
      'register',
      'become a[n] {member|subscriber|supporter|patron}',
      'newsletter[s] [sign[-]up]',
      'our newsletter[s]',
      'start your [free] trial',
      'already [a[n]] {subscriber|member|subscribed}<any>',
      'not [yet] a[n] {subscriber|member}<any>',
      'subscriber {only|exclusive} [content]',
      'e[-]mail address',
      'your e[-]mail [address]',
    ],
    contact: {
      reporters: [
        '[to] [please] {contact|reach|e[-]mail|call|text|write [to]|message} [the|our|<Name>[,]] <words 3>{reporter|author|writer|editor|staff writer|correspondent|columnist|journalist|photographer|producer}[s]',
        '[to] [please] {contact|reach|e[-]mail|call|text|write [to]|message} [the|our|<Name>[,]] <words 3>news{room| desk}',
      ],
      followReporters: [
        '{tweet|follow} [the|our|<Name>[,]] <words 3>{reporter|author|writer|editor|staff writer|correspondent|columnist|journalist|photographer|producer}[s]',
        '{tweet|follow} [the|our|<Name>[,]] <words 3>news{room| desk}',
      ],
      named: ['[[The] <word>] <Name> {can|may} be {reached|contacted|followed|e[-]mailed}'],
      verbs: ['Contact', 'Reach', 'E[-]mail', 'Follow', 'Write to', 'Tweet', 'Message'],
      institutions: [
        'Police',
        'Sheriff',
        'Department',
        'Office',
        'Patrol',
        'County',
        'City',
        'Council',
        'Stoppers',
        'Cent{er|re}',
        'Bureau',
        'Agency',
        'Hotline',
        'Authority',
        'Fund',
        'Hospital',
      ],
      pronouns: ['him', 'her', 'them', 'me'],
      prepositions: ['at', 'on', 'via', 'by'],
      paper: ['{follow|like|join|find|connect with|contact|e[-]mail|call|tweet|write to} {us|our {team|newsroom}}'],
      tips: [
        "[do you] {have|got|know}<50 without .?>{tip[s]|story [idea[s]]|something to share|more information|opinion[s]}<60 without .?>? {e[-]mail|let us|tell us|contact|write|call|send|text|click|get in touch|we'd|we want}",
        '[do you] {have|got|know}<50 without .?>{tip[s]|story [idea[s]]|something to share|more information|opinion[s]}<60 without .?>?<end>',
        'send [us] [your] {tip[s]|letters|feedback|questions|comments|news|photos}<60 without .>to',
        'letters to the editor*',
      ],
      pressLabels: [
        '[media|press|news|publicity|media relations|for {further|more|media|press}] {contact[s]|enquiries|inquiries|information} [information]',
      ],
      channels: ['e[-]mail', 'phone', 'telephone', 'tel[.]', 'twitter'],
    },
    shareWords: [
      'share',
      'tweet',
      'print',
      'e[-]mail',
      'facebook',
      'twitter',
      'x',
      'whats[ ]app',
      'linkedin',
      'reddit',
      'pinterest',
      'telegram',
      'threads',
      'bluesky',
      'mastodon',
      'messenger',
      'pocket',
      'xing',
      'flipboard',
      'copy [the] link',
      'link',
      'save',
      'bookmark',
      'tumblr',
      'google[+]',
      'sms',
      'icon',
      'button',
      'more',
    ],
    shareParticles: ['on', 'via', 'by', 'with', 'to'],
    shareConjunctions: ['and', 'or'],
    shareAppeals: [
      '[please] {share|tweet|e[-]mail|print|save} {this|the} {article|story|post|page|video|link}',
      'share {on|via|with {friends|your}}',
    ],
    comments: {
      many: ['comments'],
      one: ['comment'],
      before: ['view', 'show', 'see', 'read', 'all', 'hide'],
      after: ['section', '{are|is} {closed|off|disabled}*<any without .>', 'powered by *<any>'],
      appeals: [
        '{leave|post|add|write|submit} {a|your} {comment|reply}',
        '{join|start} the {conversation|discussion|debate}',
        '{log|sign} in to {comment*|post*|leave*}',
        'you must be {logged in|registered} to*',
        'be the first to comment*',
        'no comments yet*',
        'view all comments*',
        'what do you think?',
      ],
    },
    consent: [
      '{we|this [web[ ]]site|our [web[ ]]site} [and {our|its} partners] {use|uses|store}<40>cookies',
      '{accept|manage|reject|allow} [all] [the] cookies*',
      'cookie[s] [settings|policy|notice|preferences|consent]<end>',
      'cookie[s] [settings|policy|notice|preferences|consent]{.|:}<end>',
      'by {continuing|using|browsing|clicking}<80>{cookies|terms|privacy|agree}',
    ],
    legal: [
      'copyright[ ]{(c)|©|<year>*|by}',
      '(c)[ ]<year>*',
      'all content[s] [is|are] {copyright*|©}',
      '©',
      'this material may not be {published|reproduced}*',
      '{terms of {use|service}|privacy policy}<60 without .><end>',
    ],
    rightsReserved: ['all rights reserved*'],
    advertisingLabels: [
      'advertisement[s]',
      'advertising',
      'sponsored [content|by <1-40>]',
      'paid {content|post}',
      'promoted',
    ],
    interruptions: [
      '{article|story} continues {below|after}*',
      'continue reading {below|the main story|after}*',
      'scroll [down] to continue*',
      'skip advert*',
    ],
    appAppeals: [
      '{download|get|install} {the|our} <words 4>app',
      'listen to {our|the} <words 3>podcast',
      '{follow|add} <1-40> {on|to} google news*',
    ],
    navigation: [
      '{back|return|jump|go} to [the] {top|home[page]|main page|contents}',
      'skip to [<word>] {content|navigation}',
      '{next|previous|prev} {article|story|post|page}',
      '{next|previous|prev|home|menu|top|close|search}',
    ],
    topicLabels: ['tag[s]', 'filed under', 'topic[s]', 'categor{y|ies}', 'keyword[s]', 'posted in'],
    credits: [
      '[(][additional ]reporting by',
      '[(]<Name>*<120 without .> contributed [reporting] to this {report|story|article}[.][)]<end>',
      '[(]{Reporting|Additional reporting|Writing|Editing|Compiled|Photograph[s]|Illustration[s]} by <capital>',
    ],
    selfDescriptions: [
      '<Name> {is|covers|writes|reports}<any>{for {t|T}he|at {t|T}he|reporter|staff writer}',
      '<Name> {is|covers|writes|reports}<any>@*',
    ],
    occupations: [
      'reporter',
      'staff writer',
      'correspondent',
      'editor',
      'columnist',
      'journalist',
      'newsletter',
      'covers',
      'writes',
    ],
    viewInBrowser: [
      '[click [here] to] {view|see|read|open}<60>{in|on|with} {your|a|the|my}[ ][web[ ]|internet[ ]]{browser|web}',
      '{view|see|read} [it|this] {online|in browser|[the] web version}',
      '{e[-]mail|newsletter|message|image[s]} not {displaying|showing|display[ed]}',
      '[are you] [having] {trouble|problem[s]|difficulty} {viewing|reading|seeing|with} {this|the}',
      "{can't|cannot|unable to} {see|view|read} {this|the|our} {e[-]mail|newsletter|message|images}",
      "if {you {can't|cannot|are unable to|have trouble}|this e[-]mail}<60>{click*|view*|browser*|display*}",
      '{online[-]version|web[-]version}<40><end>',
    ],
    forwarding: [
      '[was|has] [this|the] {e[-]mail|newsletter|message|letter} [been] forwarded to you',
      'forwarded this {e[-]mail|newsletter|message|letter}?',
      '[did] {a friend|someone|somebody} {forward[ed]|sen{d|t}} [you] this',
      'forward [this|it] [e[-]mail|newsletter|message|letter] to a {friend|colleague}',
    ],
    mailingList: [
      '{we|you} sent [you] this e[-]mail because',
      "[to|click here to|you {can|may} [also]|if you{ would|'d} {like|prefer} to] {unsubscribe|opt{-| |}out|update your <words 2>{preferences|subscription|profile|settings|details}|{manage|change|edit|adjust} [your|my] <words 2>{preferences|subscription[s]|settings}}",
      "if you {no longer|do not|don't} {wish|want}<40>*{unsubscribe|opt{-| |}out|update your <words 2>{preferences|subscription|profile|settings|details}|{manage|change|edit|adjust} [your|my] <words 2>{preferences|subscription[s]|settings}}",
      "if you {no longer|do not|don't} {wish|want} to {receive|get}",
      '{want|wish|would like} to {change|stop|unsubscribe}<40>*{e[-]mail*|receive*|newsletter*}',
      'our mailing address [is]<end>',
      'our mailing address [is]:<end>',
      'add <3-80> to your {address book|contact[s]|safe sender[s]}',
      '[you] [can] {manage|unsubscribe}*<30>here',
      '<token> mailing list<80><end>',
    ],
    confidentiality: [
      '{this|the {information|content|contents} [contained] {in|of} this} {e[-]mail|message|communication|transmission}<120>{confidential*|privileged*|intended {solely|only|for}*|addressee*}',
      '{confidentiality|privacy|legal} {notice|disclaimer|statement}',
      'disclaimer:',
    ],
    mailPrograms: [
      'sent from {my|a|the} <2-40 without ,;:!?…–><end>',
      'sent {from|with|via} {outlook|yahoo|proton[ ]mail|gmail|mail|samsung|windows}<40><end>',
      'get outlook for <word>*',
      'virus[-]free.',
      'please consider the environment before printing*',
      '[\\[]external [e[-]mail][\\]][:] this {e[-]mail|message} {originated|came}',
      'caution: this {e[-]mail|message} {originated|came}',
    ],
  },
  corrections: {
    labels: ['correction[s]', 'clarification[s]', 'errat{um|a}', 'retraction'],
    particles: ['to', 'appended'],
    notes: [
      '{an|a previous|an earlier|the original} [earlier|previous] version of this {story*|article*|report*|post*|piece*|column*|obituary*|headline*}',
      "this {story|article|report|post|piece|column}['s headline] {has been|was} {updated*|corrected*|amended*|revised*|changed*}",
      "editor{'s|s'} note<any>{correct*|earlier version*|previous version*|updated*|amended*|misstated*|incorrectly*}",
    ],
  },
  reported: ['said', 'says', 'told', 'asked', 'added', 'urged', 'wrote', 'announced', 'according to'],
  bylines: {
    signatureVerbs: words('posted, published, written, submitted'),
    signaturePrepositions: words('by'),
    signatureLabels: words('text, story, words, author'),
    lineLabels: ['[story|text|words|written|reported|report|reporting|article] by', 'author[s]', 'byline', 'text'],
    works: words(
      'essay, review, story, report, article, recipe, text, words, posted, published, written, reviewed, ' +
        'reported, analysis, opinion, column, post, guest post, created, submitted, authored, updated, ' +
        'interview',
    ),
    prepositions: ['by'],
    labels: words('author[s], written by, byline, text, reporter, from'),
    beforeCapital: ['author[s]', 'by'],
    closers: words(
      'on, [last] updated, published, posted, {leave|add|post} a {comment|reply}, no comment[s], ' +
        'reading time, for, follow, via',
    ),
    beforeTime: ['at'],
    afterNumber: ['comment[s]', 'min'],
    weekdays,
    notNames: words(
      'staff, editorial staff, editor[s], editorial team, editorial board, newsroom, news desk, ' +
        'administrator, webmaster, web, super user, superuser, root, user, guest, anonymous, unknown, ' +
        'default, author, editor, team, contributor, press release, agencies, agency, website, home, ' +
        'contact, news, none, staff writer, staff reporter, staff report, comment[s], share, print, ' +
        'e[-]mail, twitter, facebook, instagram, linkedin, xing, rss, by, more, [view] all posts, ' +
        'author bio, full bio, bio, biography, about the author, profile, read more, follow, wordpress, ' +
        'wpadmin, {article|recipe|text|words|photo[s]} by, log[ ]in, log[ ]out, sign[ ]in, sign[ ]out, ' +
        'sign[ ]up, register, <word> account, menu, search, close, source[s], credit[s], copyright<any>',
    ),
    notInNames: words(
      'staff, news, team, desk, editor[s|ial], reporter[s], writer[s], correspondent[s], press, times, ' +
        'post, courier, herald, gazette, department, office, bureau, agency, special, associated, ' +
        'press release, statement, january, february, march, april, june, july, august, september, october, ' +
        'november, december, monday, tuesday, wednesday, thursday, friday, saturday, sunday',
    ),
    roles: words(
      'reporter, correspondent, editor[-in-chief], writer, columnist, contributor, producer, journalist, ' +
        'photographer, staff, bureau, desk, manager, director, president, ceo, founder, sponsor[ed], ' +
        'professor {of|at}',
    ),
    roleBeginnings: ['special to'],
    desks: words('editorial, editor[s], team, newsroom, news, online, magazine, media, inc, ltd, press, experience'),
    paperWords: words(
      'times, post, courier, herald, gazette, tribune, news, daily, weekly, star, journal, chronicle, ' +
        'press, observer, sentinel, bulletin, examiner, register, mercury, record, standard, independent, ' +
        'guardian, telegraph, dispatch, mirror',
    ),
    affiliationPrepositions: ['for', 'of', 'special to'],
    affiliations: words(
      'staff*, writer*, reporter*, correspondent*, editor*, columnist*, journalist*, photographer*, ' +
        'contributor*, press*, times*, post*, courier*, herald*, gazette*, news*, tribune*, journal*, ' +
        'chronicle*, star*, sun*, daily*, observer*',
    ),
  },
  head: {
    releases: [
      'for immediate release',
      '{news|press|media} {release|statement|advisory}',
      'under embargo*<any>',
      'embargo[ed] {until|for}*<any>',
    ],
    title: ['title', 'headline', 'subject'],
    byline: ['author[s]', 'by[line]', 'written by', 'reporter[s]'],
    published: ['[first] {published|posted} [on|at]', 'date', 'sent', 'publication date'],
    modified: ['[last] {updated|modified|edited} [on|at]'],
    publication: ['source', 'publication', 'publisher', 'newspaper', 'published in'],
    section: ['section'],
    url: ['url', 'link', 'permalink', 'address'],
    mail: words('from, to, cc, bcc, reply-to, message-id, x-<token>'),
    dateVerbs: ['published', 'posted', 'updated'],
    datePrepositions: ['on', 'at'],
    dateWords: words(
      'at, on, of, the, and, first, last, a[.]m[.], p[.]m[.], ' +
        '{mon|tue[s]|wed[nes]|thu[rs]|fri|sat[ur]|sun}[day][.]',
    ),
  },
  weekdays,
  monthSpellings: [['sept', 9]],
  danglingWords: words(
    'a, an, the, and, or, but, nor, of, in, on, at, to, for, from, with, by, as, that, which, who, ' +
      'whose, when, while, if, than, its, his, her, their, our, is, are, was, were, be, will, would, has, ' +
      'have, had, not',
  ),
  givenNames: {
    women: words(
      'michele, danielle, gabrielle, simone, adele, elaine, abbie, courtney, rosalind, rosemarie, josephine, louisa, marion, adela, amelia, annabel, antonia, bridget, cecilia, cordelia, dinah, eileen, elsie, erin, erica, felicity, flora, freda, gemma, gladys, greta, gwendolyn, henrietta, hester, hilda, honoria, ines, isla, jasmine, jemima, jenny, jessie, josie, katie, kathy, kim, kirsty, lorna, lottie, lynn, maeve, maggie, margot, matilda, maxine, may, melanie, millie, minnie, molly, mona, nadia, nell, nina, norma, opal, paula, peggy, petra, phyllis, polly, rhiannon, rita, roberta, robyn, roxanne, sadie, sonia, sophia, susannah, tabitha, tanya, tessa, thelma, tilda, trudy, verity, vicky, viola, vivian, wilma, yasmin, zara, april, june, hope, faith, joy, dawn, autumn, robin, mary, patricia, jennifer, linda, elizabeth, barbara, susan, jessica, sarah, sara, karen, lisa, nancy, betty, sandra, margaret, ashley, kimberly, emily, donna, michelle, carol, amanda, melissa, deborah, stephanie, rebecca, sharon, laura, cynthia, dorothy, amy, kathleen, angela, shirley, emma, brenda, pamela, nicole, anna, samantha, katherine, catherine, christine, debra, rachel, carolyn, janet, maria, olivia, heather, helen, diane, julie, victoria, joyce, lauren, kelly, christina, joan, judith, ruth, hannah, andrea, megan, cheryl, jacqueline, martha, madison, teresa, theresa, gloria, sophia, sophie, alice, marie, julia, grace, judy, amber, denise, marilyn, danielle, isabella, isabel, diana, natalie, brittany, charlotte, rose, alexis, kayla, doris, mildred, edna, winifred, enid, kirsten, mavis, nora, eleanor, edith, agnes, florence, phoebe, chloe, lucy, ellen, jane, anne, ann, claire, clare, fiona, gillian, hazel, holly, irene, ivy, joanna, joanne, kate, lydia, maureen, molly, naomi, penelope, priscilla, rosemary, sally, sheila, sylvia, tracy, ursula, valerie, vanessa, vera, violet, wendy, zoe, ingrid, astrid, ada, bertha, beatrice, caroline, constance, daisy, esther, eva, eve, frances, georgina, gwen, harriet, hilary, ida, imogen, iris, jill, kathryn, lena, lillian, lily, louise, mabel, marjorie, maud, miriam, muriel, olga, pauline, philippa, rhoda, rosa, selma, stella, tamara, tina, una, yvonne, fatima, aisha, priya, mei, yuki, leila, layla, amina',
    ),
    men: words(
      'alfred, alistair, ambrose, angus, archie, basil, bernard, boris, bradley, brendan, caleb, callum, cameron, cecil, cedric, clarence, claude, clifford, conrad, craig, curtis, cyril, damian, darren, declan, desmond, dexter, donovan, duncan, dwight, earl, edgar, edmund, edwin, elliot, elliott, ernest, evan, ewan, fergus, floyd, francis, fred, frederick, gareth, garth, gavin, gene, gilbert, glen, glenn, godfrey, graeme, greg, guy, hamish, harry, harvey, horace, humphrey, jake, jared, jeff, jerome, jimmy, joel, jonah, julian, kirk, kurt, lance, leon, leroy, lester, lewis, liam, lloyd, luther, marcus, marvin, maurice, mick, mitchell, ned, nelson, niall, noel, nolan, oswald, perry, phil, quentin, reginald, rex, rick, rodney, roland, ross, rory, rowan, rufus, shane, sheldon, silas, spencer, steve, sylvester, todd, travis, tristan, troy, vernon, vince, wallace, warren, wesley, ' +
        'eddie, rod, ricky, jon, josh, jordan, nate, andy, alex, zack, seth, trent, brett, brad, bobby, freddie, charlie, emanuel, will, grant, bill, dean, drew, chase, rob, robin, bob, ben, dan, sam, pat, james, robert, john, michael, david, william, richard, joseph, thomas, charles, christopher, daniel, matthew, anthony, mark, donald, steven, stephen, paul, andrew, joshua, kenneth, kevin, brian, george, timothy, ronald, edward, jason, jeffrey, ryan, jacob, gary, nicholas, eric, jonathan, larry, justin, scott, brandon, benjamin, samuel, gregory, alexander, frank, patrick, raymond, jack, dennis, jerry, tyler, aaron, jose, adam, nathan, henry, douglas, zachary, peter, kyle, walter, ethan, jeremy, harold, keith, christian, roger, noah, gerald, carl, terry, sean, austin, arthur, lawrence, dylan, bryan, joe, billy, bruce, albert, willie, gabriel, logan, alan, juan, wayne, roy, ralph, randy, eugene, vincent, russell, elijah, louis, bobby, philip, johnny, hugh, rasmus, tomas, otto, giles, karel, igor, henri, armand, dominic, gordon, graham, geoffrey, derek, colin, clive, barry, nigel, neil, trevor, stuart, simon, oliver, oscar, hector, herbert, howard, hubert, ian, isaac, ivan, ivo, jim, ken, leo, leonard, lionel, luke, malcolm, martin, max, miles, mike, nick, norman, owen, percy, ray, rupert, saul, sidney, stanley, ted, theodore, tim, tobias, tom, tony, victor, wilfred, mohammed, muhammad, ahmed, ali, omar, ibrahim, hassan, yusuf, rajesh, hiroshi, chen',
    ),
  },
  statements: {
    reporting: words(
      'said, says, say, told, thanked, thanks, advises, records, welcomed, hailed, likened, compared, shot back, hit back, fired back, {is|was|were} quoted as saying, had {this|one thing} to say, tells, asked, asks, ask, added, adds, wrote, writes, explained, explains, ' +
        'noted, notes, argued, argues, warned, warns, insisted, insists, replied, replies, answered, answers, ' +
        'announced, announces, declared, declares, stated, states, claimed, claims, tweeted, tweets, posted, ' +
        'commented, comments, remarked, recalled, recalls, remembered, remembers, admitted, admits, ' +
        'acknowledged, acknowledges, conceded, concedes, concluded, concludes, continued, continues, ' +
        'observed, observes, suggested, suggests, shouted, shouts, yelled, joked, jokes, quipped, laughed, ' +
        'laughs, sighed, sighs, whispered, cried, complained, complains, predicted, predicts, promised, ' +
        'promises, pledged, vowed, vows, urged, urges, called, calls, described, describes, dubbed, praised, ' +
        'denounced, criticized, criticised, dismissed, condemned, stressed, stresses, emphasized, emphasised, ' +
        'testified, reported, confirmed, confirms, denied, responded, responds, retorted, countered, ' +
        'counters, agreed, agrees, thinks, believed, believes, hoped, hopes, put it, puts it, put, went on, ' +
        'goes on, pointed out, points out, demanded, begged, pleaded, mused, reflected, protested, objected, ' +
        'boasted, estimated, wondered, cautioned, advised, reiterated, repeated, repeats, maintained, ' +
        'maintains, contended, contends, asserted, alleged, mentioned, revealed, disclosed, reminded, ' +
        'assured, informed, spoke of, speaks of, referred to, accused, apologised, apologized, blamed, ruled, ' +
        'found, read, reads, declaimed, snapped, grinned, smiled, murmured, muttered, exclaimed, proclaimed, ' +
        'offered, began, begins, quoted, shared, shares, texted, texts, messaged, emailed, e-mailed, captioned, penned, gushed, ' +
        'gushes, spilled, opined, opines, elaborated, elaborates, clarified, clarifies, teased, lamented, laments, griped, ' +
        'grumbled, grumbles, ranted, raved, implored, pondered, ponders, ventured, confided, confides, confessed, confesses, ' +
        'bragged, brags, scolded, deadpanned, deadpans, chimed in, chimes in, interjected, interrupted, recounted, recounts, ' +
        'summed up, sums up, touted, touts, slammed, blasted, thundered, bellowed, screamed, hollered, roared, hissed, ' +
        'growled, barked, snarled, sobbed, chuckled, chuckles, giggled, echoed, echoes, swore, swears, theorized, speculated, ' +
        'speculates, surmised, reasoned, reasons, characterized, characterised, enthused, enthuses, marveled, marvelled, ' +
        'underscored, underlined, intoned, counseled, counselled, blogged, concurred, concurs, disagreed, disagrees, ' +
        'threatened, threatens, attributed, attributes, branded, credited, lambasted, lambasts, decried, decries, mocked, lauded, ' +
        'hails, condemns, denounces, dismisses, criticizes, criticises, praises, accuses, blames, ' +
        'details, detailed, tells, reveals, teases, jests, jested, muses, insinuated, hinted, hints, instructed, queried, inquired, inquires',
    ),
    telling: words(
      'say, claim, argue, insist, warn, said, says, told, added, adds, announced, explained, explains, argued, argues, warned, warns, ' +
        'insisted, insists, claimed, claims, noted, replied, confirmed, confirms, promised, stressed, ' +
        'believes, believed, testified, predicted, reported, acknowledged, conceded, admitted, pointed out, ' +
        'pledged, vowed, suggested, wrote, stated, declared, estimated, complained, hopes, thinks, denied, ' +
        'ruled, alleged, maintains, contends, recalled',
    ),
    roles: words(
      'chief, commissioner, commander, captain, capt, lieutenant, lt, sergeant, sgt, detective, officer, ' +
        'sheriff, marshal, constable, superintendent, inspector, colonel, admiral, adm, mayor, governor, gov, ' +
        'president, president-elect, vice-president, chancellor, premier, minister, prime minister, secretary, ' +
        'ambassador, senator, sen, representative, rep, congressman, congresswoman, councilman, councilwoman, ' +
        'councillor, councilor, council member, councilmember, alderman, assemblyman, assemblywoman, delegate, ' +
        'legislator, lawmaker, mp, mep, spokesman, spokeswoman, spokesperson, press secretary, director, ' +
        'manager, administrator, executive, ceo, cfo, coo, cto, chairman, chairwoman, chairperson, chair, ' +
        'founder, co-founder, owner, partner, head, leader, deputy, treasurer, trustee, supervisor, coordinator, ' +
        'coach, principal, attorney, prosecutor, judge, justice, lawyer, solicitor, professor, lecturer, prof, ' +
        'dean, rector, provost, dr, doctor, scientist, researcher, economist, analyst, historian, physician, ' +
        'surgeon, bishop, archbishop, cardinal, pope, rabbi, imam, pastor, reverend, rev, father, sister, ' +
        'defendant, plaintiff, complainant, claimant, king, queen, prince, princess, duke, lord, lady, sir, ' +
        'dame, editor, author, writer, activist, organizer, organiser, advocate, adviser, advisor, envoy, ' +
        'harbourmaster, harbormaster, harbour master, harbor master, warden, coastguard, skipper, pilot, ' +
        'librarian, curator',
    ),
    roleModifiers: words(
      'deputy, assistant, associate, vice, former, acting, interim, executive, managing, senior, junior, ' +
        'chief, general, city, county, state, federal, national, regional, local, police, fire, harbour, harbor, ' +
        'port, coastguard, maritime, school, board, council, commission, department, district, health, public, ' +
        'press, media, foreign, interior, finance, defence, defense, prime, attorney, union, company, party, ' +
        'police-department, ex-police, campaign, white, house, parliamentary, opposition, longtime, then, ' +
        "current, newly, elected, co, sheriff's, mayoral, presidential",
    ),
    accordingTo: words(
      'according to, in the words of, according to {a|the} {statement|written statement|joint statement|release|press release|news release|letter|memo|message|post} {from|by}',
    ),
    that: words('that'),
    inscribed: words(
      'headline[s], title[s], sign[s], banner[s], placard[s], poster[s], slogan[s], motto[s], inscription[s]',
    ),
    behindSubjects: words(
      'in, on, at, to, after, during, when, while, as, who, whose, before, from, about, over, through, via, outside, inside, than, because',
    ),
    titles: words('Dr, Mr, Mrs, Ms, Prof, St, Sen, Rep, Gov, Sgt, Lt, Col, Capt, Gen, Maj, Rev, Hon, Jr, Sr'),
    today: words('today, this {morning|afternoon|evening}, tonight'),
    yesterday: words('yesterday, last night'),
    whatIsCalled: words('what'),
    calling: words(
      'call, calls, called, dub, dubs, dubbed, term, terms, termed, describes as, described as, refer to as, refers to as, referred to as',
    ),
    namedThings: words(
      'feature[s], button[s], option[s], setting[s], mode, menu, tab, icon, checkbox, app, page, hashtag, podcast, show, sitcom, ' +
        'franchise, song, single, track, video, album, series, film, movie, book, novel, game, musical, tour, star, singer, ' +
        'actor, actress, rapper, host, hitmaker, alum, theme, exhibition, exhibit, museum, brand, candle, badge, package, ' +
        'category, column, section, label, effect',
    ),
    behindFragments: words(
      'a, about, above, according, across, after, again, against, ago, ahead, all, alongside, also, although, amid, among, an, and, any, are, ' +
        'around, as, at, away, back, be, because, been, before, behind, being, below, beside, between, beyond, both, but, by, can, ' +
        'could, despite, did, do, does, down, due, during, each, earlier, either, even, ever, every, except, following, for, from, ' +
        'given, had, has, have, he, her, here, him, his, how, i, if, in, inside, instead, into, is, it, its, just, last, late, ' +
        'later, less, like, may, me, might, more, most, must, my, near, need, neither, never, next, no, nor, not, now, of, off, on, ' +
        'once, one, only, onto, or, other, our, out, outside, over, per, plus, rather, said, says, she, should, simply, since, ' +
        'so, some, soon, still, such, than, that, the, their, them, then, there, these, they, this, those, though, through, ' +
        'throughout, till, to, today, together, too, toward, towards, under, unless, until, up, upon, us, versus, via, was, we, ' +
        'were, what, when, whenever, where, whereas, whether, which, while, who, whom, whose, why, will, with, within, without, ' +
        'would, yesterday, yet, you, your, wrote, told, added, *ed, *ing, *ly',
    ),
    toHearers: words('told, tells, telling, informed, informs, reminded, reminds, notified'),
    subordinators: words('although, though, while, when, because, since, if, unless, whereas, even though, even if'),
    presenting: words(
      'featuring, starring, including, containing, depicting, showing, titled, entitled, called, named',
    ),
    naming: words(
      'meaning, translates to, translated as, titled, entitled, called, named, headlined, so-called, nicknamed, known as, dubbed, ' +
        'book, novel, film, song, album, hymn, poem, journal, magazine, newspaper, ' +
        'podcast, exhibition, exhibit, ' +
        'labelled, labeled, marked, stamped, painting, moniker, nickname, notion of, concept of, referred to as, abbreviated as, ' +
        'name, nom de plume, username, also known as, recognized as, recognised as, billed as, the term, the phrase, the words, the word',
    ),
    pronouns: { she: words('she'), he: words('he'), they: words('they'), it: words('it') },
    determiners: words('the, a, an, one, its, her, his, their, our, my'),
    bodies: words(
      'campaign, administration, team, camp, family, government, estate, office, foundation, organization, organisation, ' +
        'company, firm, group, committee, department, ministry, cabinet, side, defense, defence, household, clan, staff, ' +
        'press office, legal team, people, justices, court, legislature, police, delegation, spokespeople',
    ),
    thoughts: words(
      'idea[s], notion[s], concept[s], theory, theories, thought[s], claim[s], fact[s], question[s], phrase[s], word[s], term[s], ' +
        'sentence[s], name[s], title[s], plan[s], move[s], decision[s], compromise',
    ),
    writings: words(
      'sign, map, clock, rule[s], law, plan, poll, letter[s], note, label, test, data, figures, numbers, results',
    ),
    kindsOfPeople: words(
      'supporter, backer, aide, ally, allies, critic, opponent, follower, fan, lawyer, voter, loyalist, staffer, relative, friend, employee, colleague, mother, father, son, daughter, brother, sister, wife, husband, widow, widower, uncle, aunt, cousin, grandmother, grandfather, woman, man, boy, girl, neighbour, neighbor, resident, guard, driver, nurse, teacher, student, pupil, worker, farmer, fisherman, baker, butcher, plumber, electrician, engineer, volunteer, witness, survivor, victim, caller, visitor, passenger, shopkeeper, tenant, landlord, landlady, musician, painter, poet, actor, actress, singer, player, firefighter, soldier, clerk, columnist, reporter, critic, organiser, candidate, applicant, defendant, plaintiff, official, aide, teenager, pensioner, retiree',
    ),
    publishing: words(
      'said, says, wrote, writes, stated, declared, added, responded, replied, announced, explained, ' +
        'issued, released, made, posted, published, gave, sent, delivered, read, reads, provided, ' +
        'shared, offered, put out, tweeted, told',
    ),
    days: words('{mon|tues|wednes|thurs|fri|satur|sun}day[s]'),
    times: words(
      'yesterday*, last {week|month|year|night|spring|summer|autumn|fall|winter}*, ' +
        'next {week|month|year|spring|summer|autumn|fall|winter}*, ' +
        'earlier {this|in the} {week|month|year|day}*, ' +
        '{in|since|until} {january|february|march|april|may|june|july|august|september|october|november|december}',
    ),
    clauseOpeners: words(
      'after, before, on, in, at, during, following, when, while, as, if, however, later, meanwhile, but, and, also, ' +
        'earlier, then, now, today, yesterday, with, without, by, despite, since, though, although, because, for, from, ' +
        'to, under, over, through, via, instead, still, asked, *ing, *ed, {mon|tues|wednes|thurs|fri|satur|sun}day',
    ),
    complements: words(
      'of, for, to, from, at, in, on, with, by, against, about, near, behind, representing, who, whose, that, which',
    ),
    goingOn: words(
      'is, are, was, were, has, have, had, can, could, will, would, shall, should, may, might, must, do, does, did, to',
    ),
    beforeVerbs: words(
      'has, have, had, also, later, then, today, again, since, {him|her|it}self, themselves, jointly, publicly, on, late, ' +
        'early, morning, afternoon, evening, night, {mon|tues|wednes|thurs|fri|satur|sun}day',
    ),
    printed: words(
      'statement[s], letter[s], message[s], memo, remarks, release, declaration, response, reply, apology, announcement, ' +
        'note, post, tweet, speech',
    ),
    articles: words('the'),
    organizations: words(
      'department, commission, council, committee, board, office, ministry, agency, authority, ' +
        'association, federation, union, party, university, college, school, district, institute, ' +
        'bureau, court, hospital, company, corporation, group, bank, fund, foundation, trust, society, ' +
        'club, league, church, diocese, police, parliament, government, administration, centre, center, ' +
        'museum, library, airport, organisation, organization, coalition, alliance, campaign, team, ' +
        'city, county',
    ),
    notInNames: words(
      'Department, Commission, Council, Committee, Board, Office, Ministry, Agency, Authority, ' +
        'Association, Union, Party, University, College, School[s], District, Institute, Bureau, Court, ' +
        'Hospital, Company, Corporation, Corp, Inc, Ltd, LLC, Group, Bank, Fund, Foundation, Society, ' +
        'Club, League, Police, Parliament, Senate, Congress, Assembly, Government, Service, ' +
        'Administration, Centre, Center, Museum, Library, Airport, Avenue, Road, Boulevard, County, ' +
        'City, State[s], Island, Bay, Harbour, Harbor, Port, Pier, Northern, Southern, Eastern, Western, ' +
        'New, United, Republic, National, International, American, British, German, French, European, ' +
        'Facebook, Twitter, Google, Microsoft, Apple, Internet, Act, Amendment, Article, Week, Year, ' +
        'Christmas, Easter, Democrat[s], Republican[s], Press, Times, Post, Courier, Herald, Gazette, ' +
        'News, Journal, World, War, Games, Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, ' +
        'Sunday, January, February, March, April, June, July, August, September, October, November, ' +
        'December, Islamic, Supreme, Federal, Central, Royal, Nations, Trade, Security, Homeland, ' +
        'Immigration, Health, Human, Rights, Affairs, Tech',
    ),
  },
  letters: {
    forwarded: ['[begin] forwarded message', 'original message', 'original e[-]mail'],
    answerBegins: ['on'],
    wrote: ['wrote', 'writes'],
    sender: ['from'],
    date: ['date', 'sent'],
    subject: ['subject'],
    otherFields: words('to, cc, bcc, reply-to, attachment[s], importance, priority'),
    organizations: words(
      'the, commission, council, county, city, town, parish, office, department, dept, ministry, ' +
        'government, parliament, senate, court, team, newsroom, newsletter[s], letter[s], briefing, ' +
        'digest, morning, evening, alert[s], update[s], media, group, inc, ltd, llc, plc, company, corp, ' +
        'foundation, institute, university, college, school, society, association, union, club, church, ' +
        'hospital, police, agency, authority, board, bank, museum, library, archive, support, service, ' +
        'editorial, editors',
    ),
  },
  people: {
    beforeNames: words(
      'mr, mrs, ms, miss, mx, dr, prof, professor, sir, dame, lord, lady, rev, reverend, hon, st, fr, father, sister, ' +
        'brother, rabbi, imam, judge, justice, gov, governor, sen, senator, rep, representative, congresswoman, ' +
        'congressman, president, vice president, prime minister, minister, secretary, mayor, councilor, councillor, ' +
        'councilman, councilwoman, commissioner, ambassador, chancellor, speaker, chief, police chief, deputy, sheriff, ' +
        'inspector, detective, officer, constable, sgt, sergeant, lt, lieutenant, col, colonel, capt, captain, gen, ' +
        'general, maj, major, cmdr, commander, adm, admiral, king, queen, prince, princess, pope, cardinal, bishop, ' +
        'archbishop, coach',
    ),
    afterNames: words('jr, sr, ii, iii, iv, mp, phd, md, esq, obe, mbe, cbe, kc, qc'),
  },
};
