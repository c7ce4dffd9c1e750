/** Where a stream is broken: what comes behind does not go on from what came before. */
export interface Break {
  readonly broken: string;
}

export type Piece = Uint8Array | Break;

const enough = 64 * 1024;

/** A window on a stream of bytes that is looked at from its beginning, a run at a time: a break ends a run. */
export class ByteWindow {
  readonly #source: AsyncIterator<Piece>;
  #held: Buffer = Buffer.alloc(0);
  #ended = false;
  #broken: string | null = null;

  constructor(source: AsyncIterable<Piece>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** Why the run ends where it does; null while it goes on, and at the stream's own end. */
  get broken(): string | null {
    return this.#broken;
  }

  /** Brings in bytes until `wanted` are held or the run ends; what is held, at least those where there are so many. */
  async look(wanted: number): Promise<Buffer> {
    const pieces: Uint8Array[] = [this.#held];
    let length = this.#held.length;
    while (length < wanted && !this.#ended && this.#broken === null) {
      const next = await this.#source.next();
      if (next.done === true) this.#ended = true;
      else if (next.value instanceof Uint8Array) {
        pieces.push(next.value);
        length += next.value.length;
      } else this.#broken = next.value.broken;
    }
    if (pieces.length > 1) this.#held = Buffer.concat(pieces);
    return this.#held;
  }

  /** Passes over so many bytes; fewer where the run ends before. */
  async skip(count: number): Promise<void> {
    let left = count;
    while (left > 0) {
      const held = await this.look(Math.min(left, enough));
      if (held.length === 0) return;
      const over = Math.min(left, held.length);
      this.#held = held.subarray(over);
      left -= over;
    }
  }

  /** Takes so many bytes out, fewer where the run ends before. The bytes are a copy. */
  async take(count: number): Promise<Buffer> {
    const held = await this.look(count);
    const taken = Buffer.from(held.subarray(0, count));
    this.#held = held.subarray(taken.length);
    return taken;
  }

  /** Passes over bytes up to the first place where `found` gives an index, or to the end of the run. @param reach how far `found` must see. */
  async seek(found: (held: Buffer) => number, reach: number): Promise<boolean> {
    for (;;) {
      const before = this.#held.length;
      const held = await this.look(Math.max(before + 1, enough));
      const at = found(held);
      if (at >= 0) {
        await this.skip(at);
        return true;
      }
      if (held.length === before) {
        this.#held = Buffer.alloc(0);
        return false;
      }
      this.#held = held.subarray(Math.max(0, held.length - reach));
      if (this.#held.length === held.length && (this.#ended || this.#broken !== null)) {
        this.#held = Buffer.alloc(0);
        return false;
      }
    }
  }

  /** Goes on behind a break. @returns false at the stream's end. */
  resume(): boolean {
    if (this.#broken === null) return !this.#ended || this.#held.length > 0;
    this.#broken = null;
    this.#held = Buffer.alloc(0);
    return true;
  }

  /** Lets the source go. */
  async close(): Promise<void> {
    await this.#source.return?.();
  }
}
