/** Whether a text is a date as the contract takes it, and in the calendar: `2016`, `2016-11`, `2016-11-16`. */
export function isDateText(text: string): boolean {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (parts === null) return false;
  const [, year = '', month = '01', day = '01'] = parts;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
}
