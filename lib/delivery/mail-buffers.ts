/** Buffers are made in steps of this size, so that mails of about one length share them. */
const STEP_BYTES = 16_384;
/** Kept for reuse; more than a worker sends at once is not needed. */
const BUFFERS_KEPT = 64;

/**
 * Memory for mails, used again: a fresh buffer for each mail costs more than what is written into it.
 * Who takes one and does not give it back leaves it to the garbage collector, which is always safe.
 */
export class MailBuffers {
  private readonly free: ArrayBuffer[] = [];
  private readonly lent = new WeakSet<Buffer>();

  /** At least so many bytes, with whatever stood there. */
  take(bytes: number): Buffer {
    const fit = this.free.findIndex(({ byteLength }) => byteLength >= bytes);
    const [memory = newMemory(bytes)] = fit === -1 ? [] : this.free.splice(fit, 1);
    return Buffer.from(memory);
  }

  /** The first bytes of a buffer that was taken, as what can be given back. */
  lend(buffer: Buffer, bytes: number): Buffer {
    const part = buffer.subarray(0, bytes);
    this.lent.add(part);
    return part;
  }

  /** To be called when nobody reads the buffer any more. A second time, or for another's buffer: nothing happens. */
  giveBack(buffer: Buffer): void {
    const { buffer: memory } = buffer;
    const isOurs = this.lent.delete(buffer) && memory instanceof ArrayBuffer;
    if (isOurs && this.free.length < BUFFERS_KEPT) this.free.push(memory);
  }
}

/** Of its own: small buffers of Node share their memory with others. */
const newMemory = (bytes: number) => new ArrayBuffer(Math.ceil(bytes / STEP_BYTES) * STEP_BYTES);
