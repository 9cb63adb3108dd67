import type { ComponentChildren } from 'preact';

/** The head of a room: its name, one line about it, and what can be begun here. */
export function RoomHead(props: {
  readonly title: string;
  readonly lead?: string;
  readonly aside?: ComponentChildren;
  readonly children?: ComponentChildren;
}) {
  return (
    <header class="room-head">
      <div>
        <h1>{props.title}</h1>
        {props.lead !== undefined && <p>{props.lead}</p>}
      </div>
      {props.aside}
      {props.children}
    </header>
  );
}
