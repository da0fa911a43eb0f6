import { TextDecoder } from 'node:util'
import { brokenSheet } from './refusals.ts'
import { type XmlHandlers, XmlScanner } from './scan-xml.ts'

/**
 * Scans one part of an archive, chunk by chunk; after each chunk the caller may take what its handlers have gathered.
 * @throws UploadError `broken`; whatever a handler or the source throws
 */
export async function* scanPart(chunks: AsyncIterable<Uint8Array>, handlers: XmlHandlers): AsyncGenerator<void> {
  const scanner = new XmlScanner(handlers)
  let decoder: TextDecoder | undefined
  for await (const chunk of chunks) {
    decoder ??= new TextDecoder(encodingOf(chunk), { fatal: true })
    scanner.write(decode(decoder, chunk))
    yield
  }
  scanner.write(decode(decoder ?? new TextDecoder()))
  scanner.end()
}

/** The same to the end, for parts that are taken whole. */
export async function scanWhole(chunks: AsyncIterable<Uint8Array>, handlers: XmlHandlers): Promise<void> {
  for await (const _ of scanPart(chunks, handlers));
}

function decode(decoder: TextDecoder, chunk?: Uint8Array): string {
  try {
    return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode()
  } catch {
    throw brokenSheet()
  }
}

/** Office formats know two encodings; anything else fails as bytes that are not UTF-8. */
function encodingOf(head: Uint8Array): string {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  return 'utf-8'
}
