import type { Person } from '../../contract/index.ts';
import { voiceOf } from './narration.ts';
import { openingQuote, type Passage } from './passages.ts';
import type { Cast } from './people.ts';
import { familyName, labelOf, labelsAnswer } from './turn-labels.ts';
import type { Turn } from './turns.ts';

/** Fewer questions are a reporter's own. */
const fewestQuestions = 3;
/** A question of an interviewer is no essay, in UTF-16 units. */
const longestQuestion = 400;
/** Answers of more paragraphs than this between two questions are a report. */
const mostParagraphs = 6;

const asks = /[?？]["”’»]?\s*$/u;
const dash = /^[—–-]\s+/u;

/**
 * The answers of an interview whose turns have no labels: paragraphs that ask, and what stands between them. A page of
 * questions that people often ask is built alike, so one person must be named before the first, and either the
 * headline quotes or the answers speak in the first person. What stands in quotation marks is found as a quotation.
 */
export function answersOf(passages: readonly Passage[], cast: Cast, title: string): Turn[] {
  const questions = passages.flatMap((passage, index) => (isQuestion(passage) ? [index] : []));
  const first = questions[0];
  if (first === undefined || questions.length < fewestQuestions) return [];
  const person = interviewee(passages, first, cast);
  if (person === null) return [];
  const answers = questions.map((question, at) => answerBehind(passages, question, questions[at + 1] ?? null));
  const own = answers.filter((answer) => answer.length > 0);
  if (own.length < fewestQuestions || answers.some((answer) => answer.length > mostParagraphs)) return [];
  const words = own.flat();
  const speaker = { person, isInferred: false, isInCue: false };
  const voices = words.map((passage) => voiceOf(passage, speaker, cast));
  if (voices.some(({ narration }) => narration >= 2.5)) return [];
  const inFirstPerson = voices.filter(({ isFirstPerson }) => isFirstPerson).length;
  if (!openingQuote.test(title) && inFirstPerson * 3 < own.length) return [];
  return own.flatMap((answer): Turn[] => {
    const [opening] = answer;
    const last = answer.at(-1);
    if (opening === undefined || last === undefined || openingQuote.test(opening.text)) return [];
    const start = opening.start + beforeWords(opening.text, person);
    return [{ span: { start, end: last.end }, person, label: null }];
  });
}

/** The length of a dash or of the person's own label in front of an answer. */
function beforeWords(text: string, { name }: Person): number {
  const label = labelOf(text);
  if (label !== null && (labelsAnswer(label) || familyName(label.text) === familyName(name))) return label.words;
  return dash.exec(text)?.[0].length ?? 0;
}

function isQuestion({ kind, text, purpose }: Passage): boolean {
  return (
    (kind === 'paragraph' || kind === 'heading') &&
    purpose === null &&
    text.length <= longestQuestion &&
    asks.test(text)
  );
}

/** The paragraphs up to the next question; behind the last one the reporter may speak, so one is taken. */
function answerBehind(passages: readonly Passage[], question: number, next: number | null): Passage[] {
  const found: Passage[] = [];
  for (const passage of passages.slice(question + 1, next ?? question + 2)) {
    if (passage.kind !== 'paragraph' || passage.purpose !== null) break;
    found.push(passage);
  }
  return found;
}

/** Whoever is named before the first question, where that is one. */
export function interviewee(passages: readonly Passage[], first: number, cast: Cast): Person | null {
  const from = passages[first]?.start ?? 0;
  const people = new Set(cast.possible.filter(({ start }) => start < from).map(({ person }) => person));
  const [only] = people;
  if (only === undefined || people.size > 1) return null;
  return { name: only.name, role: only.role, organization: only.organization };
}
