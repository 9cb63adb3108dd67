import { type ArticleGenerator, toHtmlFile } from './generator.ts';

/** A page as papers serve it: the article among navigation, scripts and other articles' teasers. */
export function servedPage(generator: ArticleGenerator, number: number): string {
  const links = Array.from(
    { length: 60 },
    (_, index) =>
      `<li class="teaser"><a href="/story/${index}">More news of the harbour and the town, number ${index}</a></li>`,
  );
  const script = `<script>window.state=${JSON.stringify({ filler: 'x'.repeat(20_000) })}</script>`;
  return toHtmlFile(generator.article(number))
    .replace('</head>', `${script}</head>`)
    .replace(/<body[^>]*>/u, (body) => `${body}<nav><ul>${links.join('')}</ul></nav>`)
    .replace('</body>', `<aside class="related"><ul>${links.join('')}</ul></aside></body>`);
}
