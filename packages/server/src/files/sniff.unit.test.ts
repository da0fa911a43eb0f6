import { describe, expect, it } from 'vitest'
import { sniff, sniffArchive } from './sniff.ts'
import { makeDoc } from './testing/doc.ts'
import { makeDocx } from './testing/office.ts'
import { makePdf } from './testing/pdf.ts'

describe('what a file is', () => {
  it.each([
    ['empty', new Uint8Array()],
    ['text', Buffer.from('各乡镇、各部门：')],
    ['zip', makeDocx('')],
    ['cfb', makeDoc('正文')],
    ['pdf', makePdf([[]])],
    ['pdf', Buffer.from('  \n%PDF-1.4')],
  ])('%s', (kind, bytes) => {
    expect(sniff(bytes)).toEqual({ kind })
  })

  it.each([
    ['图片', Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
    ['图片', Buffer.from('\x89PNG\r\n', 'latin1')],
    ['压缩包', Buffer.from('Rar!\x1a\x07', 'latin1')],
    ['RTF 文件', Buffer.from('{\\rtf1\\ansi')],
    ['网页', Buffer.from('\ufeff\r\n<!DOCTYPE html><html>')],
    ['XML 文件', Buffer.from('<?xml version="1.0"?><w:wordDocument/>')],
    ['网页归档', Buffer.from('MIME-Version: 1.0\r\n')],
  ])('%s is known and not read', (what, bytes) => {
    expect(sniff(bytes)).toEqual({ kind: 'other', what })
  })

  it('tells office packages apart', () => {
    expect(sniffArchive(['[Content_Types].xml', 'word/document.xml'])).toBe('docx')
    expect(sniffArchive(['OFD.xml'])).toBe('ofd')
    expect(sniffArchive(['[Content_Types].xml', 'xl/workbook.xml'])).toEqual({ what: '电子表格' })
    expect(sniffArchive(['a.txt'])).toEqual({ what: '压缩包' })
  })
})
