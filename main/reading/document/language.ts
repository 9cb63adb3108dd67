/**
 * The language of a text that doesn't say it, from its commonest small words. Five languages only; null
 * when no one clearly leads, because a wrong `lang` reads worse aloud than none.
 */
const smallWords: Readonly<Record<string, ReadonlySet<string>>> = {
  en: new Set(
    'the of and to in that is was for on with as by at from are this not be have has will his her they we'.split(' '),
  ),
  de: new Set(
    'der die und den von zu das mit sich des auf für ist im dem nicht ein eine als auch es werden aus er hat dass sie nach wird bei'.split(
      ' ',
    ),
  ),
  fr: new Set(
    'le la les de des et à en un une du dans qui que pour est par sur au pas plus avec ce il se sont ne a'.split(' '),
  ),
  es: new Set(
    'el la los las de del que y en un una por con para se es no al lo su como más pero fue ha este'.split(' '),
  ),
  it: new Set(
    'il lo la gli le di che e è un una per con del della dei non si da nel alla sono anche come più ha al'.split(' '),
  ),
};

export function guessLanguage(text: string): string | null {
  const words =
    text
      .slice(0, 8000)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  if (words.length < 12) return null;
  const scores = Object.entries(smallWords)
    .map(([language, small]) => ({ language, share: words.filter((word) => small.has(word)).length / words.length }))
    .sort((a, b) => b.share - a.share);
  const [first, second] = scores;
  if (first === undefined || second === undefined) return null;
  return first.share >= 0.18 && first.share > second.share * 1.4 ? first.language : null;
}

/** A language tag in BCP 47's usual case; null for names of languages and nonsense, which are nobody's tag. */
export function languageTag(written: string | null): string | null {
  const tag =
    (written ?? '')
      .trim()
      .replaceAll('_', '-')
      .split(/[,;\s]/u)[0] ?? '';
  if (!/^[a-z]{2,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?$/iu.test(tag)) return null;
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? tag;
  } catch {
    return null;
  }
}
