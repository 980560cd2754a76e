/**
 * Which nodes and connections brought a part of a stack: an event, a statement of a policy, an environment
 * variable. Kept beside the parts, because those are plain values that say nothing of the design.
 */
export class Origins {
  readonly #owners = new WeakMap<object, readonly string[]>();

  /** Notes who brought a part; what is no object cannot be told from its equals and is left out. */
  add(part: unknown, ...owners: readonly string[]): void {
    if (typeof part !== 'object' || part === null) return;
    const present = this.#owners.get(part);
    this.#owners.set(part, present ? [...new Set([...present, ...owners])] : owners);
  }

  of(part: object): readonly string[] {
    return this.#owners.get(part) ?? [];
  }

  /** What was made of a part came from whoever brought that. */
  copy(from: object, to: unknown): void {
    const owners = this.#owners.get(from);
    if (!owners || typeof to !== 'object' || to === null) return;
    if (this.#owners.has(to)) this.add(to, ...owners);
    else this.#owners.set(to, owners);
  }
}
