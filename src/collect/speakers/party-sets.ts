/** Sets of keys that grow together (Galler & Fischer 1964); two with different countries stay apart. */
export class PartySets {
  readonly #parent = new Map<string, string>();
  readonly #country = new Map<string, string>();

  find(key: string): string {
    const parent = this.#parent.get(key);
    if (parent === undefined || parent === key) return key;
    const root = this.find(parent);
    this.#parent.set(key, root);
    return root;
  }

  add(key: string): void {
    if (this.#parent.has(key)) return;
    this.#parent.set(key, key);
    if (key.startsWith('country:')) this.#country.set(key, key);
  }

  join(a: string, b: string): void {
    this.add(a);
    this.add(b);
    const [x, y] = [this.find(a), this.find(b)];
    const [of, other] = [this.#country.get(x), this.#country.get(y)];
    if (x === y || (of !== undefined && other !== undefined && of !== other)) return;
    this.#parent.set(y, x);
    const country = of ?? other;
    if (country !== undefined) this.#country.set(x, country);
  }
}
