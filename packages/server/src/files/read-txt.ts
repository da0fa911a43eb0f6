import type { ReadResult } from './limits.ts'
import { refuse, resave } from './upload-error.ts'

/**
 * Plain text: UTF-8 (BOM or not), UTF-16 with BOM, GB18030. The text is handed on unchanged, line ends included,
 * because every offset of a reading refers to it.
 * @throws UploadError `binary`
 */
export function readTxt(bytes: Uint8Array): ReadResult {
  const bom =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
  const decoded = bom ? { text: decode(bytes, bom), spoiled: 0 } : (asUtf8(bytes) ?? asGb18030(bytes))
  if (!decoded || !looksLikeText(decoded.text)) {
    throw refuse('binary', '这不是文本文件，没有读取。', `内容是二进制数据。${resave}。`)
  }
  const warnings = decoded.spoiled > 0 ? [`有 ${decoded.spoiled} 处字符损坏，已用“\uFFFD”标出，请对照原件核对。`] : []
  return { text: decoded.text, format: 'txt', warnings }
}

interface Decoded {
  text: string
  spoiled: number
}

/** Strict; a few broken bytes in what is plainly UTF-8 are tolerated, for GB18030 would read all of it as other characters. */
function asUtf8(bytes: Uint8Array): Decoded | null {
  return tolerate(decode(bytes, 'utf-8'), bytes)
}

function asGb18030(bytes: Uint8Array): Decoded | null {
  const decoded = tolerate(decode(bytes, 'gb18030'), bytes)
  // GB18030 takes most byte pairs for characters: noise and other encodings show by the rare ones.
  return decoded && everydayShare(bytes) >= 0.7 ? decoded : null
}

function tolerate(text: string, bytes: Uint8Array): Decoded | null {
  const spoiled = text.split('\uFFFD').length - 1
  if (spoiled === 0) return { text, spoiled }
  let high = 0
  for (const byte of bytes) if (byte >= 0x80) high++
  return spoiled * 100 <= high / 2 ? { text, spoiled } : null
}

function decode(bytes: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding).decode(bytes)
}

/** No NUL, next to no other control characters (tab, line ends, form feed and a DOS end mark are common). */
function looksLikeText(text: string): boolean {
  let controls = 0
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code === 0) return false
    if (code < 0x20 && !(code >= 0x09 && code <= 0x0d) && code !== 0x1a) controls++
    else if (code === 0x7f) controls++
  }
  return controls * 200 <= text.length
}

/** Share of double bytes that stand in the rows of GB2312, where nearly all that is written in Chinese offices stands. */
function everydayShare(bytes: Uint8Array): number {
  let pairs = 0
  let everyday = 0
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] ?? 0
    if (lead < 0x80) continue
    const trail = bytes[at + 1] ?? 0
    pairs++
    if (lead >= 0xa1 && lead <= 0xf7 && trail >= 0xa1) everyday++
    // Four-byte characters have a digit in second place.
    at += trail >= 0x30 && trail <= 0x39 ? 3 : 1
  }
  return pairs === 0 ? 1 : everyday / pairs
}
