import { type ArticleGenerator, toHtmlFile } from './generator.ts';

/**
 * A page as a browser saves one of a newspaper: the article among menus, styles, scripts, teasers, a sidebar, comments
 * and a footer. It is about as large as such pages are: the mean of 582 saved pages of the press is 143 kB, of which 19 kB
 * text with its white space, 33 kB scripts, 24 kB styles and 51 kB attributes, in 810 elements with 1270 attributes and
 * 150 different classes.
 */
export function savedPage(generator: ArticleGenerator, number: number): string {
  const article = generator.article(number);
  const title = (offset: number): string => generator.article(number + offset).title;
  const share = `<div class="share-bar" data-track="share"><ul class="share-list">${['facebook', 'x', 'mail', 'print']
    .map(
      (name) =>
        `<li class="share-item share-item--${name}"><a class="share-link" href="#${name}" aria-label="Share by ${name}"><svg class="icon" viewBox="0 0 24 24"><path d="M4 12h16M12 4v16"/></svg><span class="visually-hidden">Share by ${name}</span></a></li>`,
    )
    .join('')}</ul></div>`;
  const body = article.paragraphs.map((paragraph, index) => {
    const linked =
      index % 4 === 1
        ? paragraph.replace(/^(\S+ \S+)/u, '<a class="inline-link" href="/topic/harbour">$1</a>')
        : paragraph;
    const figure =
      index === 2
        ? `<figure class="article-figure"><picture><source srcset="/img/${number}-800.webp 800w"><img src="/img/${number}.jpg" width="800" height="450" alt="The harbour at Port Ellery"></picture><figcaption class="caption">The harbour on the day. <span class="credit">Photograph: Ada Quill</span></figcaption></figure>`
        : '';
    const slot =
      index % 6 === 5
        ? `<div class="ad-slot" id="ad-${index}"><div class="ad-label">Advertisement</div><div class="ad-frame"></div></div>`
        : '';
    return `${figure}<p class="article-paragraph">${linked}</p>${slot}`;
  });
  const page = toHtmlFile({ ...article, paragraphs: [] })
    .replace('</head>', `${head(number)}</head>`)
    .replace(/<body[^>]*>/u, `<body class="template-article">${menus}`)
    .replace(/<\/h1>/u, `</h1>${share}`)
    .replace('</article>', `<div class="article-body">${body.join('\n')}</div></article>`)
    .replace('</main>', `${sidebar(title)}${comments(number)}</main>${cards(title, number)}`)
    .replace('</body>', `${footer}${scripts(number)}</body>`);
  return asServed(page);
}

/** With what content systems write into the tags of links and boxes, and with the white space between tags. */
function asServed(page: string): string {
  let count = 0;
  return page
    .replace(/ href="\/([^"]*)"/gu, (_, path: string) => {
      count += 1;
      return ` href="https://courier.example/${path}?from=page&amp;position=${count}&amp;edition=port-ellery" data-track-event="click" data-track-label="${path}:${count}"`;
    })
    .replace(/<(li|div|section|article|span|h3) class="([\w-]+)/gu, (_, name: string, first: string) => {
      count += 1;
      return `<${name} data-component="${first}" class="${first} component-${count % 90}`;
    })
    .replace(
      /<img ([^>]*)src="\/([^"]*)"/gu,
      (_, rest: string, path: string) =>
        `<img loading="lazy" ${rest}src="/${path}" sizes="(min-width: 900px) 300px, 50vw" srcset="${[320, 480, 640, 960].map((width) => `https://pictures.courier.example/${width}x/quality-80/${path} ${width}w`).join(', ')}"`,
    )
    .replace(/><(?=li|div|ul|section|a |h3|\/div|\/ul|p)/gu, '>\n          <');
}

const sections = 'News Harbour Council Courts Business Sport Culture Weather Opinion Letters'.split(' ');
const parts = ['Latest', 'Town', 'Region', 'Analysis', 'Pictures', 'Archive'];

const menus = `<div class="site"><header class="site-header"><div class="site-header__inner"><a class="logo" href="/"><span>Courier</span></a><button class="menu-toggle" aria-expanded="false"><span class="bar"></span></button></div><nav class="main-nav" aria-label="Sections"><ul class="main-nav__list">${sections
  .map(
    (section) =>
      `<li class="main-nav__item has-children"><a class="main-nav__link" href="/${section.toLowerCase()}"><span>${section}</span></a><ul class="sub-menu">${parts.map((part) => `<li class="sub-menu__item"><a href="/${section.toLowerCase()}/${part.toLowerCase()}">${part}</a></li>`).join('')}</ul></li>`,
  )
  .join('\n')}</ul></nav></header>`;

const footer = `<div class="site-footer"><div class="site-footer__columns">${sections
  .map(
    (section) =>
      `<div class="site-footer__column"><h3 class="site-footer__heading">${section}</h3><ul>${parts.map((part) => `<li><a href="/${section.toLowerCase()}/${part.toLowerCase()}">${part} of ${section}</a></li>`).join('')}</ul></div>`,
  )
  .join('\n')}</div><p class="legal">All rights reserved.</p></div></div>`;

const rules = Array.from(
  { length: 215 },
  (_, index) =>
    `.component-${index}__inner > .component-${index}__part:hover{display:flex;margin:${index % 24}px auto;padding:0 ${index % 16}px;color:#${(index * 4099).toString(16).padStart(6, '0').slice(0, 6)}}`,
).join('\n');

function head(number: number): string {
  const named =
    'description og:title og:type og:site_name og:locale twitter:card twitter:site robots theme-color'.split(' ');
  const metas = named.map((name) => `<meta property="${name}" content="Port Ellery ${name} ${number}">`);
  const links = Array.from({ length: 14 }, (_, index) => `<link rel="preload" as="style" href="/assets/${index}.css">`);
  return `${metas.join('\n')}\n${links.join('\n')}\n<style>${rules}</style>`;
}

function scripts(number: number): string {
  const state = {
    id: number,
    flags: Array.from({ length: 950 }, (_, index) => ({ name: `flag-${index}`, on: index % 3 === 0 })),
  };
  const small = Array.from(
    { length: 12 },
    (_, index) => `<script>window.queue=window.queue||[];window.queue.push([${index},"view"]);</script>`,
  );
  return `<script id="state" type="application/json">${JSON.stringify(state)}</script>${small.join('')}`;
}

function sidebar(title: (offset: number) => string): string {
  const items = Array.from(
    { length: 10 },
    (_, index) =>
      `<li class="most-read__item"><span class="most-read__number">${index + 1}</span><a class="most-read__link" href="/story/${index}">${title(index + 1)}</a></li>`,
  );
  return `<aside class="sidebar"><section class="most-read"><h2>Most read</h2><ol>${items.join('')}</ol></section><section class="newsletter"><h2>Our newsletter</h2><form><label>Your address <input type="email"></label><button>Subscribe</button></form></section></aside>`;
}

function cards(title: (offset: number) => string, number: number): string {
  const card = (index: number): string =>
    `<div class="card card--story"><a class="card__link" href="/story/${number}-${index}"><div class="card__media"><img class="card__image" src="/thumb/${index}.jpg" alt=""></div><div class="card__text"><span class="card__kicker">${sections[index % sections.length]}</span><h3 class="card__title">${title(index + 20)}</h3><p class="card__teaser">What it means for the town and for those who work at the harbour.</p></div></a></div>`;
  return `<section class="related"><h2>More from the Courier</h2><div class="card-grid">${Array.from({ length: 20 }, (_, index) => card(index)).join('\n')}</div></section>`;
}

function comments(number: number): string {
  const one = (index: number): string =>
    `<li class="comment" id="comment-${number}-${index}"><div class="comment__head"><span class="comment__author">Reader ${index}</span> <time class="comment__time">${index + 1} hours ago</time></div><div class="comment__body"><p>I read this twice and I am still not sure what the harbour board has in mind.</p></div><div class="comment__foot"><button>Reply</button> <button>Report</button></div></li>`;
  return `<section class="comments"><h2>Comments</h2><ul class="comment-list">${Array.from({ length: 14 }, (_, index) => one(index)).join('\n')}</ul></section>`;
}
