import { findDeadlines } from './deadlines/index.ts'
import { documentDate, documentYear } from './head/date.ts'
import { documentKind, documentTemper } from './head/kind.ts'
import { bodyEnd, findHead } from './head/title.ts'
import { teachJoins } from './lexicon/teach-joins.ts'
import { teachRoles } from './lexicon/teach-roles.ts'
import { nameAliases, teachUnits, withAliases } from './lexicon/teach-units.ts'
import { collectDrafts } from './matters/collect.ts'
import { measureCode } from './matters/codes.ts'
import { finishMatters } from './matters/finish.ts'
import { buildOutline } from './outline/build-outline.ts'
import { findTargets } from './quantities/index.ts'
import { obligeMarked } from './sentences/marked.ts'
import { ModeTracker, outlineModes } from './sentences/mode.ts'
import { type Judged, judgeSentence, TURNS_TO_TASKS } from './sentences/roles.ts'
import { wordsOf } from './sentences/spoke.ts'
import { judgeRow } from './sentences/row.ts'
import { fold } from './text/fold.ts'
import { findTaskRows } from './text/table.ts'
import { findParagraphs } from './text/paragraphs.ts'
import type { ReadOptions, Reading, Sentence } from './types.ts'
import { bookFor, unitBook } from './units/book.ts'
import { UNIT_CATALOGUE } from './units/catalogue.ts'
import { firstNamedLeads, unitsInSentence } from './units/marks.ts'

const GOAL_HEADING = /^(?:.{0,8}的)?(?:发展|奋斗|总体|主要|工作|预期|年度|阶段性?)*(?:目标|目标任务)$/

/**
 * Reads a document into outline, sentences with roles, and matters with targets, deadlines and units.
 * Pure, deterministic, total: no string makes it throw; the text is never changed. Offsets are UTF-16 code units.
 * `options.date` is the day of the document; without it the text is searched, and where only a year is known that
 * year stands in for relative times (全年, 年底前) while `document.date` stays null.
 */
export function readDocument(text: string, options: ReadOptions = {}): Reading {
  const folded = fold(text)
  const paragraphs = findParagraphs(folded, text)
  const head = findHead(text, folded, paragraphs)
  const title = options.title ?? head.title
  const kind = documentKind(title, folded)
  const temper = documentTemper(title, kind)
  const date = options.date ?? documentDate(folded, paragraphs, head.bodyFrom, kind)
  const year = documentYear(date, title, folded)
  const anchor = date ?? (year === null ? null : `${year}-01-01`)
  const bodyTo = bodyEnd(folded, paragraphs, head.bodyFrom)
  const { outline, pieces } = buildOutline(text, folded, paragraphs, { from: head.bodyFrom, to: bodyTo })
  const goals = new Set(outline.filter((node) => GOAL_HEADING.test(node.heading)).map((node) => node.id))
  const lexicon = options.lexicon ?? []
  const book = bookFor(unitBook(withAliases(options.units ?? UNIT_CATALOGUE, lexicon)), folded)
  const tracker = new ModeTracker(outlineModes(outline), year, temper === 'reply')
  const turn = pieces.findIndex(
    (piece) => piece.end - piece.start <= 60 && TURNS_TO_TASKS.test(folded.slice(piece.start, piece.end)),
  )
  const rows = findTaskRows(text, folded, paragraphs)
  const firstLeads = firstNamedLeads(folded)
  const verdicts: Judged[] = pieces.map((piece, index) => {
    const row = rows.get(piece.paragraph)
    if (row) return judgeRow(row, book, firstLeads)
    return judgeSentence(folded, piece.start, piece.end, {
      mode: tracker.modeOf(piece, folded.slice(piece.start, Math.min(piece.end, piece.start + 80))),
      temper,
      head: piece.paragraph < head.bodyFrom,
      clutter: piece.clutter,
      heading: piece.heading,
      year,
      bodyAt: piece.marker?.end ?? piece.start,
      preamble: index < turn,
      appendix: piece.paragraph >= bodyTo,
      grants: kind !== '政府工作报告' && kind !== '讲话' && kind !== '纪要',
      goals: piece.clause !== null && goals.has(piece.clause),
      units: () => unitsInSentence(folded.slice(piece.start, piece.end), book),
      named: () => measureCode(book.voices.scan(folded, piece.start, piece.end), piece.start, piece.end) !== null,
      targets: () => findTargets(text, piece.start, piece.end),
    })
  })
  const judged = teachRoles(pieces, obligeMarked(pieces, verdicts), lexicon, folded)
  const collected = collectDrafts({
    folded,
    pieces,
    judged,
    outline,
    book,
    temper,
    firstLeads,
    rows,
    report: kind === '政府工作报告',
  })
  const joined = teachJoins(collected.drafts, lexicon, folded)
  const sentences: Sentence[] = pieces.map((piece, index) => {
    const verdict = judged[index] as Judged
    const words = wordsOf(folded, verdict)
    const { role, why } = verdict
    const said = joined.said.get(index)
    const sentence = {
      start: piece.start,
      end: piece.end,
      clause: piece.clause,
      role,
      why: said ? `${why}；${said}` : why,
    }
    return words.length === 0 ? sentence : { ...sentence, words }
  })
  const found = finishMatters(joined.drafts, {
    text,
    folded,
    book,
    outline: new Map(outline.map((node) => [node.id, node])),
    deadlines: (start, end) =>
      findDeadlines(text, start, end, { date: anchor, ...(options.calendar ? { calendar: options.calendar } : {}) }),
    sentence: (index) => pieces[index],
  })
  const matters = nameAliases(teachUnits(found, lexicon, book), lexicon, folded)
  const obligations = judged.filter((one) => one.role === 'obligation' || one.role === 'target').length
  return {
    document: { title, date, kind, text },
    outline,
    sentences,
    matters,
    coverage: { obligations, covered: obligations - collected.refused.length, refused: collected.refused },
  }
}
