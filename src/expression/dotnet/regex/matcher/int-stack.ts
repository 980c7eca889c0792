const FIRST_SIZE = 256;

/** A stack of 32-bit integers that grows. */
export class IntStack {
  items = new Int32Array(FIRST_SIZE);
  height = 0;

  /** Makes room for `count` more items. */
  reserve(count: number): void {
    if (this.height + count <= this.items.length) return;
    const larger = new Int32Array(this.items.length * 2 + count);
    larger.set(this.items);
    this.items = larger;
  }
}
