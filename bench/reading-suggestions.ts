// How often the unit that a document names as lead is among those that the reader would have suggested, had the
// document not named it; and how often a shown confidence is right.
import { type Reading, readDocument } from '@yipanqi/reading'
import { type UnitBook, unitBook } from '@yipanqi/reading/units/book.ts'
import { counterpartOf } from '@yipanqi/reading/units/levels.ts'
import { suggestUnits } from '@yipanqi/reading/units/suggest.ts'
import { SUGGEST_CASES } from '@yipanqi/reading/units/suggest-cases.ts'
import { calibrationTable } from './calibration.ts'
import { OWN_DOCUMENTS } from '@yipanqi/reading/golden/own.ts'

interface Tried {
  group: string
  score: number
  /** 0 for the first; -1 where the right unit was not among the candidates. */
  place: number
}

// The tasks written one by one stand in for so many documents.
const GROUPS = 5

function tried(group: string, task: string, heading: string, lead: string, book: UnitBook): Tried {
  const candidates = suggestUnits(task, heading, book)
  return { group, score: candidates[0]?.score ?? 0, place: candidates.findIndex((one) => one.unit === lead) }
}

/** One try for each matter with one explicit lead that the county's catalogue knows; townships are no office. */
function fromDocument(group: string, reading: Reading, book: UnitBook): Tried[] {
  const headings = new Map(reading.outline.map((node) => [node.id, node.heading]))
  return reading.matters.flatMap((matter) => {
    const [lead, second] = matter.units.lead
    if (!lead || second) return []
    const entry = book.entryOf(lead) ?? counterpartOf(lead, book)
    if (!entry || entry.kind === '乡镇') return []
    const task = matter.text.replace(/[（(](?:责任|牵头)单位.*?[）)]/g, '')
    return [tried(group, task, headings.get(matter.clause ?? '') ?? '', entry.name, book)]
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
    const found = fromDocument(file, readDocument(text), book)
    if (found.length > 0) console.log(line(`${file}, marks left out`, found))
    return found
  })
  const own = OWN_DOCUMENTS.flatMap(({ name, text }) => fromDocument(name, readDocument(text), book))
  const written = SUGGEST_CASES.map(([task, lead], index) => tried(`written ${index % GROUPS}`, task, '', lead, book))
  console.log(line('all marks left out', marked))
  console.log(line('our own labelled documents, marks left out', own))
  console.log(line('tasks written for this, no heading', written))
  const shown = [...marked, ...own, ...written].map(({ group, score, place }) => ({ group, score, right: place === 0 }))
  console.log(`\n${calibrationTable(shown).join('\n')}`)
}
