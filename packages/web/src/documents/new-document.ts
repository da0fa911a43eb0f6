import type { DocumentScope } from '@yipanqi/model/words.ts'

export interface NewDocument {
  scope: DocumentScope
  declarer: string
  title: string
  date: string | null
  confirmed: boolean
  /** One of the two. */
  text: string | null
  file: File | null
}

/** Pasted text goes as JSON, a file as a form; what was left empty is left out, so that the reading finds it. */
export function newDocumentBody(input: NewDocument): object {
  const fields: Record<string, string> = { scope: input.scope, declarer: input.declarer.trim() }
  if (input.title.trim()) fields['title'] = input.title.trim()
  if (input.date) fields['date'] = input.date
  if (!input.file) return { ...fields, text: input.text ?? '', ...(input.confirmed ? { confirmed: true } : {}) }
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  if (input.confirmed) form.set('confirmed', 'true')
  form.set('file', input.file)
  return form
}
