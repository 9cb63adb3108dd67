import type { Lane } from './rules.ts';

interface Place {
  grant(): void;
}

/** Who is at work in each lane and who waits, in the order they came. */
export class Lanes {
  readonly #places = new Map<Lane, Place[]>();

  /** Takes the last place of a lane; `come` resolves when it is the first, `leave` gives it up. */
  enter(lane: Lane): { readonly come: Promise<void>; leave(): void } {
    const places = this.#places.get(lane) ?? [];
    this.#places.set(lane, places);
    const turn = Promise.withResolvers<void>();
    const place = { grant: turn.resolve };
    places.push(place);
    places[0]?.grant();
    return {
      come: turn.promise,
      leave() {
        const at = places.indexOf(place);
        if (at >= 0) places.splice(at, 1);
        places[0]?.grant();
      },
    };
  }

  /** How many are in a lane, the one at work among them. */
  count(lane: Lane): number {
    return this.#places.get(lane)?.length ?? 0;
  }
}
