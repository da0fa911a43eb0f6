// How often the unit that a document names as lead is among those that the reader would have suggested, had the
// document not named it; and how often a shown confidence is right.
import { type Reading, readDocument } from '@yipanqi/reading'
import { type UnitBook, unitBook } from '@yipanqi/reading/units/book.ts'
import { counterpartOf } from '@yipanqi/reading/units/levels.ts'
import { suggestUnits } from '@yipanqi/reading/units/suggest.ts'
import { SUGGEST_CASES } from '@yipanqi/reading/units/suggest-cases.ts'

interface Tried {
  score: number
  /** 0 for the first; -1 where the right unit was not among the candidates. */
  place: number
}

const BINS = [0, 0.2, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]

function tried(task: string, heading: string, lead: string, book: UnitBook): Tried {
  const candidates = suggestUnits(task, heading, book)
  return { score: candidates[0]?.score ?? 0, place: candidates.findIndex((one) => one.unit === lead) }
}

/** One try for each matter with one explicit lead that the county's catalogue knows; townships are no office. */
function fromDocument(reading: Reading, book: UnitBook): Tried[] {
  const headings = new Map(reading.outline.map((node) => [node.id, node.heading]))
  return reading.matters.flatMap((matter) => {
    const [lead, second] = matter.units.lead
    if (!lead || second) return []
    const entry = book.entryOf(lead) ?? counterpartOf(lead, book)
    if (!entry || entry.kind === '乡镇') return []
    const task = matter.text.replace(/[（(](?:责任|牵头)单位.*?[）)]/g, '')
    return [tried(task, headings.get(matter.clause ?? '') ?? '', entry.name, book)]
  })
}

function line(name: string, all: readonly Tried[]): string {
  const first = all.filter((one) => one.place === 0).length
  const three = all.filter((one) => one.place >= 0 && one.place < 3).length
  const share = (count: number): string => `${count} (${((count / Math.max(1, all.length)) * 100).toFixed(0)} %)`
  return `${name} | ${all.length} | ${share(first)} | ${share(three)}`
}

/** Prints top-1, top-3 and the calibration; the texts are those that the bench reads anyway. */
export function printSuggestions(documents: readonly { file: string; text: string }[]): void {
  const book = unitBook()
  console.log('\nsuggested lead | tasks | first | in the first three (bar 85 %)')
  const marked = documents.flatMap(({ file, text }) => {
    const found = fromDocument(readDocument(text), book)
    if (found.length > 0) console.log(line(`${file}, marks left out`, found))
    return found
  })
  const written = SUGGEST_CASES.map(([task, lead]) => tried(task, '', lead, book))
  console.log(line('all marks left out', marked))
  console.log(line('tasks written for this, no heading', written))
  console.log('\nshown confidence of the first | shown | right')
  for (const [index, from] of BINS.entries()) {
    const to = BINS[index + 1] ?? 1.01
    const within = [...marked, ...written].filter((one) => one.score >= from && one.score < to)
    const right = within.filter((one) => one.place === 0).length
    if (within.length > 0)
      console.log(
        `${from.toFixed(1)}–${Math.min(1, to).toFixed(1)} | ${within.length} | ${(right / within.length).toFixed(2)}`,
      )
  }
}
