import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PeerCase } from './case.ts'
import { moneyCases, moneyFindingCases, timeCases, timeFindingCases } from './jionlp.ts'
import { currencyCases, dateCases, dimensionCases, numberCases, percentCases, rangeCases } from './recognizers.ts'

/** Runs every case of both suites, as kept in `folder`. */
export function peerCases(folder: string): PeerCase[] {
  const load = (file: string) => JSON.parse(readFileSync(join(folder, file), 'utf8'))
  return [
    ...timeCases(load('jionlp/time_parser.json')),
    ...timeFindingCases(load('jionlp/time_extractor.json')),
    ...moneyCases(load('jionlp/money_parser.json')),
    ...moneyFindingCases(load('jionlp/money_extractor.json')),
    ...numberCases(load('recognizers/NumberModel.json')),
    ...rangeCases(load('recognizers/NumberRangeModel.json')),
    ...percentCases(load('recognizers/PercentModel.json')),
    ...currencyCases(load('recognizers/CurrencyModel.json')),
    ...dimensionCases(load('recognizers/DimensionModel.json')),
    ...dateCases(load('recognizers/DateTimeModel.json')),
  ]
}
