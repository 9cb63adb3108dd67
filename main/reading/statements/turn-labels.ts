const labelled = /^(\p{Lu}[\p{L}\p{M}.’' -]{0,45}?)\s?[:：]\s+(?=\S)/u;
const question = /^(?:Q|F|P|D|V|Question|Frage|Pregunta|Domanda|Pergunta|Vraag)\.?$/u;
const answer = /^(?:A|R|Answer|Antwort|Réponse|Respuesta|Risposta|Resposta|Antwoord)\.?$/u;

/** What stands before a turn and says whose it is: "A", "SORENSEN". */
export interface Label {
  readonly text: string;
  /** Where the words begin behind it. */
  readonly words: number;
}

/** The label that a paragraph begins with. */
export function labelOf(paragraph: string): Label | null {
  const match = labelled.exec(paragraph);
  return match === null ? null : { text: match[1] ?? '', words: match[0].length };
}

export function labelsQuestion({ text }: Label): boolean {
  return question.test(text);
}

export function labelsAnswer({ text }: Label): boolean {
  return answer.test(text);
}

/** The last word of a label: what a person may be called by. In small letters. */
export function familyName(label: string): string {
  return (label.split(' ').at(-1) ?? label).toLowerCase();
}
