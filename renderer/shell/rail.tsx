import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Collection } from '../../main/contract/collections.ts';
import { railRoomOf, railRooms } from '../rooms/registry.tsx';
import { figure } from '../shared/lib/figures.ts';
import { fieldQuery } from '../shared/lib/query-pieces.ts';
import { treeRows } from '../shared/lib/tree.ts';
import { Icon, type IconName } from '../shared/parts/icon.tsx';
import { createCollection } from '../shared/state/collection-acts.ts';
import { codes, collections, library, readOnly, speakers } from '../shared/state/library.ts';
import { overlay } from '../shared/state/overlays.ts';
import { navigate, type Room, route } from '../shared/state/route.ts';
import { lookFor, query } from '../shared/state/search.ts';
import { CollectionItem } from './collection-item.tsx';
import { RailFoot } from './rail-foot.tsx';
import { frame } from './texts/frame.ts';

/** The left side of every room: rooms, collections, saved searches, people, codes. */
export function Rail() {
  return (
    <header class="rail">
      <p class="wordmark">
        <i /> Verbatim
      </p>
      <Rooms />
      <div class="rail-lists">
        <Collections title={frame.collections} saved={false} />
        <Collections title={frame.savedSearches} saved />
        <People />
        <Codes />
      </div>
      <RailFoot />
    </header>
  );
}

function Rooms() {
  return (
    <nav aria-label={frame.rooms}>
      <ul>
        {railRooms().map(({ room, title, icon, count, enter, isHere }) => (
          <li key={room}>
            <a
              class="item"
              href={`#/${room}`}
              // In a narrow window the icon stands alone.
              title={title}
              aria-current={isIn(room, isHere) ? 'page' : undefined}
              onClick={(event) => {
                event.preventDefault();
                enter();
              }}
            >
              <Icon name={icon} />
              <b>{title}</b>
              {count !== undefined && <span class="figures">{figure(count())}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** A room that isn't in the rail is in the one that leads to it: what is read was found in the Library. */
function isIn(room: Room, isHere: (() => boolean) | undefined): boolean {
  const here = route.value.room;
  return here === room ? (isHere?.() ?? true) : railRoomOf(here) === room;
}

function RailList(props: {
  readonly title: string;
  readonly action?: ComponentChildren;
  readonly children: ComponentChildren;
}) {
  return (
    <section aria-label={props.title}>
      <h2>
        {props.title}
        {props.action}
      </h2>
      <ul>{props.children}</ul>
    </section>
  );
}

function Collections({ title, saved }: { readonly title: string; readonly saved: boolean }) {
  const listed = collections.value.filter((one) => (one.query !== null) === saved);
  if (listed.length === 0 && (saved || readOnly.value || (library.value?.articles ?? 0) === 0)) return null;
  const add = saved || readOnly.value ? undefined : <AddButton label={frame.newCollection} run={newCollection} />;
  return (
    <RailList title={title} action={add}>
      {treeRows<Collection>(listed).map(({ node, depth }) => (
        <CollectionItem key={node.id} collection={node} depth={depth} />
      ))}
    </RailList>
  );
}

function AddButton({ label, run }: { readonly label: string; readonly run: () => void }) {
  return (
    <button type="button" class="icon-button small" aria-label={label} title={label} onClick={run}>
      <Icon name="plus" />
    </button>
  );
}

function newCollection(): void {
  overlay.value = {
    kind: 'name',
    title: frame.newCollection,
    value: '',
    save: (name) => void createCollection(name, null),
  };
}

/** As many as a glance takes in; the rest at a press. */
const shownAtFirst = 8;

/** The most quoted: each leads to their own words. All of them stand in the room of people. */
function People() {
  const listed = speakers.value.filter((speaker) => speaker.statements > 0);
  if (listed.length === 0) return null;
  const here = route.value.room === 'people' ? route.value.person : undefined;
  return (
    <RailList title={frame.people}>
      {listed.slice(0, shownAtFirst).map(({ id, name, statements }) => (
        <ListItem
          key={id}
          icon="person"
          name={name}
          count={statements}
          isHere={here === id}
          run={() => navigate({ room: 'people', person: id })}
        />
      ))}
      {listed.length > shownAtFirst && (
        <More label={frame.morePeople(listed.length - shownAtFirst)} run={() => navigate({ room: 'people' })} />
      )}
    </RailList>
  );
}

function Codes() {
  const [all, setAll] = useState(false);
  const rows = treeRows(codes.value);
  const shown = all ? rows : rows.slice(0, shownAtFirst);
  const manage = (
    <button
      type="button"
      class="icon-button small"
      aria-label={frame.manageCodes}
      title={frame.manageCodes}
      onClick={() => {
        overlay.value = { kind: 'codes' };
      }}
    >
      <Icon name="pencil" />
    </button>
  );
  if (rows.length === 0 && (readOnly.value || library.value?.articles === 0)) return null;
  return (
    <RailList title={frame.codes} action={manage}>
      {shown.map(({ node, depth }) => {
        const words = fieldQuery('code', node.name);
        return (
          <ListItem
            key={node.id}
            swatch={node.color}
            depth={depth}
            name={node.name}
            count={node.annotations}
            isHere={route.value.room === 'library' && query.value === words}
            run={() => lookFor(words)}
          />
        );
      })}
      {shown.length < rows.length && (
        <More label={frame.moreCodes(rows.length - shown.length)} run={() => setAll(true)} />
      )}
    </RailList>
  );
}

function More({ label, run }: { readonly label: string; readonly run: () => void }) {
  return (
    <li>
      <button type="button" class="item more" onClick={run}>
        {label}
      </button>
    </li>
  );
}

/** A person or a code. */
function ListItem(props: {
  readonly icon?: IconName;
  readonly swatch?: number;
  readonly depth?: number;
  readonly name: string;
  readonly count: number;
  readonly isHere: boolean;
  readonly run: () => void;
}) {
  return (
    <li>
      <button
        type="button"
        class="item"
        aria-current={props.isHere ? 'true' : undefined}
        style={{ paddingInlineStart: `${8 + 16 * (props.depth ?? 0)}px` }}
        onClick={props.run}
      >
        {props.icon !== undefined && <Icon name={props.icon} />}
        {props.swatch !== undefined && (
          <i class="swatch in-rail" style={{ background: `var(--code-${props.swatch})` }} />
        )}
        <b>{props.name}</b>
        <span class="figures">{figure(props.count)}</span>
      </button>
    </li>
  );
}
