import { phraseSource } from '../../../../reading/languages/phrases.ts';

/**
 * Words that sites name the parts of their pages with, in class and id: what stands around articles in all papers
 * and blogs. They are no language's prose, though German and French sites name some parts in their own.
 */

/** A pattern for some class words, each whole, listed with commas between; the signs are those of phrases. */
export function classWordsAre(list: string): RegExp {
  return new RegExp(` ${phraseSource(list.split(', '))} `, 'u');
}

/** Text for screen readers only, print-only addresses, and what scripts fill or open. */
export const unseenWords = classWordsAre(
  'sr only, screen reader [text], visually hidden, visuallyhidden, skip {link|links|to content|nav}, ' +
    'skiplink[s], no[ ]print, noscript, hidden print, print hide, d none, hide for print, ' +
    'element invisible, aural, js only, tooltip, tool tip, modal, popup, pop up, overlay, offcanvas, ' +
    'lightbox',
);

/** Of these, those that name what opens something as often as what is opened. */
export const openers = classWordsAre('tooltip, tool tip, modal, popup, pop up, overlay, lightbox');

/** By what they say an element holds. Whole class words only. */
export const furnitureWords: readonly (readonly [reason: string, words: RegExp])[] = [
  [
    'comments',
    classWordsAre(
      'comment[s|list|link[s]|form|area|thread[s]|body|text|content|author|meta|section|count|block|box], ' +
        'kommentar{e|en|bereich|liste|box|form|funktion|feld}, commentaire[s], comentario[s], commentlist, ' +
        'comment[ ]list, comment[ ]form, comment[s][ ]{area|section|wrap|wrapper|container|block}, disqus, ' +
        'disqus thread, respond, livefyre, fb comments, user comments, viafoura, coral, openweb, spotim',
    ),
  ],
  [
    'sharing',
    classWordsAre(
      'share, shares, sharing, shared, sharebar, sharebutton[s], sharethis, share[ ]tool[s], shareaholic, ' +
        'sharedaddy, addtoany, addthis, a2a, social, socials, socialmedia, ' +
        'social[ ]{media|share|sharing|link[s]|bar|icon[s]|button[s]}, shariff, heateor, ssba, essb, teilen, ' +
        'bookmark[s], bookmarking, follow[ ]us, followus, whatsapp, twitter share, facebook share, ' +
        'pinterest, pin it',
    ),
  ],
  [
    'related articles',
    classWordsAre(
      'related, relateds, related[ ]{post[s]|article[s]|content|stories|link[s]|item[s]|topic[s]|news}, ' +
        'relatedposts, jp relatedposts, yarpp, crp, similar, recommend, recommended, recommendation[s], ' +
        'recirc, recirculation, suggested, suggestions, more {stories|news|articles|posts|on|from|in}, ' +
        'read[ ]{next|also|on}, readnext, next[ ]{article|post|story|up}, previous[ ]{article|post}, ' +
        'post[ ]nav[igation], trending, popular, most[ ]{read|popular|viewed|commented}, mostread, ' +
        'latest[ ]{news|posts|articles|stories}, recent[ ]{posts|articles|news}, up[ ]next, ' +
        'also[ ]{like|read}, see[ ]also, teaserlist, teaser[ ]{list|box|block|group|grid}, ' +
        'weitere[ ]{artikel|themen|meldungen|news|beitraege}, mehr[ ]zum[ ]thema, aehnliche, outbrain, ' +
        'taboola, zergnet, revcontent, plista, dianomi, ligatus',
    ),
  ],
  [
    'subscription',
    classWordsAre(
      'newsletter, newsletters, nl[ ]{signup|box|form}, subscribe, subscription, subscriptions, signup, ' +
        'sign[ ]up, optin, opt in, mailchimp, mc[ ]embed[ ]signup, paywall, piano, regwall, abo, abobox, ' +
        'donate, donation, membership, spenden, mailing list, email[ ]{form|signup}',
    ),
  ],
  [
    'advertising',
    classWordsAre(
      'ad, ads, adv, advert, adverts, advertise, advertisement, advertisements, advertising, adslot, ' +
        'ad[ ]{slot|container|wrapper|unit|block|box|label|banner|placeholder|zone|space|area}, adsense, ' +
        'adsbygoogle, adbox, dfp, gpt, banner, banners, bannerad, leaderboard, skyscraper, mrec, sponsor, ' +
        'sponsors, sponsored, sponsoring, promo, promos, promoted, promotion, promotions, promobox, werbung, ' +
        'anzeige, anzeigen, publicidad, publicite, affiliate, affiliates, commercial',
    ),
  ],
  [
    'navigation',
    classWordsAre(
      'nav, navi, navbar, navigation, navigations, subnav, mainnav, topnav, sitenav, menu, mainmenu, ' +
        'submenu, megamenu, breadcrumb[s], bread crumb[s], brotkrumen, crumb[s], pagination, paginator, ' +
        'pager, page[ ]{nav|navi|links|numbers}, wp pagenavi, paging, sitemap, toc, table of contents, ' +
        'inhaltsverzeichnis, topbar, toolbar, tools, site[ ]{header|footer|nav}, masthead, ' +
        'language[ ]{switcher|selector|nav}, lang[ ]switch, searchform, search[ ]{form|box|bar}, login, ' +
        'log[ ]in, back[ ]to[ ]top, totop, skip',
    ),
  ],
  [
    'a sidebar',
    classWordsAre(
      'sidebar, sidebars, side[ ]bar, sidebar[ ]{left|right|primary|secondary|widget}, rail, ' +
        'right[ ]{rail|bar}, left[ ]{rail|bar}, leftbar, rightbar, marginal, marginalspalte, complementary, ' +
        'aside',
    ),
  ],
  ['a widget', classWordsAre('widget, widgets, widget[ ]area, secondary, {right|left}[ ]{col|column}')],
  [
    'a footer',
    classWordsAre(
      'footer, footers, foot, page[ ]footer, entry[ ]{footer|utility}, post[ ]{footer|bottom}, ' +
        'article[ ]footer, footnav, bottom[ ]{bar|nav}, colophon, copyright, copyrights, impressum, imprint, ' +
        'disclaimer, legal',
    ),
  ],
  [
    'a notice',
    classWordsAre(
      'cookie, cookies, cookiebar, cookie[ ]{bar|banner|notice|consent|law}, consent, gdpr, dsgvo, cmp, ' +
        'onetrust, usercentrics, borlabs, privacy[ ]{notice|banner}, adblock, ad[ ]blocker, notification, ' +
        'notifications, toast, alert[ ]bar, newsticker, ticker, breaking[ ]news[ ]{bar|ticker}',
    ),
  ],
  [
    'about the article',
    classWordsAre(
      'meta, metas, metadata, post[ ]{meta|info|infos|date|author|tags|categories|details}, ' +
        'entry[ ]{meta|info|date|tags|categories}, ' +
        'article[ ]{meta|info|infos|date|tags|details|tools|author}, byline, bylines, by line, dateline, ' +
        'author, authors, ' +
        'author[ ]{box|bio|info|card|name|meta|profile|details|image|avatar|description|wrapper|block}, ' +
        'authorbox, bio, about[ ][the ]author, autor, autoren, autorenbox, posted[ ]{on|by|in}, published, ' +
        'pubdate, date, dates, datum, timestamp, time[ ]stamp, tag, tags, taglist, tag[ ]{list|links|cloud}, ' +
        'tagcloud, keywords, schlagworte, categories, category, cat[ ]links, kategorien, topics, ' +
        'filed[ ]under, rating, ratings, star[ ]rating, vote, votes, voting, like[s], views, counter, ' +
        'reading[ ]time, read[ ]time, print, printbutton, permalink, edit[ ]link, editsection, ' +
        'mw editsection, credits, view[s]count, kicker, eyebrow, rubrik, dachzeile',
    ),
  ],
];

/** Class words that say the element holds the article, whatever else they say. */
export const articleWords = classWordsAre(
  '{article|story|post|entry|news|page|blog|main|text|content|body}[ ]{body|content|text|copy|prose}, ' +
    'articletext, storytext, field name body, rich[ ]text, prose',
);
