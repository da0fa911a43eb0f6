import { expect, it } from 'vitest'
import { parse } from '../testing/read.ts'
import { files } from './files.ts'

const papers = files({ label: '附件' })

it('no spreadsheet brings or removes a file', () => {
  expect(parse(papers, '3 个附件')).toMatchObject({ ok: false, keep: true })
  expect(parse(papers, '')).toEqual({ ok: true, value: null })
})

it('checks ids: each once, not too many', () => {
  expect(papers.check([3, 1, 3])).toEqual({ ok: true, value: [3, 1] })
  expect(papers.check([])).toEqual({ ok: true, value: null })
  for (const bad of ['3', [0], [1.5], ['3'], Array.from({ length: 51 }, (_, i) => i + 1)])
    expect(papers.check(bad)).toMatchObject({ ok: false })
})
