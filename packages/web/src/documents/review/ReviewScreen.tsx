export function ReviewScreen(_: { document: unknown }) {
  return null
}
