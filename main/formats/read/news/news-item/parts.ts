/** Longer identifiers are cut: they name a part in reports and in the library. */
const longest = 400;

/** Gives each part of a file a name of its own: the one it has, a number where it has none or it was given before. */
export class PartNames {
  readonly #given = new Set<string>();
  /** The last number given to each name that came again. */
  readonly #numbers = new Map<string, number>();
  #count = 0;

  next(wanted: string | null): string {
    this.#count += 1;
    const base = (wanted ?? '').replace(/\s+/gu, ' ').trim().slice(0, longest) || `item ${this.#count}`;
    let number = this.#numbers.get(base) ?? 1;
    let name = number === 1 ? base : `${base} (${number})`;
    while (this.#given.has(name)) {
      number += 1;
      name = `${base} (${number})`;
    }
    this.#numbers.set(base, number);
    this.#given.add(name);
    return name;
  }
}
