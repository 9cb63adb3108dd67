/** Goes with the arrows, Home and End between the buttons of a part of the page, so that one Tab leads in and one leads out. */
export function stepFocus(event: KeyboardEvent, part: HTMLElement | null): void {
  const buttons = [...(part?.querySelectorAll<HTMLButtonElement>('button:not(:disabled)') ?? [])];
  const at = buttons.findIndex((button) => button.matches(':focus'));
  if (at < 0) return;
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
  if (to === undefined || event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return;
  // The list's own cursor stays where it is.
  event.preventDefault();
  buttons[Math.max(0, Math.min(buttons.length - 1, to))]?.focus();
}
