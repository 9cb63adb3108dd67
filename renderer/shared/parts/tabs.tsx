import { useRef } from 'preact/hooks';

/** A row of tabs: one is in the tab order, the arrows go between them (ARIA's tab pattern). */
export function Tabs<Id extends string>(props: {
  readonly label: string;
  readonly tabs: readonly { readonly id: Id; readonly label: string }[];
  readonly at: Id;
  readonly change: (id: Id) => void;
}) {
  const row = useRef<HTMLDivElement>(null);
  const go = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const from = props.tabs.findIndex((tab) => tab.id === props.at);
    const next = props.tabs[(from + step + props.tabs.length) % props.tabs.length];
    if (next === undefined) return;
    props.change(next.id);
    row.current?.querySelector<HTMLElement>(`#tab-${next.id}`)?.focus();
  };
  return (
    <div ref={row} class="tabs" role="tablist" aria-label={props.label} onKeyDown={go}>
      {props.tabs.map((tab) => (
        <button
          key={tab.id}
          type="button"
          role="tab"
          id={`tab-${tab.id}`}
          aria-selected={tab.id === props.at}
          aria-controls="tabpanel"
          tabIndex={tab.id === props.at ? 0 : -1}
          onClick={() => props.change(tab.id)}
        >
          {tab.label}
        </button>
      ))}
    </div>
  );
}
