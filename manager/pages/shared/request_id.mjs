// What makes a command idempotent.

/** A UUID; crypto.randomUUID is missing on plain HTTP. */
export function newRequestId(random = crypto.getRandomValues(new Uint8Array(16))) {
  const bytes = Array.from(random);
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
