import { SaxesParser, type SaxesTagNS } from 'saxes'
import { broken } from './upload-error.ts'

export type XmlTag = SaxesTagNS

export interface XmlHandlers {
  open(tag: XmlTag): void
  close(tag: XmlTag): void
  text?(value: string): void
}

const chunkBytes = 65_536
/** Office files stay below a hundred; looking up a namespace costs as many steps as the nest is deep. */
const maxDepth = 500

/**
 * Walks one XML part as a stream: no tree is built, no entity is expanded, a DOCTYPE is refused (office formats
 * have none; it is how entity bombs and external files come in).
 * @throws UploadError `broken`; whatever a handler throws
 */
export function walkXml(bytes: Uint8Array, handlers: XmlHandlers): void {
  const parser = new SaxesParser({ xmlns: true })
  let fault: Error | undefined
  parser.on('error', (error) => {
    fault ??= error
  })
  parser.on('doctype', () => {
    fault ??= new Error('doctype')
  })
  let depth = 0
  parser.on('opentag', (tag) => {
    if (++depth > maxDepth) throw broken('文件')
    handlers.open(tag)
  })
  parser.on('closetag', (tag) => {
    depth--
    handlers.close(tag)
  })
  const onText = handlers.text?.bind(handlers)
  if (onText) {
    parser.on('text', onText)
    parser.on('cdata', onText)
  }
  // Chunks keep the decoded string small: a 90 MB part would fill the thread's heap at once.
  const decoder = new TextDecoder(encodingOf(bytes))
  for (let at = 0; at < bytes.length; at += chunkBytes) {
    parser.write(decoder.decode(bytes.subarray(at, at + chunkBytes), { stream: true }))
    if (fault) throw broken('文件')
  }
  parser.write(decoder.decode()).close()
  if (fault) throw broken('文件')
}

/** Value of an attribute by its local name, whatever its prefix (`w:val`, `ns0:val`). */
export function attribute(tag: XmlTag, local: string): string | undefined {
  for (const key in tag.attributes) {
    const found = tag.attributes[key]
    if (found?.local === local) return found.value
  }
  return undefined
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const head = Buffer.from(bytes.subarray(0, 200)).toString('latin1')
  const label = /^(?:\xef\xbb\xbf)?<\?xml[^>]{0,120}?encoding=["']([\w-]{1,40})["']/.exec(head)?.[1]
  // Chinese OFD tools write GBK here; anything else unknown is an error of the part.
  return label && /^gb/i.test(label) ? 'gb18030' : 'utf-8'
}
