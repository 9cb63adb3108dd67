import { Random } from './random.ts';

/** The words that hold every English text together, in their order of frequency: they are 40 % of any article. */
const common = `the of to and a in that is for it on was with as be by he at are have from this not an they but had
his which or she were we their been has would more when who will said there if can about all her one out its up
after other them than what into over no two new so also some time now could first people only may last these you
just year most because do before city three between under while where since during against any our made many those
such then through back much day well even how still own per my since both down off being week here officials very
council did percent should between state county`
  .split(/\s+/)
  .filter((word, index, all) => all.indexOf(word) === index);

/** What invented towns talk about: the content words at the head of the list. */
const topical = `police harbour trust board school water department public mayor report community members meeting
statement vote budget residents chief plan street office safety service court law officers commissioner building
house district program company workers union ferry bridge road council fire weather storm river port wardens crew
dock fishing boats market library hospital students teachers parents housing rent land park project money fund tax
election campaign candidate policy rule order agency director spokesman spokeswoman review inquiry hearing evidence
witness judge trial charge arrest crime victim family neighbours church history museum festival music season game
team coach player winter summer spring autumn night morning evening afternoon record number million thousand share
price cost business owner industry energy power electricity pipeline waste climate flood drought farm harvest seed
animal forest coast island lighthouse railway station train driver passenger airport flight traffic accident injury
health doctor nurse patient vaccine illness treatment research university science study survey language newspaper
reporter editor letter archive document paper signature promise duty oath warrant procedure oversight complaint`
  .split(/\s+/)
  .filter((word, index, all) => all.indexOf(word) === index && !common.includes(word));

const beginnings = 'b br c ch cl cr d dr f fl g gl gr h j k l m n p pl pr qu r s sc sh sl sp st t th tr v w z'.split(
  ' ',
);
const vowels = 'a e i o u ai ea ee ie oa oo ou'.split(' ');
const endings = 'b ck d ft g l ll m mp n nd ng nt p r rd rk rm rn s sh ss st t th x'.split(' ');

/** The longer the list, the rarer its end: 60,000 words, of which a hundred thousand articles use all. */
export function makeVocabulary(size: number): string[] {
  const random = new Random(1865);
  const words = [...common, ...topical];
  const known = new Set(words);
  while (words.length < size) {
    let word = '';
    for (let syllables = random.between(1, 3); syllables > 0; syllables--)
      word += random.pick(beginnings) + random.pick(vowels) + (random.next() < 0.6 ? random.pick(endings) : '');
    if (word.length < 4 || known.has(word)) continue;
    known.add(word);
    words.push(word);
  }
  return words;
}

/** How many of the list's first words only hold sentences together. */
export const commonWords = common.length;
/** How many of the list's first words are known by name: the common and the topical ones. */
export const namedWords = common.length + topical.length;
