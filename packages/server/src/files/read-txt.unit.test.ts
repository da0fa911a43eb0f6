import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { readTxt } from './read-txt.ts'

const speech = '一、抓好经济运行\r\n　　要把“开门红”任务分解到月、落实到人。\r\n'

describe('plain text', () => {
  it.each([
    ['UTF-8', Buffer.from(speech)],
    ['UTF-8 with BOM', Buffer.from(`\ufeff${speech}`)],
    ['UTF-16 LE with BOM', Buffer.from(`\ufeff${speech}`, 'utf16le')],
    ['UTF-16 BE with BOM', Buffer.from(`\ufeff${speech}`, 'utf16le').swap16()],
    ['GB18030', iconv.encode(speech, 'gb18030')],
  ])('%s is handed on unchanged', (_, bytes) => {
    expect(readTxt(bytes)).toEqual({ text: speech, format: 'txt', warnings: [] })
  })

  it('reads UTF-8 with one broken byte as UTF-8 and says so', () => {
    const bytes = Buffer.from(speech.repeat(20))
    bytes[30] = 0xff
    const { text, warnings } = readTxt(bytes)
    expect(text).toContain('落实到人')
    expect(warnings).toHaveLength(1)
  })

  it('reads rare characters of GB18030', () => {
    expect(readTxt(iconv.encode('㙍村、䶮镇、𠮷乡的工作任务要按月调度', 'gb18030')).text).toContain('𠮷乡')
  })

  it.each([
    ['a NUL among letters', Buffer.from('abc\0def')],
    ['control characters', Buffer.from('\u0001\u0002\u0003\u0004ab')],
    ['noise', Buffer.from(Array.from({ length: 5000 }, (_, index) => (index * index * 7 + (index >> 3) * 31) % 256))],
    ['noise above ASCII', Buffer.from(Array.from({ length: 5000 }, (_, index) => 0x81 + ((index * index * 7) % 126)))],
  ])('refuses %s', (_, bytes) => {
    expect(() => readTxt(bytes)).toThrow(expect.objectContaining({ code: 'binary', status: 415 }))
  })
})
