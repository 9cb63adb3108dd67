/** A small generator with a seed (mulberry32), so that a failing property can be run again. */
export function seeded(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below);
  };
}

const words =
  'the harbour wardens of Port Ellery said on Wednesday that spring rules for boats moored at north quay will not change while dredging goes on and residents who report spills need not fear a fine council clerk ferry tide lantern school bridge budget vote letter morning notice engineer pilot fishery inquiry summer closure tender contract silt marker gauge storm'.split(
    ' ',
  );

/** Sentences of random words, about `length` units long. */
export function prose(random: (below: number) => number, length: number): string {
  let text = '';
  while (text.length < length) {
    const count = 6 + random(14);
    const sentence = Array.from({ length: count }, () => words[random(words.length)] ?? '').join(' ');
    text += `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.${random(5) === 0 ? '\n\n' : ' '}`;
  }
  return text.trim();
}
