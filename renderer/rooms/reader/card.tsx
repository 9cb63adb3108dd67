import type { ComponentChildren } from 'preact';
import type { Span } from '../../../main/contract/canonical-text.ts';
import { useReader } from './model.ts';
import { reveal } from './scrolling.ts';

/** A card takes the focus as a whole, so that a screen reader reads it as one; its buttons follow. */
const focusable = { tabIndex: 0 } as const;

/** One card of the margin. The focus or a click puts the eye on its passage. */
export function Card(props: {
  readonly id: string;
  readonly span: Span | null;
  readonly label: string;
  readonly look: string;
  readonly children: ComponentChildren;
}) {
  const model = useReader();
  const active = model.active.value === props.id;
  return (
    <li
      class={`card ${props.look}${active ? ' active' : ''}`}
      data-entry={props.id}
      {...(props.span === null ? {} : { 'data-at': props.span.start, 'data-end': props.span.end })}
    >
      <section
        aria-label={props.label}
        {...focusable}
        onFocus={() => {
          model.active.value = props.id;
        }}
        onClick={() => {
          model.active.value = props.id;
          // While something is open on it, the eye is where that is: at an edge that is being moved, maybe.
          if (props.span !== null && model.editing.value?.id !== props.id) reveal(model, props.span);
        }}
        onKeyDown={() => undefined}
      >
        {props.children}
      </section>
    </li>
  );
}
