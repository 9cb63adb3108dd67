/** Whether a text is a date as the contract takes it: `2016`, `2016-11`, `2016-11-16`. */
export function isDateText(text: string): boolean {
  const parts = /^\d{4}(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (parts === null) return false;
  const month = Number(parts[1] ?? 1);
  const day = Number(parts[2] ?? 1);
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}
