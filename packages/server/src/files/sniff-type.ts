// What a piece of evidence is, by its first bytes: a name proves nothing.

const heads: readonly (readonly [string, string])[] = [
  ['ffd8ff', 'image/jpeg'],
  ['89504e470d0a1a0a', 'image/png'],
  ['25504446', 'application/pdf'],
  ['504b0304', 'application/zip'],
  ['d0cf11e0a1b11ae1', 'application/x-cfb'],
]

/** A media type, or null for what is not accepted. Word, Excel and OFD are archives and stay named as such. */
export function sniffType(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 8)).toString('hex')
  const known = heads.find(([magic]) => head.startsWith(magic))
  if (known) return known[1]
  const sample = bytes.subarray(0, 4096)
  const control = sample.some((b) => b < 9 || (b > 13 && b < 32 && b !== 27))
  return control ? null : 'text/plain; charset=utf-8'
}
