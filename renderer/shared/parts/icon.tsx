/** The interface's own drawings, 16 × 16, stroked in the text's colour. */
const drawings = {
  library: 'M3 2.5v11M6 2.5v11M8.6 3l2.6-.6 2.3 10.7-2.6.6zM2 13.5h5',
  statements: 'M2.5 3h11v7.5H7L4 13.5v-3H2.5z',
  compare: 'M2.5 3h4.5v10H2.5zM9 3h4.5v10H9z',
  swap: 'M2.5 5.5h10M9.8 2.8l2.7 2.7-2.7 2.7M13.5 10.5h-10M6.2 7.8l-2.7 2.7 2.7 2.7',
  import: 'M8 2v7.5M4.8 6.5 8 9.7l3.2-3.2M2.5 13.5h11',
  export: 'M8 10V2.5M4.8 5.5 8 2.3l3.2 3.2M2.5 13.5h11',
  health: 'M8 1.8 13 3.6v4c0 3-2 5.4-5 6.6-3-1.2-5-3.6-5-6.6v-4zM5.8 8l1.6 1.6 2.9-3',
  search: 'M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9zM10.3 10.3l3.2 3.2',
  folder: 'M2 4.2h4.2l1.3 1.5H14v7H2z',
  person: 'M8 2.5a2.6 2.6 0 1 0 0 5.2 2.6 2.6 0 0 0 0-5.2zM3 13.5c.4-2.7 2.3-4.2 5-4.2s4.6 1.5 5 4.2',
  code: 'M2.5 2.5h5l6 6-5 5-6-6zM5.3 5.3h.01',
  settings: 'M2 4.5h7M12 4.5h2M2 11.5h2M7 11.5h7M10.5 3v3M5.5 10v3',
  close: 'M4 4l8 8M12 4l-8 8',
  chevron: 'M4.5 6.5 8 10l3.5-3.5',
  focus: 'M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10',
  print: 'M4.5 5.5v-3h7v3M4.5 11.5h-2v-6h11v6h-2M4.5 9.5h7v4h-7z',
  back: 'M10 3 5 8l5 5',
  'far-back': 'M8 3 3 8l5 5M13 3 8 8l5 5',
  check: 'M3 8.5 6.5 12 13 4.5',
  pencil: 'M3 13l.6-2.8L10.5 3.3l2.2 2.2-6.9 6.9zM9 4.8 11.2 7',
  cross: 'M4.5 4.5l7 7M11.5 4.5l-7 7',
  copy: 'M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3',
  open: 'M6 3.5H3v9.5h9.5v-3M9 3h4v4M13 3 7.5 8.5',
  bin: 'M3 4.5h10M6.5 4.5v-2h3v2M4.5 4.5l.6 9h5.8l.6-9M7 7v4M9 7v4',
  plus: 'M8 3v10M3 8h10',
  file: 'M4 2h5l3 3v9H4zM9 2v3h3',
  warning: 'M8 2.5 14.5 13.5h-13zM8 6.5v3.5M8 12h.01',
  download: 'M8 2v8M4.8 7 8 10.2 11.2 7M2.5 13.5h11',
  restore: 'M3 8a5 5 0 1 0 1.6-3.7L3 6M3 2.8V6h3.2',
  keyboard: 'M1.5 4h13v8h-13zM4 6.5h.01M6.7 6.5h.01M9.3 6.5h.01M12 6.5h.01M5 9.5h6',
  table: 'M2.5 3h11v10h-11zM2.5 6.3h11M2.5 9.6h11M6.5 3v10',
  wait: 'M8 2.2a5.8 5.8 0 1 0 0 11.6A5.8 5.8 0 0 0 8 2.2zM8 4.8V8l2.3 1.6',
  selected: 'M2.5 2.5h11v11h-11zM5 8.2l2 2 4-4.2',
} as const;
export type IconName = keyof typeof drawings;

/** A drawing beside words that say the same; hidden from a screen reader. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={drawings[name]} />
    </svg>
  );
}
