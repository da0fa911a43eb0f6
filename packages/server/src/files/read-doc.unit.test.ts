import { describe, expect, it } from 'vitest'
import { defaultLimits } from './limits.ts'
import { readBytes } from './read-bytes.ts'
import { makeCompound, makeDoc } from './testing/doc.ts'

const read = (bytes: Uint8Array, name = '讲话.doc') => readBytes(bytes, name, defaultLimits)
const speech = '一、抓好“开门红”——快干、干好\n　　要按月调度。'

describe('.doc and .wps', () => {
  it.each([
    ['讲话.doc', 'doc'],
    ['讲话.wps', 'wps'],
  ])('%s', async (name, format) => {
    const result = await read(makeDoc(speech), name)
    expect(result).toMatchObject({ text: speech, format })
    expect(result.warnings).toHaveLength(1)
  })

  it('warns where the name promises another format', async () => {
    expect((await read(makeDoc(speech), '讲话.docx')).warnings[0]).toBe(
      '文件名写的是 docx，内容其实是 doc，已按内容读取。',
    )
  })

  it.each([
    ['a locked document', makeDoc(speech, { locked: true }), 'encrypted'],
    ['a locked .docx', makeCompound({ EncryptedPackage: new Uint8Array(10) }), 'encrypted'],
    ['a workbook', makeCompound({ Workbook: new Uint8Array(10) }), 'unsupported'],
    ['a truncated file', makeDoc(speech).slice(0, 3000), 'broken'],
    ['only a signature', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'broken'],
    ['no pieces', makeCompound({ WordDocument: Buffer.from([0xec, 0xa5]), '0Table': new Uint8Array(10) }), 'broken'],
  ])('refuses %s', async (_, bytes, code) => {
    await expect(read(bytes)).rejects.toMatchObject({ code })
  })

  it('refuses an allocation chain that runs in a ring', async () => {
    const bytes = Buffer.from(makeDoc(speech))
    // The directory's only sector (1) names itself as its successor.
    bytes.writeUInt32LE(1, 512 + 4)
    await expect(read(bytes)).rejects.toMatchObject({ code: 'broken' })
  })
})
