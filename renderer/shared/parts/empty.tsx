import type { ComponentChildren } from 'preact';

/** A place with nothing in it: what is the case, and what can be done. */
export function Empty(props: { readonly title: string; readonly text: string; readonly children?: ComponentChildren }) {
  return (
    <div class="empty">
      <h2>{props.title}</h2>
      <p>{props.text}</p>
      {props.children}
    </div>
  );
}
