import type { ComponentChildren } from 'preact';
import type { IconName } from './parts/icon.tsx';
import type { Command } from './state/commands.ts';
import type { Room, Route } from './state/route.ts';

/** What the frame around the rooms knows of one. */
export interface RoomDescription<Name extends Room> {
  /** As the rail and the window's title call it. */
  readonly title: string;
  /** The room, at a place that its address names. */
  readonly show: (place: Extract<Route, { room: Name }>) => ComponentChildren;
  /** How it stands in the rail; null where another room leads to it. */
  readonly inRail: RailEntry | null;
  /** The room in the rail that it belongs to, where it isn't there itself. */
  readonly belongsTo?: Room;
  /** The command that goes to it; null where only something particular can be gone to. */
  readonly command: Command | null;
}

export interface RailEntry {
  readonly icon: IconName;
  /** How much there is in it, where that is a number worth knowing. */
  readonly count?: () => number;
  /** What choosing it does, where that is more than going there. */
  readonly enter?: () => void;
  /** Whether the person is in it; without this, whenever its address is the present one. */
  readonly isHere?: () => boolean;
}
