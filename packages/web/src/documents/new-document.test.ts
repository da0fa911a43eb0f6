import { describe, expect, it } from 'vitest'
import { newDocumentBody } from './new-document.ts'

const base = {
  scope: 'internal',
  declarer: ' 陈岚 ',
  title: '',
  date: null,
  confirmed: false,
  text: '正文',
  file: null,
} as const

describe('what an upload sends', () => {
  it('leaves out what was left empty', () => {
    expect(newDocumentBody(base)).toEqual({ scope: 'internal', declarer: '陈岚', text: '正文' })
    expect(newDocumentBody({ ...base, title: '讲话', date: '2026-02-09', confirmed: true })).toMatchObject({
      title: '讲话',
      date: '2026-02-09',
      confirmed: true,
    })
  })
  it('sends a file as a form', () => {
    const body = newDocumentBody({ ...base, text: null, file: new File(['x'], 'a.txt'), confirmed: true })
    expect(body).toBeInstanceOf(FormData)
    expect([...(body as FormData).keys()]).toEqual(['scope', 'declarer', 'confirmed', 'file'])
  })
})
