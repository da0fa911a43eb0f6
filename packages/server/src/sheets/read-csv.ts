import { createReadStream } from 'node:fs'
import { TextDecoder } from 'node:util'
import { delimiterOf } from './csv-delimiter.ts'
import { encodingOf } from './csv-encoding.ts'
import { CsvParser } from './csv-parser.ts'
import { batchRows } from './limits.ts'
import type { SheetLimits, SheetRow } from './types.ts'

const chunkBytes = 65_536

/**
 * The rows of a .csv in batches. Its cells have text alone: what a text means is the field's to say.
 * @throws UploadError `binary`, `too-large`, `broken`
 */
export async function* readCsv(path: string, limits: Pick<SheetLimits, 'maxCellUnits'>): AsyncGenerator<SheetRow[]> {
  const decoder = new TextDecoder(await encodingOf(path))
  let parser: CsvParser | undefined
  for await (const chunk of createReadStream(path, { highWaterMark: chunkBytes }) as AsyncIterable<Buffer>) {
    const text = decoder.decode(chunk, { stream: true })
    if (parser) parser.write(text)
    else {
      // The first chunk has lines enough to see how the fields are parted; the decoder has taken the BOM away.
      const { delimiter, declared } = delimiterOf(text)
      parser = new CsvParser(delimiter, limits.maxCellUnits)
      parser.write(declared ? text.slice(text.indexOf('\n') + 1) : text)
    }
    if (parser.waiting >= batchRows) yield* inBatches(parser.take())
  }
  parser?.write(decoder.decode())
  parser?.end()
  if (parser) yield* inBatches(parser.take())
}

function* inBatches(rows: SheetRow[]): Generator<SheetRow[]> {
  for (let from = 0; from < rows.length; from += batchRows) yield rows.slice(from, from + batchRows)
}
