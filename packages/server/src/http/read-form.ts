import type { Context } from 'hono'
import { faults } from './fault.ts'

/** The fields of a multipart body, or 400 where it is none or is cut short. */
export async function readForm(c: Context): Promise<Record<string, string | File | (string | File)[]>> {
  try {
    return await c.req.parseBody()
  } catch {
    throw faults.invalid('上传的表单不完整', [
      { path: 'file', message: '传到一半断了，或不是表单；没有保存任何内容，请重传' },
    ])
  }
}
