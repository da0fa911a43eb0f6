import type { Matter, Reading, SentenceRole } from './types.ts'

// Helpers of the tests: look at a reading the way that a clerk would.

/** Roles of the sentences, in order. */
export function rolesOf(reading: Reading): SentenceRole[] {
  return reading.sentences.map((sentence) => sentence.role)
}

/** The role of the sentence that contains `piece`. */
export function roleOf(reading: Reading, piece: string): SentenceRole | undefined {
  const at = reading.document.text.indexOf(piece)
  return reading.sentences.find((sentence) => sentence.start <= at && at < sentence.end)?.role
}

/** The innermost matter that contains `piece`. */
export function matterOf(reading: Reading, piece: string): Matter | undefined {
  const at = reading.document.text.indexOf(piece)
  return reading.matters
    .filter((matter) => matter.start <= at && at + piece.length <= matter.end)
    .sort((a, b) => a.end - a.start - (b.end - b.start))[0]
}

/** Headings as `number heading`, indented by level. */
export function headingsOf(reading: Reading): string[] {
  return reading.outline.map((node) => `${'  '.repeat(node.level - 1)}${node.number ?? '-'} ${node.heading}`)
}

/** Throws when a span does not slice to its text or lies outside of its place. */
export function assertSpans(reading: Reading): void {
  const { text } = reading.document
  const check = (ok: boolean, what: string): void => {
    if (!ok) throw new Error(what)
  }
  let last = 0
  for (const { start, end } of reading.sentences) {
    check(start >= last && end > start && end <= text.length, `sentence ${start}–${end} after ${last}`)
    last = end
  }
  const ids = new Set(reading.outline.map((node) => node.id))
  for (const node of reading.outline) {
    check(text.slice(node.start, node.end) === node.heading, `heading ${node.heading}`)
    check(node.parent === null || ids.has(node.parent), `parent of ${node.id}`)
  }
  for (const matter of reading.matters) {
    check(text.slice(matter.start, matter.end) === matter.text, `matter ${matter.id}`)
    check(matter.title.length > 0 && matter.title.length <= 60, `title of ${matter.id}: ${matter.title}`)
    check(matter.clause === null || ids.has(matter.clause), `clause of ${matter.id}`)
    for (const part of [...matter.measures, ...matter.targets, ...matter.deadlines]) {
      check(
        text.slice(part.start, part.end) === part.text && part.end > part.start,
        `part ${part.text} of ${matter.id}`,
      )
    }
  }
  const { obligations, covered, refused } = reading.coverage
  check(obligations === covered + refused.length, `coverage ${obligations} = ${covered} + ${refused.length}`)
}
