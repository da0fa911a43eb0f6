import { describe, expect, it } from 'vitest'
import { readUpload } from './read-upload.ts'
import { makeDocx, paragraph } from './testing/office.ts'
import { UploadError } from './upload-error.ts'

const spinning = new URL('data:text/javascript,for(;;){}')
const hoarding = new URL('data:text/javascript,const a=[];for(;;)a.push({a:[1,2,3]})')
const buffering = new URL('data:text/javascript,const a=[];for(;;)a.push(Buffer.alloc(4194304,1))')

/** Longest pause of this thread's event loop while the work runs. */
async function longestPause(work: () => Promise<unknown>): Promise<number> {
  let last = performance.now()
  let longest = 0
  const tick = () => {
    longest = Math.max(longest, performance.now() - last)
    last = performance.now()
  }
  const timer = setInterval(tick, 5)
  await work()
  clearInterval(timer)
  tick()
  return longest
}

describe('reading an upload in its own thread', { timeout: 40_000 }, () => {
  it('gives the text and leaves the sender’s bytes alone', async () => {
    const bytes = makeDocx(paragraph('要按月调度。'))
    const size = bytes.length
    expect(await readUpload(bytes, '讲话.docx')).toEqual({ text: '要按月调度。', format: 'docx', warnings: [] })
    expect(bytes.length).toBe(size)
  })

  it('carries a typed error across', async () => {
    const error: unknown = await readUpload(Buffer.from('\0\0\0'), '讲话.txt').catch((caught: unknown) => caught)
    expect(error).toBeInstanceOf(UploadError)
    expect(error).toMatchObject({
      code: 'binary',
      status: 415,
      message: expect.any(String),
      why: expect.any(String),
      who: '上传人',
    })
  })

  it('refuses by size without a thread', async () => {
    await expect(readUpload(new Uint8Array(), '空.docx')).rejects.toMatchObject({ code: 'empty' })
    await expect(readUpload(Buffer.alloc(20 * 1_048_576, 'a'), '大.txt')).rejects.toMatchObject({
      code: 'too-large',
      status: 413,
      message: '文件超过 10 MB，没有读取。',
    })
  })

  it('refuses too much text where the size is allowed', async () => {
    const bytes = Buffer.alloc(20 * 1_048_576, '快干')
    await expect(readUpload(bytes, '大.txt', { maxFileBytes: 30 * 1_048_576 })).rejects.toMatchObject({
      code: 'too-much-text',
    })
  })

  it('refuses a bomb while this thread keeps answering', async () => {
    const bytes = makeDocx(paragraph('一'), { 'word/media/zeros.bin': new Uint8Array(200_000_000) })
    const pause = await longestPause(() =>
      expect(readUpload(bytes, '讲话.docx')).rejects.toMatchObject({ code: 'bomb' }),
    )
    expect(pause).toBeLessThan(1000)
  })

  it('ends a thread that spins, at the time limit, while this thread keeps answering', async () => {
    const started = performance.now()
    const pause = await longestPause(() =>
      expect(readUpload(Buffer.from('一'), '讲话.txt', { timeoutMs: 400 }, spinning)).rejects.toMatchObject({
        code: 'too-costly',
      }),
    )
    expect(performance.now() - started).toBeLessThan(5000)
    expect(pause).toBeLessThan(1000)
  })

  it.each([
    ['heap', hoarding, { heapMb: 48 }],
    ['buffers', buffering, { processGrowthMb: 200 }],
  ])('ends a thread that hoards %s', async (_, worker, limits) => {
    await expect(readUpload(Buffer.from('一'), '讲话.txt', limits, worker)).rejects.toMatchObject({
      code: 'too-costly',
    })
  })

  it('reads many at once, two at a time, and turns away what would wait too long', async () => {
    const many = await Promise.allSettled(
      Array.from({ length: 40 }, (_, index) => readUpload(Buffer.from(`第${index}份讲话`), 'a.txt')),
    )
    const texts = many.flatMap((one, index) =>
      one.status === 'fulfilled' ? [[one.value.text, `第${index}份讲话`]] : [],
    )
    expect(texts).toHaveLength(34)
    for (const [text, own] of texts) expect(text).toBe(own)
    expect(many.at(-1)).toMatchObject({ status: 'rejected', reason: { code: 'busy', status: 503 } })
    await expect(readUpload(Buffer.from('再来一份'), 'a.txt')).resolves.toMatchObject({ text: '再来一份' })
  })
})
