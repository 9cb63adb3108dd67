/** A field for words that narrow the list below it, as they are typed. */
export function FilterField(props: {
  readonly label: string;
  readonly words: string;
  readonly change: (words: string) => void;
}) {
  return (
    <input
      type="search"
      class="field"
      aria-label={props.label}
      placeholder={props.label}
      value={props.words}
      onInput={(event) => props.change(event.currentTarget.value)}
    />
  );
}
