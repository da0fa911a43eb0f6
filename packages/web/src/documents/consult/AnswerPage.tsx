export function AnswerPage(_: { document: unknown }) {
  return null
}
